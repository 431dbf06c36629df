import type { Experiment, PseudoLabels, Teacher } from '../../../schema/generated/resolved.js';
import type { TeacherConfig } from '../../../schema/stages/labels.js';
import { siglipArrayFile, siglipFiles, siglipTowers } from '../../../schema/siglip-folder.js';
import { part, type Digests, type Part, type StageDefinition } from './definition.js';

type Section = 'pretrain' | 'clean';

/** Does the section's objective ask for a teacher's labels? */
export function withLabels(name: Section): Part<boolean> {
  return part([`${name}.objective.pseudo_labels`], (document) => {
    const weight = document[name]?.objective.pseudo_labels ?? 0;
    return weight > 0;
  });
}

/** A teacher that tells the classes of the evaluation data. */
export function asksForClasses(name: Section): Part<boolean> {
  return part([`${name}.pseudo_labels`], (document) => teacherOf(document, name).kind !== 'csv');
}

/** The classes that a teacher gives to the training data of a section. */
export function labelStage(name: Section): StageDefinition<'label'> {
  const reads = [`${name}.pseudo_labels`];
  return {
    kind: 'label',
    semantics: 1,
    config: {
      teacher: part([...reads, 'model', 'evaluate.templates'], (document) => teacherConfig(document, name)),
      files: part(reads, (document, digests) => teacherFiles(teacherOf(document, name), digests)),
    },
    locals: part([...reads, 'evaluate.batch_size'], (document) => {
      const teacher = teacherOf(document, name);
      const batch = teacher.kind === 'csv' ? document.evaluate.batch_size : teacher.batch_size;
      return { paths: { path: teacher.path }, batch };
    }),
  };
}

function teacherOf(document: Experiment, name: Section): Teacher {
  const labels: PseudoLabels | undefined = document[name]?.pseudo_labels;
  if (labels === undefined) throw new Error(`labels of a teacher in a run without ${name}.pseudo_labels`);
  return labels.teacher;
}

function teacherConfig(document: Experiment, name: Section): TeacherConfig {
  const teacher = teacherOf(document, name);
  if (teacher.kind === 'csv') {
    const { kind, image_column, label_column, delimiter } = teacher;
    return { kind, image_column, label_column, delimiter };
  }
  const templates = teacher.templates ?? document.evaluate.templates;
  if (teacher.kind === 'siglip') return { kind: teacher.kind, precision: teacher.precision, templates };
  return { kind: teacher.kind, model: teacher.model ?? document.model, templates };
}

/** What is read of a teacher: its file, or the files of its folder. */
function teacherFiles(teacher: Teacher, digests: Digests): Record<string, string> {
  if (teacher.kind !== 'siglip') return { path: digests(teacher.path) };
  const files: Record<string, string> = {};
  for (const file of siglipFiles(teacher.precision)) files[file] = digests(`${teacher.path}/${file}`);
  for (const tower of siglipTowers(teacher.precision))
    for (let number = 0; ; number++) {
      const file = siglipArrayFile(tower, number);
      const digest = digests(`${teacher.path}/${file}`, 'optional');
      if (digest === '') break;
      files[file] = digest;
    }
  return files;
}
