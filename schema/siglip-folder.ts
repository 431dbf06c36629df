/**
 * What a folder of a SigLIP model in ONNX holds: the layout of Hugging Face's hub, as `transformers.js` reads it.
 * The compiler takes these files' content into a stage's key; the runtime reads them.
 */
export type SiglipPrecision = 'fp32' | 'fp16' | 'q8' | 'q4';

/** What stands before `.onnx` in the name of a tower stored in that precision. */
const suffixes: Record<SiglipPrecision, string> = { fp32: '', fp16: '_fp16', q8: '_quantized', q4: '_q4' };

const settings = ['config.json', 'preprocessor_config.json', 'tokenizer.json', 'tokenizer_config.json'];

/** The files of both towers, image first. */
export function siglipTowers(precision: SiglipPrecision): readonly [string, string] {
  const name = (tower: string) => `onnx/${tower}_model${suffixes[precision]}.onnx`;
  return [name('vision'), name('text')];
}

/** The files that must be there, relative to the folder. */
export function siglipFiles(precision: SiglipPrecision): readonly string[] {
  return [...settings, ...siglipTowers(precision)];
}

/** Files of arrays that are too large to stand in the towers' own; a tower has as many of them as there are. */
export function siglipArrayFile(tower: string, number: number): string {
  return `${tower}_data${number === 0 ? '' : `_${number}`}`;
}
