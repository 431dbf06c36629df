/**
 * The heuristic of ftfy 6.1.1 (Robyn Speer, MIT licence, https://github.com/rspeer/python-ftfy) that tells text that
 * was decoded in the wrong encoding: pairs and triples of characters that do not stand side by side in true text.
 */

const common = '\\u00a0\\u00ad·´–—―…’';
const c1 = '\\u0080-\\u009f';
const bad = '¦¤¨¬¯¶§¸ƒˆˇ˘˛˜†‡‰⌐◊\\ufffdªº';
const currency = '¢£¥₧€';
const start = '¡«¿©΄΅‘‚“„•‹\\uf8ff';
const end = '®»˝”›™';
const numeric = '²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№';
const kaomoji = 'Ò-ÖÙ-Üò-öø-üŐ°';
const upperAccented = 'À-ÑØÜÝĂĄĆČĎĐĘĚĞİĹĽŁŃŇŒŘŚŞŠŢŤŮŰŸŹŻŽҐ';
const lowerAccented = 'ßà-ñăąćčďđęěğĺľłœŕśşšťüźżžґﬁﬂ';
const upperCommon = 'ÞΑ-ΩΆΈΉΊΌΎΏΪΫЁ-Я';
const lowerCommon = 'α-ωάέήίΰа-џ';
const box = '│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓';
const space = '\\t-\\r\\x1c-\\x20\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const unlikely = [
  `[${c1}]`,
  `[${bad}${lowerAccented}${upperAccented}${box}${start}${end}${currency}${numeric}][${bad}]`,
  `[a-zA-Z][${lowerCommon}${upperCommon}][${bad}]`,
  `[${bad}][${lowerAccented}${upperAccented}${box}${start}${end}${currency}${numeric}]`,
  `[${lowerAccented}${lowerCommon}${box}${end}${currency}${numeric}][${upperAccented}]`,
  `[${box}${end}${currency}${numeric}][${lowerAccented}]`,
  `[${lowerAccented}${box}${end}][${currency}]`,
  `[${space}][${upperAccented}][${currency}]`,
  `[${upperAccented}${box}][${numeric}]`,
  `[${lowerAccented}${upperAccented}${box}${currency}${end}][${start}][${numeric}]`,
  `[${lowerAccented}${upperAccented}${currency}${numeric}${box}][${end}][${start}]`,
  `[${currency}${numeric}${box}][${start}]`,
  `[a-z][${upperAccented}][${start}${currency}]`,
  `[${box}][${kaomoji}]`,
  `[${lowerAccented}${upperAccented}${currency}${numeric}${start}${end}][${box}]`,
  `[${box}][${end}]`,
  `[${lowerAccented}${upperAccented}][${end}][\\p{L}\\p{N}_]`,
  '[Œœ][^A-Za-z]',
  // Windows-1252 read for UTF-8; of Arabic words four characters are asked for, as they take common ones.
  `[ÂÃÎÐ][€Šš¢£Ÿž\\u00a0\\u00ad®©°·»${start}${end}–—´]`,
  '×[²³]',
  `[ØÙ][${common}${currency}${bad}${numeric}${start}ŸŠ®°µ»][ØÙ][${common}${currency}${bad}${numeric}${start}ŸŠ®°µ»]`,
  'à[²µ¹¼½¾]',
  // MacRoman.
  '√[±∂†≠®™´≤≥¥µø]',
  '≈[°¢]',
  '‚Ä[ìîïòôúùû†°¢π]',
  '‚[âó][àäê°]',
  // Windows-1251.
  'вЂ',
  `[ВГРС][${c1}${bad}${start}${end}${currency}°µ][ВГРС]`,
  'ГўВЂВ.[A-Za-z ]',
  // à, á and the no-break space, with the latter perhaps made a plain one.
  'Ã[\\u00a0¡]',
  `[a-z][${space}]?[ÃÂ][ ]`,
  '^[ÃÂ][ ]',
  `[a-z.,?!${end}]Â[ ${start}${end}]`,
  // Windows-1253.
  'β€[™\\u00a0Ά\\u00ad®°]',
  `[ΒΓΞΟ][${c1}${bad}${start}${end}${currency}°][ΒΓΞΟ]`,
];

const badness = new RegExp(unlikely.join('|'), 'u');

/** Whether some of the text seems to have been decoded in the wrong encoding. */
export function isBad(text: string): boolean {
  return badness.test(text);
}

const strict = '\\u0080-¿ĄąĽľŁłŒœŚśŞşŠšŤťŸŹźŻżŽžƒˆˇ˘˛˜˝΄΅ΆΈΉΊΌΎΏЁЂЃЄЅІЇЈЉЊЋЌЎЏёђѓєѕіїјљњћќўџҐґ†‡•‰‹›€№™';
const continuation = `${strict}–—―‘’‚“”„… `;
const firstOf2 =
  'ÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßĂĆČĎĐĘĚĞİĹŃŇŐŘŞŢŮŰΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫάέήίВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';
const firstOf3 = 'àáâãäåæçèéêëìíîïăćčďęěĺŕΰαβγδεζηθικλμνξοабвгдежзийклмноп';
const firstOf4 = 'ðóđğπσру';

/** Runs of what may be UTF-8 read in a single-byte encoding, inside of other text. */
export const embeddedUtf8 = new RegExp(
  `(?<![${strict}])(?:[${firstOf2}][${continuation}]|[${firstOf3}][${continuation}]{2}|[${firstOf4}][${continuation}]{3})+`,
  'gu',
);
