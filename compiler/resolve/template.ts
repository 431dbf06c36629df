/** A text with references in it, cut into its parts. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'path'; readonly path: string; readonly written: string }
  | { readonly kind: 'env'; readonly name: string; readonly fallback?: string; readonly written: string };

export type Template =
  | { readonly ok: true; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly written: string; readonly why: string };

const pathForm = /^[A-Za-z0-9_-][A-Za-z0-9_+-]*(\.[A-Za-z0-9_+-]+)*$/;
const envForm = /^env:([A-Za-z_][A-Za-z0-9_]*)(?::-([\s\S]*))?$/;

/** Is there anything in the text for `parseTemplate` to do? */
export function isTemplate(text: string): boolean {
  return text.includes('${');
}

/**
 * Cut a text at its references: `${path.to.value}`, `${env:NAME}` and `${env:NAME:-default}`. `$${` stands for the two
 * characters `${` themselves.
 */
export function parseTemplate(text: string): Template {
  const parts: Part[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('$${', at)) {
      plain += '${';
      at += 3;
      continue;
    }
    if (!text.startsWith('${', at)) {
      plain += text[at];
      at++;
      continue;
    }
    const end = text.indexOf('}', at);
    if (end < 0) return { ok: false, written: text.slice(at), why: 'a `}` is missing' };
    const written = text.slice(at, end + 1);
    const part = readReference(written);
    if (typeof part === 'string') return { ok: false, written, why: part };
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
    parts.push(part);
    at = end + 1;
  }
  if (plain !== '' || parts.length === 0) parts.push({ kind: 'text', text: plain });
  return { ok: true, parts };
}

/** The reference, or why it is none. */
function readReference(written: string): Part | string {
  const inner = written.slice(2, -1);
  const env = envForm.exec(inner);
  if (env !== null) {
    const fallback = env[2];
    return { kind: 'env', name: env[1]!, written, ...(fallback === undefined ? {} : { fallback }) };
  }
  if (inner.startsWith('env:')) return 'the name of an environment variable has letters, digits and `_`';
  if (inner === '') return 'it names nothing';
  if (!pathForm.test(inner))
    return 'a reference is a path of keys (`pretrain.batch_size`); there is no arithmetic';
  return { kind: 'path', path: inner, written };
}

/** The text again, with what a value must not be taken for written so that it stays as it is. */
export function escapeTemplate(text: string): string {
  return text.replaceAll('${', () => '$${');
}
