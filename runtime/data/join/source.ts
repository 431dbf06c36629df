import type { DatasetSource, DatasetStage, JoinSource } from '../../../schema/stages/data.js';
import type { Licence } from '../artifact/format.js';
import { loadListing, refusing } from '../rows.js';
import type { Source, SourceMonitor } from '../source.js';
import { joinListing } from './listing.js';

/** A source with what its data set says of filters and of what is kept done. */
export interface OpenPart extends Source {
  readonly listing: NonNullable<Source['listing']>;
}

/**
 * Several data sets as one, in their order.
 * @param open opens one of them
 */
export function joinSource(
  config: JoinSource,
  { parts = [] }: Pick<DatasetStage['locals'], 'parts'>,
  monitor: SourceMonitor,
  open: (part: Pick<DatasetStage, 'config' | 'locals'>, monitor: SourceMonitor) => OpenPart,
): Source {
  const opened = config.of.map((part, index) => {
    const partMonitor: SourceMonitor = {
      ...monitor,
      progress: (note, fraction) =>
        monitor.progress(`${part.name}: ${note}`, (index + fraction) / config.of.length),
    };
    return { name: part.name, source: open({ config: part, locals: parts[index]! }, partMonitor) };
  });
  const root = opened.find(({ source }) => source.root !== undefined)?.source.root;
  const listing = joinListing(
    opened.map(({ name, source }) => ({
      name,
      listing: source.listing(),
      ...(source.root === undefined ? {} : { root: source.root }),
    })),
    root,
  );
  return {
    rows: () => refusing(loadListing(listing)),
    listing: () => listing,
    ...(root === undefined ? {} : { root }),
    licences: distinct(opened.flatMap(({ source }) => source.licences)),
    get provenance() {
      return Object.fromEntries(
        opened.flatMap(({ name, source }) =>
          Object.entries(source.provenance).map(([key, value]) => [`${name}/${key}`, value]),
        ),
      );
    },
  };
}

/** Side of a data set's stored pictures; those of a join's parts are the same. */
export function resolutionOf(source: DatasetSource): number {
  return source.kind === 'join' ? resolutionOf(source.of[0]!.source) : source.resolution;
}

/** Are there pictures that are not looked at while the data set is built? */
export function isUnchecked(source: DatasetSource): boolean {
  if (source.kind === 'join') return source.of.some((part) => isUnchecked(part.source));
  return 'unreadable' in source && source.unreadable === 'unchecked';
}

function distinct(licences: readonly Licence[]): Licence[] {
  return [...new Map(licences.map((one) => [JSON.stringify(one), one])).values()];
}
