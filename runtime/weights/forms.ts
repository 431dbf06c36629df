/** What other programs read. `study-parallel` has `module.` before every name, as data-parallel training writes. */
export const weightForms = ['safetensors', 'study', 'study-parallel', 'openai', 'open-clip'] as const;
export type WeightForm = (typeof weightForms)[number];

/** The form that a file's name asks for. */
export function formOf(path: string): WeightForm {
  return path.endsWith('.safetensors') ? 'safetensors' : 'study';
}
