import type { Licence } from '../artifact/format.js';
import { packageJson } from './catalogue.js';
import type { SetName } from './drawings.js';

interface SetInfo {
  readonly name: string;
  readonly author: { readonly name: string; readonly url?: string };
  readonly license: { readonly title: string; readonly url?: string };
}

/** Version of the package that brings a set. */
export function setVersion(set: SetName): string {
  return packageJson<{ version: string }>(`@iconify-json/${set}/package.json`).version;
}

/** Terms of a drawing set, as its package states them. */
export function licenceOf(set: SetName): Licence {
  const info = packageJson<SetInfo>(`@iconify-json/${set}/info.json`);
  return {
    work: `${info.name} (@iconify-json/${set})`,
    version: setVersion(set),
    author: [info.author.name, info.author.url].filter(Boolean).join(', '),
    licence: info.license.title,
    url: info.license.url ?? '',
    changes: 'rendered to small pictures on white',
  };
}

/** Terms of the names, tags and keywords that captions are made of. */
export function textLicences(): Licence[] {
  return [
    textLicence('emojibase-data', 'Miles Johnson, https://emojibase.dev'),
    textLicence('emojilib', 'Mu-An Chiou, https://github.com/muan/emojilib'),
  ];
}

function textLicence(name: string, author: string): Licence {
  const { version, license } = packageJson<{ version: string; license: string }>(`${name}/package.json`);
  return { work: name, version, author, licence: license, url: '', changes: 'put into captions' };
}

/** The text of a LICENCES file. */
export function licenceText(licences: readonly Licence[]): string {
  const parts = licences.map(({ work, version, author, licence, url, changes }) =>
    [
      `${work} ${version}`,
      `  by ${author}`,
      `  licence: ${licence}${url && ` (${url})`}`,
      `  ${changes}`,
    ].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}
