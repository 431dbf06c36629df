import type { Severity } from '../document/diagnostic.js';

interface CodeInfo {
  readonly title: string;
  readonly severity: Severity;
}

const error = (title: string): CodeInfo => ({ title, severity: 'error' });
const warning = (title: string): CodeInfo => ({ title, severity: 'warning' });

/**
 * Every code that a person can meet. A code is never given a new meaning. docs/errors/ has a page for each, with a
 * wrong and a right example that are tests.
 *
 * 0xx files, 1xx YAML, 2xx the schema, 3xx composition, 4xx meaning, 5xx ablations and figures, 6xx data, 75x clusters, 9xx expc itself.
 */
export const codes = {
  EXPC001: error('file not found'),
  EXPC002: error('file cannot be read'),
  EXPC003: error('not a text file'),
  EXPC004: error('file too large'),
  EXPC005: error('empty file'),

  EXPC101: error('not valid YAML'),
  EXPC102: error('tab in the indentation'),
  EXPC103: error('duplicate key'),
  EXPC104: error('number written in a way that is read differently by different programs'),
  EXPC105: error('number that cannot be held exactly, or is not finite'),
  EXPC106: error('unknown, recursive or too many aliases'),
  EXPC107: error('more than one document in a file'),
  EXPC108: error('key that is not text'),
  EXPC109: error('unknown tag'),
  EXPC110: error('nested too deeply'),
  EXPC111: error('key without a value'),
  EXPC112: error('`<<` without a map'),

  EXPC201: error('unknown key'),
  EXPC202: error('missing key'),
  EXPC203: error('wrong type'),
  EXPC204: error('quoted number'),
  EXPC205: error('value that is not one of the allowed'),
  EXPC206: error('number with a unit'),
  EXPC207: error('unknown or missing kind'),
  EXPC208: error('number out of range'),
  EXPC209: error('too few or too many items'),
  EXPC210: error('item listed twice'),
  EXPC211: error('text of the wrong form'),

  EXPC301: error('cycle of `extends`'),
  EXPC302: error('`extends` that is not a file name'),
  EXPC303: error('unknown reference'),
  EXPC304: error('cycle of references'),
  EXPC305: error('malformed reference'),
  EXPC306: error('reference to a map or list inside a text'),
  EXPC307: error('environment variable not set'),
  EXPC308: error('malformed `--set`'),
  EXPC309: error('path that leads nowhere'),
  EXPC310: error('value set twice in one patch'),
  EXPC311: error('list edit that has nothing to edit'),
  EXPC312: error('too many files extended'),
  EXPC313: error('experiments that start from each other'),
  EXPC314: warning('`--set` of a value that an axis sets'),
  EXPC315: error('secret in an experiment'),

  EXPC401: error('name that refers to nothing'),
  EXPC402: error('batch larger than the data'),
  EXPC403: error('trigger larger than the picture'),
  EXPC404: warning('pictures stored at a resolution that does not fit'),
  EXPC405: error('objective without a positive weight'),
  EXPC406: warning('augmentation that has no effect'),
  EXPC407: warning('measured with another trigger or target than the one trained'),
  EXPC408: warning('warm-up longer than the training'),
  EXPC409: error('attack measured without an attack'),
  EXPC410: error('more poison than pictures'),
  EXPC411: error('model whose sizes do not fit each other'),
  EXPC412: error('epoch that the pre-training does not reach'),
  EXPC414: error('class list larger than the number of classes kept'),
  EXPC415: error('target that may not be among the classes'),
  EXPC416: error('start that is not there'),
  EXPC417: error('start that is not one stage'),
  EXPC418: error('rule of checkpoints that is not understood'),
  EXPC419: error('start from another model'),
  EXPC420: warning('name that claims another value'),
  EXPC421: error('loss without the classes that it learns'),
  EXPC422: error('micro-batch larger than the batch'),
  EXPC423: error('more clusters than pictures'),
  EXPC424: warning('options of a loss that has no weight'),
  EXPC425: error('data set made of itself'),
  EXPC426: error('parts of a join with pictures of two sizes'),
  EXPC427: error('pairs to keep that are not chosen in one way'),
  EXPC428: error('more pairs than the data set can have'),
  EXPC429: error('column named without a header'),
  EXPC430: error('pictures to be used that are not looked at'),
  EXPC434: error('pictures to classify that have no classes'),
  EXPC432: error('more devices than micro-batches'),
  EXPC433: error('jobs with fewer GPUs than devices'),

  EXPC501: error('ablation without runs'),
  EXPC502: error('axis that is not a list, a range or named variants'),
  EXPC503: error('name used twice'),
  EXPC504: error('lists of unequal length in `zip`'),
  EXPC505: error('unknown axis'),
  EXPC506: error('unknown value of an axis'),
  EXPC507: error('two runs that are the same'),
  EXPC508: warning('rule that matches no run'),
  EXPC509: error('two axes that set the same value'),
  EXPC510: error('malformed range'),
  EXPC511: error('value of an axis listed twice'),
  EXPC512: error('too many runs'),
  EXPC513: warning('different runs under the same labels'),
  EXPC521: error('rule of a figure that is not understood'),
  EXPC522: error('reference without a value'),
  EXPC523: error('days of a figure that are not there'),

  EXPC601: error('target that is no class'),
  EXPC602: error('no epoch that the rule allows'),
  EXPC603: error('checkpoint that was not kept'),
  EXPC604: error('epochs that were not measured'),
  EXPC605: error('fewer GPUs than devices'),

  EXPC751: error('no commands of Slurm'),
  EXPC752: error('job that Slurm refuses'),
  EXPC753: error('partition that Slurm does not have'),
  EXPC754: error('controller of Slurm that does not answer'),
  EXPC755: error('script of jobs that cannot be used'),

  EXPC901: error('error in expc itself'),
} as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof codes;

export function isCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}
