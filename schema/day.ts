/**
 * The first and the last millisecond (UTC, since 1970) that a day or a moment stands for: `2023-10-01` is all of that
 * day, `2023-10-01T12:00Z` one moment. Null for what is no day, as `2023-02-31`.
 */
export function spanOf(text: string): { readonly first: number; readonly last: number } | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (day === undefined) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Some days that are not there are read as days of the next month.
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return null;
  if (text === day) return { first: midnight, last: midnight + 24 * 3600 * 1000 - 1 };
  const moment = /^.{10}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : NaN;
  return Number.isNaN(moment) ? null : { first: moment, last: moment };
}

/** What is wrong with a pair of days, and which of them it is; null when nothing is. */
export function daysProblem(days: {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}): { readonly key: 'since' | 'until'; readonly message: string } | null {
  for (const key of ['since', 'until'] as const)
    if (days[key] !== undefined && spanOf(days[key]) === null)
      return { key, message: `there is no day or moment \`${days[key]}\`` };
  const { since, until } = days;
  if (since === undefined || until === undefined || spanOf(since)!.first <= spanOf(until)!.last) return null;
  return { key: 'until', message: `\`${until}\` is before \`${since}\`` };
}
