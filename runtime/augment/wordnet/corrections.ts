import type { PartOfSpeech } from './dictionary.js';

/**
 * Where the lists of WordNet 3.0 (noun.exc, verb.exc, adj.exc) differ from wink-lexicon's, which are those of a later
 * release and have one base form for each word: a word and all of its base forms, or a word alone that is in no list.
 * Words of letters only: no others are looked up.
 */
export const corrections: Readonly<Partial<Record<PartOfSpeech, string>>> = {
  noun: `
    ancones ancon ancone, annattos anatto annatto, assegais assagai assegai, auspices auspex auspice, axes ax axis,
    bacchantes bacchant bacchante, bases base basis, beadsmen beadsman bedesman, bhishties bheesty bhishti,
    bicennaries bicentenary bicentennial, brants brant brent, calcanei calcaneum calcaneus, comics comic_strip
    comic, discoboli discobolos discobolus, djinn djinni djinny, elytra elytron elytrum, entozoa entozoan entozoon,
    epithalamia epithalamion epithalamium, epizoa epizoan epizoon, figs, floreant, guilders guilde guilder, gurnards
    gurnar gurnard, haggadas haggada haggadah, halteres halter haltere, hermae herm herma, ichthyosauruses
    ichthyosaur ichthyosaurus, iconostases iconostas iconostasis, jackeroos jackaroo jackeroo, joes jo joe, kalmucks
    kalmuc kalmuck, leaves leaf leave, litai lit litas, lumbi, lumbus lumbi, lures lur lure, masses mass masse,
    mishnayoth mishna mishnah, monades monad monas, morses morse mors, ocreae ochrea ocrea, oedemata edema oedema,
    oesophagi esophagus oesophagus, organa organon organum, organums organa organum, ottomans othman ottoman,
    paraleipses paraleipsis paralipsis, penetralia, penetralium penetralia, phalanges phalange phalanx, phlyctenae
    phlyctaena phlyctena, plectra plectron plectrum, ploughmen ploughman plowman, proglottides proglottid
    proglottis, prothalamia prothalamion prothalamium, rabatos rabato rebato, raphides raphide raphis, reremice
    rearmouse reremouse, rhachises rachis rhachis, saguaros saguaro sahuaro, schatchonim schatchen shadchan,
    senussis senusi senussi, shadchans schatchen shadchan, shammosim shammas shammes, shofroth shofar shophar,
    signori signior signore, socmen socman sokeman, soles sol sole, taeniae taenia tenia, taxes tax taxis,
    telangiectases telangiectasia telangiectasis, touracos touraco turaco, tyros tiro tyro, vagi vagus, wahhabis
    wahabi wahhabi, women, zamindaris zamindari zemindari, zoaeae zoaea zoea, zoosporangia zoosporangium`,
  verb: `
    appalled appal appall, appalling appal appall, caddied caddie caddy, caddies caddie caddy, caddying caddie
    caddy, cladded, could, creeped, disenthralled disenthral disenthrall, disenthralling disenthral disenthrall,
    distilled distil distill, distilling distil distill, does, doing, enrolled enrol enroll, enrolling enrol enroll,
    enthralled enthral enthrall, enthralling enthral enthrall, extolled extol extoll, extolling extol extoll, feed
    feed fee, fritted frit fritt, fritting frit fritt, fulfilled fulfil fulfill, fulfilling fulfil fulfill, goes,
    going, installed instal install, installing instal install, overflown overflow overfly, redded red redd, redding
    red redd, shorn, singing sing singe, stricken, would`,
  adj: `
    better good well, dowier dowie dowy, dowiest dowie dowy, farthest, furthest`,
};
