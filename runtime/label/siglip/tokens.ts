import type { Tokenizer, Transformers } from './packages.js';

/**
 * Token ids of texts, as SigLIP was trained: padded to the context. A longer text keeps the tokens that the tokenizer
 * ends every text with, as in Hugging Face's Python; their JavaScript cuts these off.
 *
 * @returns [texts, context]
 */
export function tokenIds(
  { Tensor }: Transformers,
  tokenizer: Tokenizer,
  texts: readonly string[],
  context: number,
) {
  const encode = (text: string) =>
    tokenizer(text, { padding: false, truncation: false, return_tensor: false }).input_ids;
  const end = encode('');
  const padding = tokenizer.pad_token_id ?? 0;
  const ids = new BigInt64Array(texts.length * context).fill(BigInt(padding));
  texts.forEach((text, row) => {
    const own = encode(text);
    const words = own.slice(0, own.length - end.length).slice(0, context - end.length);
    [...words, ...end].forEach((id, place) => (ids[row * context + place] = BigInt(id)));
  });
  return new Tensor('int64', ids, [texts.length, context]);
}
