/**
 * When a server wants to be asked again (RFC 9110, 10.2.3): a number of seconds, or a date.
 *
 * @returns seconds from now, never negative; undefined where it says nothing sensible
 */
export function retryAfterSeconds(
  header: string | readonly string[] | undefined,
  now = Date.now(),
): number | undefined {
  if (typeof header !== 'string') return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // A date has letters; a bare number with a sign or a fraction is neither form.
  const date = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
