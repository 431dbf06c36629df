import { stringify } from 'csv-stringify/sync';
import type { TopLevelSpec } from 'vega-lite';
import type { ContactSheetFigure, Style } from '../../schema/generated/resolved.js';
import { error, warning, type Notice } from '../notice.js';
import type { Results } from '../results/types.js';
import { selectRuns, unknownAxes } from '../select.js';
import { titleText } from './frame.js';
import { axesOf, axesTitle, named } from './groups.js';
import { readSheet, type SheetPicture } from './sheet-pictures.js';
import type { Drawn } from './picture.js';
import { defaultStyle, themeOf } from './theme.js';

/** Room under a picture for its caption, and between pictures, in pixels. */
const captionHeight = 26;
const gap = 8;

interface Sheet {
  readonly name: string;
  readonly pictures: readonly SheetPicture[];
}

/** Pictures out of the store, in rows. Pictures of one store are shown once, however many runs use them. */
export async function contactSheet(
  results: Results,
  figure: ContactSheetFigure,
  style: Style = defaultStyle,
): Promise<Drawn> {
  const chosen = selectRuns(results, { ...figure, min_points: 0 });
  const axes = axesOf(figure.facet);
  const notices: Notice[] = [
    ...chosen.notices.filter(({ severity }) => severity === 'error'),
    ...unknownAxes(results.runs, axes),
  ];
  if (notices.length > 0) return { picture: null, notices };
  const sheets: Sheet[] = [];
  const seen = new Set<string>();
  for (const { name, runs } of named(chosen.runs, figure.facet, figure.labels)) {
    const folders = [...new Set(runs.flatMap(({ folders: of }) => of?.[roleOf(figure)] ?? []))];
    if (folders.length === 0)
      notices.push(
        warning(
          'noPictures',
          `no run${name === '' ? '' : ` of \`${name}\``} has a stage \`${roleOf(figure)}\``,
        ),
      );
    for (const folder of folders.filter((one) => !seen.has(one))) {
      seen.add(folder);
      const read = await readSheet(folder, figure);
      if (typeof read === 'string')
        notices.push(
          warning(
            'noPictures',
            `\`${figure.name}\` cannot show the pictures${name === '' ? '' : ` of \`${name}\``}: ${read}`,
          ),
        );
      else sheets.push({ name, pictures: read });
    }
  }
  if (sheets.every(({ pictures }) => pictures.length === 0))
    return {
      picture: null,
      notices: [...notices, error('nothingSelected', `there are no pictures for \`${figure.name}\` yet`)],
    };
  const caption = captionOf(sheets, figure);
  return { picture: { spec: specOf(sheets, figure, caption, style), csv: csvOf(sheets), caption }, notices };
}

const roleOf = ({ of }: ContactSheetFigure): string => of;

function specOf(
  sheets: readonly Sheet[],
  figure: ContactSheetFigure,
  caption: string,
  style: Style,
): TopLevelSpec {
  const cell = figure.size + gap;
  const rowHeight = cell + (figure.captions ? captionHeight : 0);
  const title = axesTitle(figure.facet, figure.labels);
  const values = sheets.flatMap(({ name, pictures }, sheet) =>
    pictures.map(({ url, text, lines, ...rest }, i) => ({
      sheet,
      panel: name,
      ...rest,
      x: (i % figure.columns) * cell + figure.size / 2,
      y: Math.floor(i / figure.columns) * rowHeight + figure.size / 2,
      url,
      text,
      lines,
    })),
  );
  const place = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });
  const panel = ({ name, pictures }: Sheet, sheet: number) => ({
    ...(name === ''
      ? {}
      : { title: { text: title === null ? name : `${title} ${name}`, fontSize: style.font_size + 1 } }),
    width: Math.min(figure.columns, pictures.length) * cell,
    height: Math.ceil(pictures.length / figure.columns) * rowHeight,
    view: { stroke: null },
    transform: [{ filter: { field: 'sheet', equal: sheet } }],
    layer: [
      {
        mark: { type: 'image', width: figure.size, height: figure.size, aspect: true },
        encoding: {
          x: place('x'),
          y: place('y'),
          url: { field: 'url', type: 'nominal' },
          tooltip: { field: 'text' },
        },
      },
      ...(figure.captions
        ? [
            {
              mark: {
                type: 'text',
                baseline: 'top',
                dy: figure.size / 2 + 2,
                fontSize: Math.max(6, style.font_size - 3),
                lineBreak: '\n',
              },
              encoding: { x: place('x'), y: place('y'), text: { field: 'lines' } },
            },
          ]
        : []),
    ],
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: caption,
    ...(figure.title === undefined ? {} : { title: figure.title }),
    data: { name: 'models', values },
    config: themeOf(style),
    vconcat: sheets.map(panel),
  } as TopLevelSpec;
}

function captionOf(sheets: readonly Sheet[], figure: ContactSheetFigure): string {
  const n = sheets.reduce((sum, { pictures }) => sum + pictures.length, 0);
  const what = {
    poison: 'poisoned pictures',
    train: 'pictures trained on',
    test: 'pictures tested on',
    'cleaning-set': 'pictures of the cleaning set',
    'cleaning-poison': 'pictures of the cleaning set with poison',
  }[figure.of];
  const beside = sheets.some(({ pictures }) => pictures.some(({ role }) => role === 'original'));
  return [...titleText(figure.title), `${n} ${what}${beside ? ', each after its original' : ''}.`].join('\n');
}

function csvOf(sheets: readonly Sheet[]): string {
  const lines = sheets.flatMap(({ name, pictures }) =>
    pictures.map(({ id, role, text }) => [name, role, id, text]),
  );
  return stringify([['panel', 'role', 'id', 'caption'], ...lines]);
}
