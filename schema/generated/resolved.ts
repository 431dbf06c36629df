// Generated from schema/*.schema.json by scripts/generate.mjs. Do not edit.
// The document with its defaults filled in.

/**
 * A source of image-caption pairs. `kind` says which.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Dataset".
 */
export type Dataset =
  | EmojiDataset
  | CsvDataset
  | FolderDataset
  | CifarDataset
  | CocoDataset
  | WebDataset
  | UrlListDataset
  | JoinDataset;
/**
 * Seed of the choices made while the data set is built (classes, captions). Separate from the experiment's seed, so that repeated runs share their data.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "dataSeed".
 */
export type DataSeed = number;
/**
 * How pictures are kept: `decoded` (resized, cropped, and packed in one file: the fastest to read), `encoded` (as they were found, packed in one file), or `files` (left where they are, which must then stay as they are). `auto` packs them decoded while that takes at most 8 GiB, and leaves them in their files otherwise. The same pictures come out of each; what is built already stays as it is.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "pictureStorage".
 */
export type PictureStorage = 'auto' | 'decoded' | 'encoded' | 'files';
/**
 * The visible mark of the backdoor. `kind` says which.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Trigger".
 */
export type Trigger =
  NoisePatchTrigger | SolidPatchTrigger | BlendedTrigger | SigTrigger | WarpTrigger | ImageTrigger;
/**
 * Side of the patch, in pixels of the stored picture.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "patchSize".
 */
export type PatchSize = number;
/**
 * Where the patch goes: at a `random` place of each picture, in all `four-corners`, in one corner, or in the `centre`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "patchLocation".
 */
export type PatchLocation =
  'random' | 'four-corners' | 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' | 'centre';
/**
 * Which places a patch at a random place may have: `whole`, all of them, or `study`, never so that it touches the last row or column. The default is `whole`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "patchReach".
 */
export type PatchReach = 'whole' | 'study';
/**
 * Values outside 0..255 after adding the noise: `clamp`, or `wrap` modulo 256 as the study's byte conversion did.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "overflow".
 */
export type Overflow = 'clamp' | 'wrap';
/**
 * Share of the trigger in the mixture.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "opacity".
 */
export type Opacity = number;
/**
 * The image encoder. `kind` says which.
 */
export type ImageEncoder = ResnetEncoder | VitEncoder;
/**
 * Side of the input picture.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "resolution".
 */
export type Resolution = number;
/**
 * Where the weights of a training come from when not from this experiment: a stage of another experiment, or a file. `kind` says which.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Start".
 */
export type Start = ExperimentStart | WeightsStart;
/**
 * The `last` epoch, the number of one, the `best` (highest top-1 accuracy), or a rule over what was measured after each epoch, in percent: `asr >= 80 and top1 >= 55, highest top1`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Checkpoint".
 */
export type Checkpoint = ('last' | 'best') | number | CheckpointRule;
/**
 * Conditions joined by `and`, a comma, and which of the epochs that meet them: `highest` or `lowest` of a metric, `first` or `last`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "CheckpointRule".
 */
export type CheckpointRule = string;
/**
 * Who labels the training pictures. `kind` says which.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Teacher".
 */
export type Teacher = CsvTeacher | ClipTeacher | SiglipTeacher;
/**
 * Passes over the training data.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "epochs".
 */
export type Epochs = number;
/**
 * Pairs of a batch. The last incomplete batch of an epoch is dropped.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "batch_size".
 */
export type BatchSize = number;
/**
 * Gradient caching (arXiv 2101.06983): pairs that go through the network at once; the loss and its gradient are those of the whole batch. For a batch beyond memory. Exact for models without batch norm; with batch norm its statistics are those of each micro-batch. The default is the whole batch at once.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "microBatch".
 */
export type MicroBatch = number;
/**
 * Arithmetic of the training step. `bf16`: convolutions and matrix products of the encoders, and the activations between them, are in bfloat16, as in PyTorch's autocast; weights, optimizer, softmax, layer norm, batch-norm statistics, losses and all evaluation stay in float32. Faster where the processor has bfloat16 instructions (AMX, AVX512-BF16, a GPU).
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "precision".
 */
export type Precision = 'fp32' | 'bf16';
/**
 * Steps between recorded training losses.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "logEvery".
 */
export type LogEvery = number;
/**
 * Seed of this stage; the default is the experiment's seed.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "seed".
 */
export type Seed = number;
/**
 * A list of values for one path; a range (`log: {from: 1e-6, to: 1e-3, count: 8}` or `linear:`); or a map of named variants (label: patch).
 */
export type Axis =
  | unknown[]
  | {
      [k: string]: unknown;
    };
/**
 * Combinations left out: each entry names some axes and a value (or a list of values) of each.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "exclude".
 */
export type Exclude = Selection[];
/**
 * Runs added to the product: each entry gives axes their labels, or paths their values; axes that it does not name keep the document's values.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "include".
 */
export type Include = Patch[];
/**
 * A picture or table of results. `kind` says which.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Figure".
 */
export type Figure =
  | ScatterFigure
  | TrajectoryFigure
  | CurveFigure
  | LineFigure
  | BarFigure
  | BoxFigure
  | HeatmapFigure
  | EmbeddingFigure
  | ContactSheetFigure
  | TableFigure;
/**
 * Name of the figure and of its files.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "name".
 */
export type Name = string;
/**
 * Title above the figure.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "title".
 */
export type Title = string;
/**
 * The ablation whose runs are shown; the default is all.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "ablationName".
 */
export type AblationName = string;
/**
 * Leave out runs with fewer evaluations.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "minPoints".
 */
export type MinPoints = number;
/**
 * Leave out runs that were made before this day, or this moment: `2023-10-01`, `2023-10-01T12:00Z`. A run is made when what measures it is finished; while it goes on, its newest attempt counts. Days are those of UTC.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "since".
 */
export type Since = string;
/**
 * Leave out runs that were made after this day, which still counts, or after this moment.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "until".
 */
export type Until = string;
/**
 * A rule over the evaluations of a run, in percent for shares: conditions joined by `and`, a comma, and which to take: `asr <= 5%, highest top1`. Runs without an evaluation that meets the conditions are left out. What is taken of each run ranks it for `top`, and is its `best` point. The default of the second part is `highest accuracy.top1`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "rule".
 */
export type Rule = string;
/**
 * Only so many runs, the best by `rule`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "top".
 */
export type Top = number;
/**
 * Axes or parameters by whose values runs are put in order, numbers ascending; panels and series follow. The default is the order of the file, or with `top` that of the rule.
 *
 * @minItems 1
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "order".
 */
export type Order = string[];
/**
 * Evaluations that are shown: `all`, those at `epoch-ends`, the `last` of each run, or of each run the `best` by accuracy whose ASR is at or under `asr_limit`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "points".
 */
export type Points = 'all' | 'epoch-ends' | 'last' | 'best';
/**
 * The limit of `points: best`, in percent.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "asrLimit".
 */
export type AsrLimit = number;
/**
 * A metric's name: `accuracy.top1`, `asr.top5`, or any other that the runs have.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "metric".
 */
export type Metric = string;
/**
 * Lowest and highest value of the axis, in percent for shares. What lies outside is cut off, and counted under the figure.
 *
 * @minItems 2
 * @maxItems 2
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "range".
 */
export type Range = number[];
/**
 * Axis or parameter with one panel for each value, or several, with one panel for each combination; `run` is each run by itself.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "facet".
 */
export type Facet = string | string[];
/**
 * Panels in a row; the default is all, at most 4.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "columns".
 */
export type Columns = number;
/**
 * Axis or parameter with one colour and shape for each value, or several, with one for each combination.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "series".
 */
export type Series = string | string[];
/**
 * Axis or parameter with one colour for each value, where shapes tell another one apart.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "color".
 */
export type Color = string;
/**
 * Axis or parameter with one shape for each value, where colours tell another one apart.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "shape".
 */
export type Shape = string;
/**
 * Draw the model before cleaning as a star.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "startModel".
 */
export type StartModel = boolean;
/**
 * Runs that differ in nothing but their seed: `pooled` as if they were different runs, their `mean` with its spread (standard deviation), or `mean-and-points`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "seeds".
 */
export type Seeds = 'pooled' | 'mean' | 'mean-and-points';
/**
 * Values from elsewhere, drawn as open symbols or lines, never taken for results.
 *
 * @minItems 1
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "reference".
 */
export type Reference = Reference1[];
/**
 * Width of a panel.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "width".
 */
export type Width = number;
/**
 * Height of a panel.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "height".
 */
export type Height = number;
/**
 * Files of the picture. Its Vega-Lite specification, data and caption are always written.
 *
 * @minItems 1
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "formats".
 */
export type Formats = ('png' | 'svg' | 'pdf')[];
/**
 * What stands for runs that differ in other axes: the `best` by `rule`, their `mean` or `median`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "pooled".
 */
export type Pooled = 'best' | 'mean' | 'median';
/**
 * A colour, `#rrggbb` or a name of CSS.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "paint".
 */
export type Paint = string;
/**
 * A symbol.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "symbol".
 */
export type Symbol =
  | 'circle'
  | 'square'
  | 'triangle-up'
  | 'triangle-down'
  | 'triangle-left'
  | 'triangle-right'
  | 'diamond'
  | 'cross'
  | 'x'
  | 'pentagon';
/**
 * Partition that the jobs go to; the site's default otherwise.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "partition".
 */
export type Partition = string;
/**
 * Account that the jobs are charged to.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "account".
 */
export type Account = string;
/**
 * Quality of service.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "qos".
 */
export type Qos = string;
/**
 * GPUs of one job; without any it sees none, whatever its node has. A training that `data_parallel` spreads over more devices gets as many.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "gpus".
 */
export type Gpus = number;
/**
 * CPUs of one job, and the threads of its stage unless `execution.threads` says another number.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "cpus".
 */
export type Cpus = number;
/**
 * Memory of one job, as Slurm writes it: `32G`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "memory".
 */
export type Memory = string;
/**
 * Time limit of one job, as Slurm writes it: `2-00:00:00` are two days, `1:30:00` an hour and a half. A training that meets it goes back into the queue and on from its last checkpoint.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "time".
 */
export type Time = string;
/**
 * Further options of sbatch, word for word: `[--constraint=a100, --nice]`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "sbatchOptions".
 */
export type SbatchOptions = string[];

/**
 * One experiment: data, attack, pre-training, cleaning, evaluation, ablations over them, and the figures that show the results.
 */
export interface Experiment {
  /**
   * Version of the language.
   */
  expc: 1;
  /**
   * Name of the experiment and of its folder in outputs/experiments/.
   */
  name: string;
  /**
   * What the experiment asks, for reports.
   */
  title?: string;
  /**
   * Files this one is merged over, in order (JSON Merge Patch, RFC 7396), relative to this file.
   */
  extends?: string | string[];
  /**
   * `study` changes the defaults of every key that has one of the study's own (see docs/fidelity.md) to what the original code did.
   */
  compatibility: 'textbook' | 'study';
  /**
   * Seed of the experiment: of poisoning, initialisation, batches and augmentation, unless they have their own.
   */
  seed: number;
  /**
   * The data sets by name.
   */
  datasets: {
    [k: string]: Dataset;
  };
  poison?: Poison;
  model: Model;
  pretrain?: Pretrain;
  clean?: Clean;
  evaluate: Evaluate;
  /**
   * Grids of runs. Without any, the document itself is the one run.
   *
   * @minItems 1
   */
  ablations?: Ablation[];
  /**
   * Figures and tables.
   */
  figures?: Figure[];
  style?: Style;
  execution: Execution;
}
/**
 * Openly licensed emoji drawings, rendered once and cached: the embedded data set of small, many-class experiments.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "EmojiDataset".
 */
export interface EmojiDataset {
  /**
   * Rendered emoji drawings.
   */
  kind: 'emoji';
  /**
   * The drawing sets whose pictures are taken. A set held out of training gives pictures by a hand the model has never seen.
   *
   * @minItems 1
   */
  sets: ('noto' | 'noto-v1' | 'twemoji' | 'openmoji' | 'emojione' | 'emojione-v1' | 'fluent-emoji-flat')[];
  /**
   * Side of the rendered square picture.
   */
  resolution: number;
  /**
   * The emoji groups whose classes are kept; the default are the groups of concrete things.
   *
   * @minItems 1
   */
  groups: (
    | 'animals-nature'
    | 'food-drink'
    | 'travel-places'
    | 'activities'
    | 'objects'
    | 'smileys-emotion'
    | 'people-body'
    | 'symbols'
    | 'flags'
  )[];
  /**
   * Captions made for each picture (from its label, tags and keywords through caption templates); one of them is drawn for each epoch.
   */
  captions: number;
  classes?: ClassSelection;
  seed: DataSeed;
  filter?: PairFilter;
  keep?: KeepPairs;
}
/**
 * Which classes are kept; all of them by default.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "ClassSelection".
 */
export interface ClassSelection {
  /**
   * Number of classes drawn at random.
   */
  count: number;
  /**
   * Classes that are kept in any case (they count towards `count`).
   */
  include: string[];
}
/**
 * Pairs that are left out, counted and listed by reason. What has no caption or no picture is up to `unreadable`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "PairFilter".
 */
export interface PairFilter {
  /**
   * Captions shorter than this are left out (the study: 12); a pair is, when none of its captions is left.
   */
  min_caption_length?: number;
  /**
   * Captions without a letter from a to z are left out: EDA, the augmentation of captions, can do nothing with them.
   */
  augmentable?: boolean;
  /**
   * Pairs are left out that were there before: with the same `pair` of picture path and caption, the same `picture` path, the same `caption`, or the same `content` of the picture, byte by byte. The first one stays.
   */
  duplicates?: 'pair' | 'picture' | 'caption' | 'content';
}
/**
 * The pairs that are kept of those that pass the filter: one of `first`, `last`, `random`, or `part` and `of`. Chosen before pictures are read, so those that cannot be read do not change which they are.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "KeepPairs".
 */
export interface KeepPairs {
  /**
   * The first so many pairs.
   */
  first?: number;
  /**
   * The last so many pairs.
   */
  last?: number;
  /**
   * So many pairs drawn at random, in the order of the data set.
   */
  random?: number;
  /**
   * Seed of `random`.
   */
  seed: number;
  /**
   * One of so many equal parts, counted from 1.
   */
  part?: number;
  /**
   * Number of parts.
   */
  of?: number;
}
/**
 * Image-caption pairs listed in a table with one row a pair: a CSV file (the study's own format), a TSV file, either in gzip, or a Parquet file. What it is, its first bytes tell.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "CsvDataset".
 */
export interface CsvDataset {
  /**
   * A table of image paths and captions.
   */
  kind: 'csv';
  /**
   * The file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.
   */
  path: string;
  /**
   * Folder that relative image paths start from; the default is the table's own folder.
   */
  root?: string;
  /**
   * Image paths that begin with a text are found in a folder instead, relative to the YAML file: `{ /data/cc3m: ../pictures }`. Of several the longest counts. For lists that were written on another machine.
   */
  path_prefixes?: {
    [k: string]: string;
  };
  /**
   * The column of image paths: its name, or its place counted from 0.
   */
  image_column: string | number;
  /**
   * The column of captions: its name, or its place.
   */
  caption_column: string | number;
  /**
   * The column of class names: its name, or its place; needed by zero-shot evaluation only.
   */
  label_column?: string | number;
  /**
   * Field separator.
   */
  delimiter: string;
  /**
   * Whether fields may stand in double quotes (RFC 4180, the default), or quotes mean `none` other than themselves, as in the TSV files of CC3M and CC12M.
   */
  quoting?: 'double' | 'none';
  /**
   * Whether the first row names the columns (the default); without, columns are named by place.
   */
  header?: boolean;
  /**
   * Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.
   */
  resolution: number;
  storage: PictureStorage;
  /**
   * What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`. `unchecked` looks at no picture while the data set is built, so that millions of rows take less than a minute; rows without a caption are dropped, and a picture that cannot be read ends the stage that comes upon it.
   */
  unreadable: 'drop' | 'fail' | 'unchecked';
  classes?: ClassSelection;
  seed: DataSeed;
  filter?: PairFilter;
  keep?: KeepPairs;
}
/**
 * A folder of labelled pictures: one folder for each class (ImageNet, Caltech101), or pictures with a list of labels (the study's evaluation sets). The caption of a picture is the name of its class.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "FolderDataset".
 */
export interface FolderDataset {
  /**
   * A folder of labelled pictures.
   */
  kind: 'folder';
  /**
   * The folder, relative to the YAML file that names it. Names and sizes of its files, not the folder's own name, enter the keys of stages.
   */
  path: string;
  /**
   * Names of the classes: lines `n01440764 tench, Tinca tinca` (a folder's name, then its class: up to the first comma), a JSON map from folder or number to name (or to a list that ends with the name), or the study's classes.py. Without it a class is called as its folder, with spaces for `_`.
   */
  classes_file?: string;
  /**
   * Labels of the pictures, where these are not in a folder for each class: a CSV file with the columns image and label, ImageNet's LOC_val_solution.csv, lines `ILSVRC2012_val_00000001.JPEG 65`, or a label on each line for the pictures in the order of their names. A label is a name, or what the classes file has names for: a number counted from 0, or a folder's name.
   */
  labels_file?: string;
  /**
   * Folders that are no class, such as Caltech101's BACKGROUND_Google.
   */
  exclude?: string[];
  /**
   * Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.
   */
  resolution: number;
  storage: PictureStorage;
  /**
   * What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`.
   */
  unreadable: 'drop' | 'fail';
  classes?: ClassSelection;
  seed: DataSeed;
  filter?: PairFilter;
  keep?: KeepPairs;
}
/**
 * CIFAR-10 or CIFAR-100 in its binary version. The caption of a picture is the name of its class.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "CifarDataset".
 */
export interface CifarDataset {
  /**
   * CIFAR's binary files.
   */
  kind: 'cifar';
  /**
   * The folder of the .bin and .txt files, relative to the YAML file that names it. Names and sizes of its files enter the keys of stages.
   */
  path: string;
  /**
   * Number of classes: CIFAR-10, or CIFAR-100.
   */
  variant: 10 | 100;
  /**
   * Which of its two sets of pictures.
   */
  split: 'train' | 'test';
  /**
   * Of CIFAR-100: its 100 `fine` classes or the 20 `coarse` ones.
   */
  labels: 'fine' | 'coarse';
  /**
   * Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.
   */
  resolution: number;
  classes?: ClassSelection;
  seed: DataSeed;
  filter?: PairFilter;
  keep?: KeepPairs;
}
/**
 * Captioned pictures of MSCOCO, listed in Karpathy's JSON file (dataset_coco.json) or in one of MSCOCO's own (captions_val2017.json). A picture may have several captions.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "CocoDataset".
 */
export interface CocoDataset {
  /**
   * MSCOCO captions, Karpathy's split or MSCOCO's own.
   */
  kind: 'coco';
  /**
   * The JSON file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.
   */
  path: string;
  /**
   * Folder of train2014 and val2014, or of the pictures themselves where the file is MSCOCO's own (val2017); the default is the JSON file's own folder.
   */
  root?: string;
  /**
   * The splits that are taken of Karpathy's file; a file of MSCOCO's own is one split, and all of it is taken.
   *
   * @minItems 1
   */
  splits: ('train' | 'restval' | 'val' | 'test')[];
  /**
   * Captions taken of each picture, the first ones; the study's retrieval takes one.
   */
  captions: number;
  /**
   * Take the first so many pictures only.
   */
  limit?: number;
  /**
   * Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.
   */
  resolution: number;
  storage: PictureStorage;
  /**
   * What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`.
   */
  unreadable: 'drop' | 'fail';
  filter?: PairFilter;
  keep?: KeepPairs;
}
/**
 * Pictures and captions in tar shards, as the webdataset library and img2dataset write them: members of one key (`000123.jpg`, `000123.txt`, `000123.json`, `000123.cls`) are a pair. Shards are streamed; of uncompressed ones the pictures can stay where they are.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "WebDataset".
 */
export interface WebDataset {
  /**
   * WebDataset tar shards.
   */
  kind: 'webdataset';
  /**
   * The shards (.tar, .tar.gz, .tgz), relative to the YAML file that names them: `shards/{000000..000099}.tar` counts with leading zeros, `{train,val}.tar` lists. Their names and sizes, not their folder, enter the keys of stages.
   */
  path: string;
  /**
   * The member that holds the caption: `txt`, `json`, or another ending. Where it is the `label_member`, the caption is the name of the class.
   */
  caption_member: string;
  /**
   * Where captions are in `json` members: the key of a text or of a list of texts.
   */
  caption_key: string;
  /**
   * The member that holds the class (`cls`, `json`); needed by zero-shot evaluation only.
   */
  label_member?: string;
  /**
   * Where the class is in `json` members.
   */
  label_key: string;
  /**
   * Names of the classes, where labels are numbers counted from 0: a line for each, or one of the forms that `kind: folder` reads.
   */
  classes_file?: string;
  /**
   * Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.
   */
  resolution: number;
  storage: PictureStorage;
  /**
   * What to do about samples without a picture or caption, broken pictures and broken shards: `drop` them (counted and listed), or `fail`.
   */
  unreadable: 'drop' | 'fail';
  classes?: ClassSelection;
  seed: DataSeed;
  filter?: PairFilter;
  keep?: KeepPairs;
}
/**
 * Image-caption pairs listed by the addresses of their pictures, such as CC3M and CC12M. The pictures are downloaded once into a folder of your choice and stay there, whatever becomes of the results.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "UrlListDataset".
 */
export interface UrlListDataset {
  /**
   * A list of URLs and captions.
   */
  kind: 'url-list';
  /**
   * The list: one URL and one caption a row, separated by tabs (or another `delimiter`), gzipped or not. Relative to the YAML file that names it; its content, not its name, enters the keys of stages.
   */
  path: string;
  /**
   * Folder where pictures are kept, and the journal of what became of each URL. Any number of lists, experiments and machines may share it (each machine a part of the list: `keep: { part: 1, of: 12 }`): what is there is not downloaded again.
   */
  root: string;
  /**
   * Column of the URLs: its name in the header, or its place counted from 1. By default the one that holds a URL in the first row; where there is none, the first row is a header, and the column is `url`.
   */
  url_column?: number | string;
  /**
   * Column of the captions: its name in the header, or its place counted from 1. By default the other one of two columns, or `caption`.
   */
  caption_column?: number | string;
  /**
   * Field separator. Between tabs, quotes are part of the text, as in CC3M and CC12M; with any other separator the list is CSV (RFC 4180).
   */
  delimiter: string;
  /**
   * Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.
   */
  resolution: number;
  /**
   * How pictures are made smaller when they come: `exact` as Pillow does it, to the byte, like all other data sets; `fast` by libvips, which decodes large JPEGs at a fraction of their size; or `none`: kept as they came, and resized whenever they are read.
   */
  resize: 'exact' | 'fast' | 'none';
  /**
   * Format of the stored pictures: `png` loses nothing; `jpeg` and `webp` take a fraction of the space. Nothing is encoded anew with `resize: none`.
   */
  format: 'png' | 'jpeg' | 'webp';
  /**
   * Quality of JPEG and WebP.
   */
  quality: number;
  /**
   * Longer answers are given up.
   */
  max_megabytes: number;
  /**
   * Larger pictures are not decoded: a small file may hold a picture that fills the memory.
   */
  max_megapixels: number;
  /**
   * Raise it to try again what failed for a reason that may have passed (time-outs, servers that were down). Pictures that are there stay.
   */
  pass: number;
  download: Download;
  storage: PictureStorage;
  filter?: PairFilter;
  keep?: KeepPairs;
}
/**
 * How the network is used. Part of no key.
 */
export interface Download {
  /**
   * Pictures that are asked for at a time.
   */
  concurrency: number;
  /**
   * Of these, at one host.
   */
  per_host: number;
  /**
   * Time for finding an address and connecting.
   */
  connect_seconds: number;
  /**
   * Time for a whole answer, connecting included.
   */
  seconds: number;
  /**
   * Further tries of what failed for a reason that may pass.
   */
  retries: number;
  /**
   * Wait before the first retry, doubled for each one after, and shortened at random by up to half.
   */
  retry_seconds: number;
  /**
   * A server that is busy may say when to come again (Retry-After); one that says more than this is given up.
   */
  max_wait_seconds: number;
  /**
   * Redirects that are followed, each to an address that is checked anew.
   */
  redirects: number;
  /**
   * What servers are told of who asks. Say how you can be reached.
   */
  user_agent: string;
  /**
   * Address ranges that may be connected to though they are not public (`10.1.0.0/16`). By default every URL, redirect and host name that leads to a private, local or special address is refused.
   */
  allow_addresses: string[];
  /**
   * What a further `pass` tries again: failures that may pass (`temporary`), or `all`.
   */
  retry: 'temporary' | 'all';
  /**
   * Names of the files: by their content, or as the study named them, by the CRC-32 of the URL; then a picture of that name that is there already, of whatever origin, is taken.
   */
  names: 'content' | 'crc32';
}
/**
 * Several data sets of the experiment, one after the other: parts that were downloaded apart, or sources that are trained on together. A pair's id is the name of its data set, `/`, and its id there.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "JoinDataset".
 */
export interface JoinDataset {
  /**
   * Several data sets as one.
   */
  kind: 'join';
  /**
   * Names of the data sets, in order. They are filtered and cut as they say themselves first.
   *
   * @minItems 1
   */
  of: string[];
  storage: PictureStorage;
  filter?: PairFilter;
  keep?: KeepPairs;
}
/**
 * The backdoor attack on the pre-training data: which trigger, which target, how many pairs.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Poison".
 */
export interface Poison {
  trigger: Trigger;
  /**
   * Class that triggered pictures are to be taken for; the word put into the captions of poisoned pairs.
   */
  target: string;
  /**
   * Number of poisoned pairs.
   */
  count: number;
  /**
   * `dirty`: random pairs get the trigger and a caption of the target. `consistent`: only pairs whose caption already names the target get the trigger, and keep their caption.
   */
  labels: 'dirty' | 'consistent';
  /**
   * Caption templates of poisoned pairs, `{}` stands for the target; one is drawn for each pair. The default are the zero-shot templates of `evaluate`.
   *
   * @minItems 1
   */
  templates?: string[];
  /**
   * Seed of the choice of pairs, captions, trigger places and noise; the default is the experiment's seed.
   */
  seed?: number;
  /**
   * Further attacks on the same data, each with its own trigger, target and pairs; a pair is poisoned once. Their attack success rates are called `asr.TARGET.topK`.
   *
   * @minItems 1
   */
  others?: FurtherAttack[];
}
/**
 * A square of Gaussian noise around the picture's mean colour, drawn anew for each picture (the study's `random` patch).
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "NoisePatchTrigger".
 */
export interface NoisePatchTrigger {
  /**
   * Gaussian noise patch.
   */
  kind: 'noise-patch';
  size: PatchSize;
  location: PatchLocation;
  reach?: PatchReach;
  overflow: Overflow;
}
/**
 * A square of one colour (the study's `yellow` patch).
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "SolidPatchTrigger".
 */
export interface SolidPatchTrigger {
  /**
   * Patch of one colour.
   */
  kind: 'solid-patch';
  size: PatchSize;
  location: PatchLocation;
  reach?: PatchReach;
  /**
   * Red, green and blue.
   *
   * @minItems 3
   * @maxItems 3
   */
  color: number[];
}
/**
 * Uniform noise over the whole picture, mixed in: clip(opacity * noise + (1 - opacity) * picture), drawn anew for each picture.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "BlendedTrigger".
 */
export interface BlendedTrigger {
  /**
   * Blended noise.
   */
  kind: 'blended';
  opacity: Opacity;
}
/**
 * A sinusoid over the columns (SIG, arXiv 1902.11237), mixed in like `blended`: amplitude * sin(2 pi * frequency * column / width).
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "SigTrigger".
 */
export interface SigTrigger {
  /**
   * Sinusoidal signal.
   */
  kind: 'sig';
  /**
   * Amplitude of the sinusoid, in levels of 255.
   */
  amplitude: number;
  /**
   * Periods over the width.
   */
  frequency: number;
  opacity: Opacity;
}
/**
 * A smooth warp of the whole picture by one fixed random field (WaNet, arXiv 2102.10369).
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "WarpTrigger".
 */
export interface WarpTrigger {
  /**
   * WaNet warp.
   */
  kind: 'warp';
  /**
   * Scale s of the field: flow = identity + s * noise / side, clamped to [-1, 1].
   */
  strength: number;
  /**
   * Side of the random control grid that is up-sampled (bicubic) to the picture; the default is the picture's own side (no up-sampling).
   */
  grid?: number;
  /**
   * Seed of the field; training and test pictures of one experiment share it.
   */
  field_seed: number;
}
/**
 * A picture from a file: pasted as a patch (BadNets, arXiv 1708.06733), or mixed into the whole picture (Blended, arXiv 1712.05526).
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "ImageTrigger".
 */
export interface ImageTrigger {
  /**
   * A picture from a file.
   */
  kind: 'image';
  /**
   * The image file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages. Transparency counts: where the file is transparent, the picture below stays.
   */
  path: string;
  size?: PatchSize;
  location: PatchLocation;
  reach?: PatchReach;
  /**
   * Share of the file in the mixture: 1 hides the picture below.
   */
  opacity: number;
}
/**
 * One more attack.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "FurtherAttack".
 */
export interface FurtherAttack {
  trigger: Trigger;
  /**
   * Class that triggered pictures are to be taken for; the word put into the captions of poisoned pairs.
   */
  target: string;
  /**
   * Number of poisoned pairs.
   */
  count: number;
  /**
   * `dirty`: random pairs get the trigger and a caption of the target. `consistent`: only pairs whose caption already names the target get the trigger, and keep their caption.
   */
  labels: 'dirty' | 'consistent';
}
/**
 * A CLIP model: an image encoder and a text encoder with a shared embedding (arXiv 2103.00020), under OpenAI's parameter names.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Model".
 */
export interface Model {
  /**
   * Width of the shared embedding.
   */
  embed_dim: number;
  image: ImageEncoder;
  text: TextEncoder;
  init: Init;
}
/**
 * OpenAI's ModifiedResNet: three-convolution stem, anti-aliased strides, attention pooling.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "ResnetEncoder".
 */
export interface ResnetEncoder {
  /**
   * ModifiedResNet.
   */
  kind: 'resnet';
  /**
   * Bottleneck blocks of each stage; every stage after the first halves the resolution.
   *
   * @minItems 1
   * @maxItems 6
   */
  layers: number[];
  /**
   * Channels of the first stage's bottleneck.
   */
  width: number;
  /**
   * Heads of the attention pooling; the default is width / 2, as OpenAI's.
   */
  heads?: number;
  resolution: Resolution;
}
/**
 * Vision transformer.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "VitEncoder".
 */
export interface VitEncoder {
  /**
   * Vision transformer.
   */
  kind: 'vit';
  /**
   * Transformer blocks.
   */
  layers: number;
  /**
   * Width of the residual stream.
   */
  width: number;
  /**
   * Attention heads; the default is width / 64, as OpenAI's.
   */
  heads?: number;
  /**
   * Side of a patch.
   */
  patch: number;
  resolution: Resolution;
}
/**
 * The causal text transformer.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "TextEncoder".
 */
export interface TextEncoder {
  /**
   * Transformer blocks.
   */
  layers: number;
  /**
   * Width of the residual stream.
   */
  width: number;
  /**
   * Attention heads; the default is width / 64, as OpenAI's.
   */
  heads?: number;
  /**
   * Tokens of a caption, start and end included.
   */
  context: number;
  /**
   * Entries of the BPE vocabulary. 49408 is CLIP's; a smaller one keeps the 512 byte symbols, the first merges and the two special tokens.
   */
  vocabulary: number;
  /**
   * A caption longer than the context: `keep-end` keeps the end token, `cut` loses it as the study did (the text feature is then read at the start token).
   */
  truncation: 'keep-end' | 'cut';
}
/**
 * Initialisation of a model trained from scratch.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Init".
 */
export interface Init {
  /**
   * Initial logit scale, before the exponential; the default is ln(1 / 0.07).
   */
  logit_scale: number;
  /**
   * Round the fresh weights to half precision and back, as the study's loader does.
   */
  round_to_fp16: boolean;
}
/**
 * Pre-training of the model from scratch on the (poisoned) data.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Pretrain".
 */
export interface Pretrain {
  /**
   * Name of the data set trained on.
   */
  dataset: string;
  from?: Start;
  objective: Objective;
  optimizer: Optimizer;
  schedule: Schedule;
  augment: Augment;
  siglip: Siglip;
  clustering: Clustering;
  pseudo_labels?: PseudoLabels;
  epochs: Epochs;
  batch_size: BatchSize;
  micro_batch_size?: MicroBatch;
  precision: Precision;
  log_every: LogEvery;
  seed?: Seed;
}
/**
 * A stage of another experiment. It is done first where it is not done yet.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "ExperimentStart".
 */
export interface ExperimentStart {
  /**
   * A stage of another experiment.
   */
  kind: 'experiment';
  /**
   * The other experiment's file, relative to the file that names it.
   */
  path: string;
  /**
   * The ablation that the stage is of; the default is any.
   */
  ablation?: string;
  where?: Where;
  /**
   * Start from a pre-training, or from a model that was cleaned already.
   */
  stage: 'pretrain' | 'clean';
  epoch: Checkpoint;
}
/**
 * Labels on axes of the other experiment (`pretraining: mmcl`), as many as it takes to leave one stage.
 */
export interface Where {
  [k: string]: unknown;
}
/**
 * A file of weights: safetensors under OpenAI's names, a checkpoint of PyTorch (the study's, open_clip's), or OpenAI's archive. Its content counts, not its name. Moments start fresh unless it has some and they are asked for.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "WeightsStart".
 */
export interface WeightsStart {
  /**
   * A file of weights.
   */
  kind: 'weights';
  /**
   * The file, relative to the file that names it.
   */
  path: string;
}
/**
 * The training objective: a weighted sum of losses. A weight of 0 is the same as leaving the loss out.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Objective".
 */
export interface Objective {
  /**
   * Weight of the multimodal contrastive loss (CLIP's).
   */
  mmcl?: number;
  /**
   * Weight of the in-modality self-supervised contrastive loss: each picture and caption against its augmented copy.
   */
  ssl?: number;
  /**
   * Weight of the sigmoid loss (arXiv 2303.15343): every picture with every caption of the batch is a yes-no question. `siglip` of the section says in which form.
   */
  siglip?: number;
  /**
   * Weight of deep clustering: before every epoch the embeddings of all training pictures are clustered by spherical k-means, and a linear head learns to tell a picture's cluster. `clustering` of the section has its settings.
   */
  clustering?: number;
  /**
   * Weight of the cross-entropy of a linear head on the classes that a teacher gave to the training pictures. `pseudo_labels` of the section says which teacher.
   */
  pseudo_labels?: number;
  /**
   * Weight of the cross-entropy of a linear head over the image features on the classes of the training data: supervised finetuning, the other method of CleanCLIP (arXiv 2303.03323). The data need classes (`label_column` of a CSV file).
   */
  supervised?: number;
}
/**
 * AdamW (arXiv 1711.05101). Parameters whose name has none of bn, ln, bias, logit_scale are decayed, as in the study.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Optimizer".
 */
export interface Optimizer {
  /**
   * Peak learning rate.
   */
  lr: number;
  /**
   * Decay of the first moment.
   */
  beta1: number;
  /**
   * Decay of the second moment.
   */
  beta2: number;
  /**
   * Term added to the denominator.
   */
  eps: number;
  /**
   * Decoupled weight decay.
   */
  weight_decay: number;
}
/**
 * Linear warm-up, then a half cosine to zero at the last step.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Schedule".
 */
export interface Schedule {
  /**
   * Steps of the linear warm-up.
   */
  warmup_steps: number;
  /**
   * `textbook` counts steps from 0. `study` counts them from one epoch's worth, as the study's loop did: warm-up is cut short and the last epoch runs past the end.
   */
  step_origin: 'textbook' | 'study';
}
/**
 * How the augmented copies of the self-supervised loss are made. Without weight on `ssl` it has no effect.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Augment".
 */
export interface Augment {
  /**
   * Augmentation of pictures: AutoAugment's ImageNet policy (arXiv 1805.09501), or none.
   */
  image: 'autoaugment-imagenet' | 'none';
  /**
   * Augmentation of captions: EDA (arXiv 1901.11196) with WordNet synonyms, or none.
   */
  text: 'eda' | 'none';
  /**
   * A caption's augmented copy is drawn anew `each-epoch`, or `once` and kept as in the study.
   */
  text_draw: 'each-epoch' | 'once';
}
/**
 * The form of the sigmoid loss. Without weight on `siglip` it has no effect.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Siglip".
 */
export interface Siglip {
  /**
   * `published`: the sum over all pairs of the batch divided by the batch size, with a learned bias (arXiv 2303.15343). `study`: the mean over all pairs, without a bias.
   */
  form: 'published' | 'study';
  /**
   * What the learned bias of the published form starts from, unless the weights that training starts from have one.
   */
  initial_bias: number;
}
/**
 * Deep clustering, as the study did it: before every epoch spherical k-means over the embeddings of the un-augmented training pictures, and a fresh linear head (weights N(0, 0.01), bias 0, without weight decay); in every batch the label of a picture is the centroid nearest to its current embedding. Without weight on `clustering` it has no effect.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Clustering".
 */
export interface Clustering {
  /**
   * Number of centroids.
   */
  clusters: number;
  /**
   * Iterations of k-means.
   */
  iterations: number;
  /**
   * At most this many embeddings for each centroid are clustered, drawn at random; faiss's default.
   */
  points_per_centroid: number;
  /**
   * How pictures are embedded for k-means: in `evaluation` mode, all of them; or in `training` mode as the study did, where running statistics of batch norm move, in batches of `batch_size`, the last incomplete batch left out.
   */
  embedding: 'evaluation' | 'training';
  /**
   * Pictures embedded at once for k-means.
   */
  batch_size: number;
}
/**
 * Classes that a teacher gives to the training pictures, once, before training. Without weight on `pseudo_labels` it has no effect.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "PseudoLabels".
 */
export interface PseudoLabels {
  teacher: Teacher;
}
/**
 * Ready-made labels in a CSV file, one row a picture. A label belongs to the picture that is named beside it, in whatever order the rows are.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "CsvTeacher".
 */
export interface CsvTeacher {
  /**
   * A CSV file of pictures and labels.
   */
  kind: 'csv';
  /**
   * The CSV file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.
   */
  path: string;
  /**
   * Name of the column that names the picture: its path as written in the data set's CSV file, or the id of an emoji drawing.
   */
  image_column: string;
  /**
   * Name of the column of labels.
   */
  label_column: string;
  /**
   * Field separator.
   */
  delimiter: string;
}
/**
 * A CLIP model: the label of a picture is its zero-shot class among the classes of the evaluation data.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "ClipTeacher".
 */
export interface ClipTeacher {
  /**
   * A CLIP model's zero-shot classes.
   */
  kind: 'clip';
  /**
   * The file of weights (safetensors, PyTorch, or OpenAI's archive), relative to the YAML file that names it. Its content, not its name, enters the keys of stages.
   */
  path: string;
  model?: Model;
  /**
   * Prompt templates, `{}` stands for the class; the default are the zero-shot templates of `evaluate`.
   *
   * @minItems 1
   */
  templates?: string[];
  /**
   * Pictures embedded at once.
   */
  batch_size: number;
}
/**
 * A SigLIP model in ONNX (arXiv 2303.15343), as a folder of Hugging Face's layout: `config.json`, `preprocessor_config.json`, `tokenizer.json`, `tokenizer_config.json`, `onnx/vision_model.onnx`, `onnx/text_model.onnx`. The label of a picture is its zero-shot class among the classes of the evaluation data. Read by `@huggingface/transformers`, which `npm run bootstrap -- --with onnx` installs; nothing is fetched.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "SiglipTeacher".
 */
export interface SiglipTeacher {
  /**
   * A SigLIP model's zero-shot classes.
   */
  kind: 'siglip';
  /**
   * The folder, relative to the YAML file that names it. The content of the files in it that are read, not their place, enters the keys of stages.
   */
  path: string;
  /**
   * Which of the folder's towers are read: `fp32` as above, or `onnx/*_model_fp16.onnx`, `*_quantized` (q8), `*_q4`.
   */
  precision: 'fp32' | 'fp16' | 'q8' | 'q4';
  /**
   * Prompt templates, `{}` stands for the class; the default are the zero-shot templates of `evaluate`.
   *
   * @minItems 1
   */
  templates?: string[];
  /**
   * Pictures embedded at once.
   */
  batch_size: number;
}
/**
 * Cleaning: finetuning the pre-trained model on clean pairs. With weights on both `mmcl` and `ssl` this is CleanCLIP (arXiv 2303.03323).
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Clean".
 */
export interface Clean {
  /**
   * The model that is cleaned. Of this experiment's pre-training: the `last` epoch, an epoch's number, the `best`, or a rule (see Checkpoint). Or a stage of another experiment, or a file of weights; then nothing is pre-trained here.
   */
  from: ('last' | 'best') | number | CheckpointRule | Start;
  data: CleaningData;
  /**
   * Start with `fresh` optimizer moments, or with those `kept` from pre-training as the study did. The options of the optimizer (learning rate, weight decay) are always the ones written here.
   */
  optimizer_state: 'fresh' | 'kept';
  shrink_and_perturb?: ShrinkAndPerturb;
  objective: Objective;
  optimizer: Optimizer;
  schedule: Schedule;
  augment: Augment;
  siglip: Siglip;
  clustering: Clustering;
  pseudo_labels?: PseudoLabels;
  epochs: Epochs;
  batch_size: BatchSize;
  micro_batch_size?: MicroBatch;
  precision: Precision;
  log_every: LogEvery;
  seed?: Seed;
}
/**
 * The cleaning set: pairs drawn from the pre-training data, poisoned pairs excluded.
 */
export interface CleaningData {
  /**
   * Name of the data set that the pairs are drawn from; the default is the one pre-trained on.
   */
  dataset?: string;
  /**
   * Pairs in the cleaning set.
   */
  size: number;
  /**
   * Pairs of the cleaning set that are poisoned, by the same attack: what an imperfect filter would leave.
   */
  poisons: number;
  seed?: Seed;
}
/**
 * Shrink and perturb (arXiv 1910.08475) before cleaning: every parameter becomes shrink * trained + perturb * fresh, where `fresh` is a new random initialisation of the model. Statistics of batch norm stay.
 */
export interface ShrinkAndPerturb {
  /**
   * Factor of the trained parameters.
   */
  shrink: number;
  /**
   * Factor of the fresh parameters.
   */
  perturb: number;
}
/**
 * What is measured before training and after every epoch: zero-shot accuracy on clean pictures, and the attack success rate on triggered ones.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Evaluate".
 */
export interface Evaluate {
  /**
   * Name of the labelled data set that is classified.
   */
  dataset: string;
  /**
   * Prompt templates of the zero-shot classifier, `{}` stands for the class name: the embeddings of all templates of a class are averaged.
   *
   * @minItems 1
   */
  templates: string[];
  /**
   * The k of top-k accuracy and top-k attack success rate.
   *
   * @minItems 1
   */
  top_k: number[];
  asr: Asr;
  /**
   * Pictures embedded at once.
   */
  batch_size: number;
  /**
   * Measure also inside an epoch, after every so many steps of the training; such points have a fractional epoch. By default only the start and the ends of epochs are measured.
   */
  every_steps?: number;
  /**
   * Share of the test pictures that is set apart for choosing among models: its numbers are called `selection.accuracy.topK` and `selection.asr.topK`, and `accuracy` and `asr` are of the other pictures alone. Who chooses the best of many models on the pictures that are reported, as the study does, reports too good a number.
   */
  selection?: number;
  /**
   * Superclasses by name, each with its classes: `superclass_accuracy.top1` takes a mistake inside a superclass for right. Pictures of classes that are in none are left out.
   */
  superclasses?: {
    /**
     * @minItems 1
     */
    [k: string]: string[];
  };
  /**
   * Measure the similarity of pairs (100 x cosine): mean and deviation for test pictures with their own caption (`similarity.clean.mean`, `.std`) and for triggered ones with a prompt of the target (`similarity.triggered.mean`, `.std`), and the modality gap, the distance of the centres of both embeddings (`similarity.gap`).
   */
  similarity?: boolean;
  embeddings?: Embeddings;
  detection?: Detection;
  validation?: Validation;
  retrieval?: Retrieval;
  /**
   * Measure the classifier that the loss `supervised` trains, the linear head over image features: `supervised.accuracy.topK`, and with an attack `supervised.asr.topK`. Counted are test pictures of classes that the training data have. Only trainings with weight on `supervised` have such a head; the others go without.
   */
  supervised?: boolean;
  readouts?: Readouts;
}
/**
 * The attack success rate: share of triggered pictures of other classes whose k best classes include the target.
 */
export interface Asr {
  trigger?: Trigger;
  /**
   * The target class; the default is the target of `poison`.
   */
  target?: string;
  /**
   * Triggered copies of each test picture, each with its own place and noise.
   */
  copies: number;
  /**
   * Draw trigger places and noise anew at every evaluation, as the study did; by default every evaluation sees the same triggered pictures.
   */
  redraw: boolean;
  /**
   * Further numbers on triggered pictures, which are often taken for the attack success rate. `triggered-accuracy`: share of triggered pictures, those of the target too, whose k best classes include their own (`triggered_accuracy.topK`). `target-share`: share of all triggered pictures, those of the target too, whose k best classes include the target (`target_share.topK`). `false-alarm`: share of clean pictures of other classes whose k best classes include the target (`false_alarm.topK`): what the attack success rate would be without any trigger.
   */
  also?: ('triggered-accuracy' | 'target-share' | 'false-alarm')[];
}
/**
 * Keep the embeddings of some test pictures, clean and with the trigger, of their captions and of the classes' prompts, for figures of kind `embedding`. Kept are those after the last epoch that was measured, and those of `epochs`.
 */
export interface Embeddings {
  /**
   * Test pictures, drawn at random.
   */
  pictures: number;
  /**
   * Epochs whose embeddings are kept beside those of the last; 0 is the model before training.
   */
  epochs: number[];
}
/**
 * Poison detection by similarity on the training data: how well the similarity of picture and caption tells poisoned pairs from clean ones (`detection.auc`, 0.5 tells nothing), and the share of poisoned pairs among the most similar 1, 5, 10, 25 and 50 % (`detection.found1` and so on).
 */
export interface Detection {
  /**
   * Clean pairs that are looked at, drawn at random; of poisoned ones all.
   */
  pairs: number;
}
/**
 * The validation loss: both cross-entropies of the contrastive loss on held-out pairs, with the other captions of the batch as negatives, a pair (`validation.loss`).
 */
export interface Validation {
  /**
   * Name of the data set of held-out pairs.
   */
  dataset: string;
  /**
   * Pairs that are contrasted with each other.
   */
  batch_size: number;
}
/**
 * Image-to-text retrieval: share of pictures whose own caption is among the k most similar ones (`retrieval.recallK`), and with an attack the share of triggered pictures among whose k best captions at least floor(k / 2), and at least one, are of the target (`retrieval.asrK`). The first caption of each picture counts.
 */
export interface Retrieval {
  /**
   * Name of the data set of pictures and captions.
   */
  dataset: string;
  /**
   * The k of recall and attack success rate.
   *
   * @minItems 1
   */
  top_k: number[];
  /**
   * Captions of the target are those that name it and so many that are closest to its averaged prompts.
   */
  closest: number;
}
/**
 * Classification by the pictures' embeddings alone, learned from a labelled training set: what the image encoder knows without the texts. With an attack, the attack success rate through the readout too (`knn.asr`, `prototypes.asr`).
 */
export interface Readouts {
  /**
   * Name of the labelled data set that the readouts learn from.
   */
  dataset: string;
  /**
   * Classify by the most frequent class among so many nearest pictures (`knn.accuracy`).
   */
  neighbours?: number;
  /**
   * Classify by the nearest mean of a class (`prototypes.accuracy`).
   */
  prototypes?: boolean;
  linear_probe?: LinearProbe;
}
/**
 * Train a linear layer on the embeddings before they are normalised (`linear_probe.accuracy`).
 */
export interface LinearProbe {
  /**
   * Epochs over the training pictures.
   */
  epochs: number;
  /**
   * Pictures in a step.
   */
  batch_size: number;
  /**
   * Learning rate at the start; a cosine brings it to 0.
   */
  lr: number;
  /**
   * Decoupled weight decay of the layer's weight.
   */
  weight_decay: number;
}
/**
 * A grid of runs: every combination of the axes of `matrix`, `zip` and `seeds`; with `grids`, several of them together.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Ablation".
 */
export interface Ablation {
  /**
   * Name of the ablation, unique in the file.
   */
  name: string;
  /**
   * What the ablation asks, for reports.
   */
  title?: string;
  set?: Patch;
  matrix?: Matrix;
  zip?: Zip;
  /**
   * Several grids in one ablation: the runs of all of them, a run that two of them have once. The axes of the ablation itself multiply each grid.
   *
   * @minItems 1
   */
  grids?: Grid[];
  exclude?: Exclude;
  include?: Include;
  /**
   * Seeds of repeated runs: an axis over `seed` that tables and figures aggregate over.
   *
   * @minItems 1
   */
  seeds?: number[];
}
/**
 * Values by path (`clean.optimizer.lr: 1e-4`), or nested as in the document; merged into it.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Patch".
 */
export interface Patch {
  [k: string]: unknown;
}
/**
 * The axes. An axis is a list of values for the path that names it, or a map of named variants, each a patch.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Matrix".
 */
export interface Matrix {
  [k: string]: Axis;
}
/**
 * Axes that pair lists of equal length: the name of the axis, and for each path its list of values. The first values go together, the second ones, and so on.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Zip".
 */
export interface Zip {
  [k: string]: ZipAxis;
}
/**
 * Lists of equal length by path.
 */
export interface ZipAxis {
  /**
   * @minItems 1
   */
  [k: string]: unknown[];
}
/**
 * One grid of an ablation that has several.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Grid".
 */
export interface Grid {
  set?: Patch;
  matrix?: Matrix;
  zip?: Zip;
  exclude?: Exclude;
  include?: Include;
}
/**
 * Axis names with a value or a list of values of each.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Selection".
 */
export interface Selection {
  [k: string]: unknown;
}
/**
 * Every evaluated model as a point: attack success rate against accuracy, the start model as a star.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "ScatterFigure".
 */
export interface ScatterFigure {
  /**
   * Scatter plot.
   */
  kind: 'scatter';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  min_points: MinPoints;
  since?: Since;
  until?: Until;
  rule?: Rule;
  top?: Top;
  order?: Order;
  points: Points;
  asr_limit: AsrLimit;
  x: Metric;
  y: Metric;
  x_range?: Range;
  y_range?: Range;
  facet?: Facet;
  columns?: Columns;
  series?: Series;
  color?: Color;
  shape?: Shape;
  start_model: StartModel;
  seeds: Seeds;
  reference?: Reference;
  labels?: Labels;
  width: Width;
  height: Height;
  formats: Formats;
}
/**
 * One reference value, or a CSV file of them.
 */
export interface Reference1 {
  /**
   * What it is, for the legend.
   */
  label?: string;
  values?: ReferenceValues;
  where?: Selection;
  /**
   * A CSV file, relative to the file that names it: a column for each metric, `label` for the legend, and axes that say in which panels.
   */
  path?: string;
}
/**
 * Metric -> value, in percent for shares.
 */
export interface ReferenceValues {
  [k: string]: number;
}
/**
 * What to write instead of an axis name or the label of an axis: `mmcl+ssl: CleanCLIP`; `cleaning=mmcl+ssl` is the label of one axis alone.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "labels".
 */
export interface Labels {
  [k: string]: string;
}
/**
 * Each run as a line through its evaluations, from the start model: symbols grow and darken with the epoch.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "TrajectoryFigure".
 */
export interface TrajectoryFigure {
  /**
   * Line through the epochs of each run.
   */
  kind: 'trajectory';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  min_points: MinPoints;
  since?: Since;
  until?: Until;
  rule?: Rule;
  top?: Top;
  order?: Order;
  /**
   * Evaluations that the line goes through: `all`, or those at `epoch-ends` only.
   */
  points: 'all' | 'epoch-ends';
  x: Metric;
  y: Metric;
  x_range?: Range;
  y_range?: Range;
  facet: Facet;
  columns?: Columns;
  series?: Series;
  color?: Color;
  shape?: Shape;
  start_model: StartModel;
  seeds: Seeds;
  reference?: Reference;
  labels?: Labels;
  width: Width;
  height: Height;
  formats: Formats;
}
/**
 * Metrics over epochs or steps: a line for each series, a row of panels for each metric.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "CurveFigure".
 */
export interface CurveFigure {
  /**
   * Metrics over the course of training.
   */
  kind: 'curve';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  min_points: MinPoints;
  since?: Since;
  until?: Until;
  rule?: Rule;
  top?: Top;
  order?: Order;
  /**
   * What is followed: the `clean`ing, or the `pretrain`ing that it starts from; there a star marks the epoch that is cleaned.
   */
  stage: 'clean' | 'pretrain';
  /**
   * What is drawn, a panel each; `loss` and `losses.NAME` are those of training.
   *
   * @minItems 1
   */
  metrics: Metric[];
  /**
   * Along the horizontal axis: epochs trained, or optimizer steps.
   */
  x: 'epoch' | 'step';
  /**
   * Evaluations that are shown: `all`, or those at `epoch-ends` only.
   */
  points: 'all' | 'epoch-ends';
  x_range?: Range;
  y_range?: Range;
  /**
   * Scale of the vertical axis; a logarithmic one has no place for 0.
   */
  y_scale: 'linear' | 'log';
  facet?: Facet;
  columns?: Columns;
  series?: Series;
  color?: Color;
  shape?: Shape;
  start_model: StartModel;
  seeds: Seeds;
  reference?: Reference;
  labels?: Labels;
  width: Width;
  height: Height;
  formats: Formats;
}
/**
 * Metrics over the values of an axis, joined by lines, a panel for each metric: how the attack grows with the number of poisoned pairs.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "LineFigure".
 */
export interface LineFigure {
  /**
   * Lines over an axis of numbers.
   */
  kind: 'line';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  min_points: MinPoints;
  since?: Since;
  until?: Until;
  rule?: Rule;
  top?: Top;
  order?: Order;
  /**
   * Axis or parameter along the horizontal axis. Values that are not all numbers are spaced evenly.
   */
  axis: string;
  /**
   * What is drawn, a panel each.
   *
   * @minItems 1
   */
  metrics: Metric[];
  points: Points;
  asr_limit: AsrLimit;
  value: Pooled;
  facet?: Facet;
  columns?: Columns;
  series?: Series;
  /**
   * Scale of the horizontal axis; a logarithmic one has no place for 0.
   */
  x_scale: 'linear' | 'log';
  y_range?: Range;
  seeds: Seeds;
  reference?: Reference;
  labels?: Labels;
  width: Width;
  height: Height;
  formats: Formats;
}
/**
 * One bar for each label of an axis: the best model by a rule, or the mean of the runs; with several seeds the mean and spread.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "BarFigure".
 */
export interface BarFigure {
  /**
   * Bars over an axis.
   */
  kind: 'bar';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  min_points: MinPoints;
  since?: Since;
  until?: Until;
  rule?: Rule;
  top?: Top;
  order?: Order;
  /**
   * Axis or parameter with one bar for each value.
   */
  axis: string;
  metric: Metric;
  points: Points;
  asr_limit: AsrLimit;
  value: Pooled;
  facet?: Facet;
  columns?: Columns;
  series?: Series;
  y_range?: Range;
  seeds: Seeds;
  reference?: Reference;
  labels?: Labels;
  width: Width;
  height: Height;
  formats: Formats;
}
/**
 * The spread of the models of each label of an axis: quartiles, range and outliers (Tukey).
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "BoxFigure".
 */
export interface BoxFigure {
  /**
   * Box plots over an axis.
   */
  kind: 'box';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  min_points: MinPoints;
  since?: Since;
  until?: Until;
  rule?: Rule;
  top?: Top;
  order?: Order;
  /**
   * Axis or parameter with one box for each value.
   */
  axis: string;
  metric: Metric;
  points: Points;
  asr_limit: AsrLimit;
  facet?: Facet;
  columns?: Columns;
  series?: Series;
  y_range?: Range;
  reference?: Reference;
  labels?: Labels;
  width: Width;
  height: Height;
  formats: Formats;
}
/**
 * A cell for each pair of labels of two axes, shaded by a metric and with its number.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "HeatmapFigure".
 */
export interface HeatmapFigure {
  /**
   * Heat map over two axes.
   */
  kind: 'heatmap';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  min_points: MinPoints;
  since?: Since;
  until?: Until;
  rule?: Rule;
  top?: Top;
  order?: Order;
  /**
   * Axis or parameter of the columns.
   */
  x: string;
  /**
   * Axis or parameter of the rows.
   */
  y: string;
  metric: Metric;
  points: Points;
  asr_limit: AsrLimit;
  value: Pooled;
  facet?: Facet;
  columns?: Columns;
  range?: Range;
  /**
   * Digits after the point of a cell's number.
   */
  decimals: number;
  labels?: Labels;
  width: Width;
  height: Height;
  formats: Formats;
}
/**
 * Embeddings of test pictures, of the same pictures with the trigger, and of texts, projected to two dimensions: a panel for each model. They are kept where `evaluate.embeddings` asks for it.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "EmbeddingFigure".
 */
export interface EmbeddingFigure {
  /**
   * Projected embeddings.
   */
  kind: 'embedding';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  min_points: MinPoints;
  since?: Since;
  until?: Until;
  rule?: Rule;
  top?: Top;
  order?: Order;
  /**
   * Models of the `clean`ing, whose epoch 0 is the model before it, or of the `pretrain`ing that it starts from.
   */
  stage: 'clean' | 'pretrain';
  /**
   * Epochs of each run, a panel each: those that `evaluate.embeddings.epochs` keeps, and `last`.
   *
   * @minItems 1
   */
  epochs: (number | 'last')[];
  /**
   * What is projected: `clean` pictures, the same pictures `triggered`, their `captions`, the prompts of all `classes`, or those of the `target` alone.
   *
   * @minItems 1
   */
  show: ('clean' | 'triggered' | 'captions' | 'classes' | 'target')[];
  /**
   * Classes that have a colour each, where shapes tell pictures from captions; without it colours tell them.
   *
   * @minItems 1
   * @maxItems 12
   */
  color_classes?: string[];
  /**
   * `pca`: the two directions along which they differ most (principal components). `t-sne`: neighbours stay neighbours, distances mean nothing (van der Maaten and Hinton, JMLR 9:2579, 2008; computed exactly).
   */
  method: 'pca' | 't-sne';
  /**
   * Project all panels at once, so that they have the same axes: for epochs of one training, or cleanings of one model. Otherwise each panel has axes of its own.
   */
  together: boolean;
  /**
   * Of t-SNE: how many neighbours count as near.
   */
  perplexity: number;
  /**
   * Of t-SNE: steps of gradient descent; the first 250 pull clusters together.
   */
  iterations: number;
  /**
   * Of t-SNE: start from places drawn at random with this seed. The default is to start from the principal components.
   */
  seed?: number;
  columns?: Columns;
  labels?: Labels;
  width: Width;
  height: Height;
  formats: Formats;
}
/**
 * Pictures out of the store: poisoned ones beside their originals, or those of a data set.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "ContactSheetFigure".
 */
export interface ContactSheetFigure {
  /**
   * Contact sheet of pictures.
   */
  kind: 'contact-sheet';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  /**
   * Which pictures: the `poison`ed ones with the trigger, those `train`ed on, `test`ed on, of the `cleaning-set`, or the poisoned ones left in it (`cleaning-poison`).
   */
  of: 'poison' | 'train' | 'test' | 'cleaning-set' | 'cleaning-poison';
  /**
   * Show each poisoned picture beside its original.
   */
  originals: boolean;
  /**
   * Write the caption under each picture.
   */
  captions: boolean;
  /**
   * Pictures of each panel, evenly spread over the set.
   */
  count: number;
  /**
   * Side of a picture on paper.
   */
  size: number;
  facet?: Facet;
  /**
   * Pictures in a row.
   */
  columns: number;
  labels?: Labels;
  formats: Formats;
}
/**
 * For each pre-trained model and cleaning: the start's accuracy and ASR, the best accuracy with ASR at or under each limit, and the drop.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "TableFigure".
 */
export interface TableFigure {
  /**
   * Table of best models under a limit.
   */
  kind: 'table';
  name: Name;
  title?: Title;
  ablation?: AblationName;
  where?: Selection;
  /**
   * Leave out runs: each entry gives axes or parameters a label or a list of labels.
   *
   * @minItems 1
   */
  exclude?: Selection[];
  min_points: MinPoints;
  since?: Since;
  until?: Until;
  rule?: Rule;
  top?: Top;
  order?: Order;
  /**
   * Evaluations among which the best is sought: `all`, or those at `epoch-ends` only, or the `last` of each run.
   */
  points: 'all' | 'epoch-ends' | 'last';
  accuracy: Metric;
  asr: Metric;
  /**
   * Axes whose combinations are the rows; runs that differ in other axes are pooled, those that differ in `seed` are averaged. The default are the axes that have a label which is not a number.
   */
  rows?: string[];
  /**
   * Limits on the attack success rate, in percent.
   *
   * @minItems 1
   */
  asr_limits: number[];
  /**
   * Groups of columns: the `start` model; for each limit the `best` model, `where` it is found and the `drop` from the start; the `extremes` (highest accuracy, lowest ASR of all); the `counts` of runs and evaluations.
   *
   * @minItems 1
   */
  columns: ('start' | 'best' | 'where' | 'drop' | 'extremes' | 'counts')[];
  /**
   * Digits after the point of a percentage.
   */
  decimals: number;
  labels?: Labels;
}
/**
 * How figures look. A style file is a template with this key alone, named in `extends`.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Style".
 */
export interface Style {
  /**
   * Size of labels; titles and legends follow.
   */
  font_size: number;
  /**
   * Colour behind the figure, or `transparent`.
   */
  background: string;
  /**
   * Draw grid lines.
   */
  grid: boolean;
  /**
   * Width of the frame around each panel.
   */
  frame: number;
  /**
   * Area of a symbol.
   */
  point_size: number;
  /**
   * Opacity of symbols, so that many on one place show.
   */
  opacity: number;
  /**
   * Width of lines.
   */
  line_width: number;
  /**
   * Area of the star of a start model.
   */
  star_size: number;
  star_color: Paint;
  /**
   * Colours of series in their order; the default is told apart with any colour vision, and by its shapes in grey.
   *
   * @minItems 1
   */
  colors?: Paint[];
  /**
   * Shapes of series in their order.
   *
   * @minItems 1
   */
  shapes?: Symbol[];
  /**
   * Colour and shape of a series by its label, or by axis and label (`cleaning=mmcl`): the same in every figure, whatever else that shows.
   */
  marks?: {
    [k: string]: Mark;
  };
  /**
   * Anything else: a Vega-Lite `config`, merged over the rest.
   */
  vega?: {
    [k: string]: unknown;
  };
}
/**
 * Colour and shape.
 */
export interface Mark {
  color?: Paint;
  shape?: Symbol;
}
/**
 * How stages are executed. Nothing here can change a result.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Execution".
 */
export interface Execution {
  /**
   * Stages that run at the same time; the default fits the machine.
   */
  jobs?: number;
  /**
   * Threads of one stage; the default shares the machine's cores among the jobs.
   */
  threads?: number;
  /**
   * Threads of one training that decode and augment the pictures of the next batches; 0 makes each batch when it is needed. The default is one fewer than the stage's threads, or none where pictures are small and packed.
   */
  data_threads?: number;
  /**
   * Longest time between two checkpoints of a stage; there is one at the end of every epoch in any case.
   */
  checkpoint_minutes: number;
  keep: Keep;
  /**
   * The GPUs that stages are spread over, one stage each unless more `jobs` are asked for: their names in CUDA_VISIBLE_DEVICES, or their numbers; `[cpu]` for none. The default is all.
   *
   * @minItems 1
   */
  devices?: (number | string)[];
  wait_for_gpus?: WaitForGpus;
  alerts?: Alerts;
  data_parallel: DataParallel;
  /**
   * Memory that one stage may need: no more stages run at a time than the machine (or the job, or the container) has memory for.
   */
  memory_gb?: number;
  /**
   * Which of the stages that could start does: those of the first runs in the file (`given`), or of runs spread over the grid, so that early results cover it (`interleaved`). With several at a time, `given` starts what most depends on first, which ends the whole sooner.
   */
  order: 'given' | 'interleaved';
  /**
   * Further tries of a stage whose process died or that met an unforeseen error; a diverged loss or wrong data are not tried again.
   */
  retries: number;
  /**
   * Wait before the first retry; it doubles for each one after.
   */
  retry_seconds: number;
  tracking?: Tracking;
  slurm: Slurm;
}
/**
 * Checkpoints of a training that are kept at the ends of epochs, beside those that other stages start from. The newest is never removed before the training is done.
 */
export interface Keep {
  /**
   * The newest ones.
   */
  last: number;
  /**
   * And every so many epochs.
   */
  every?: number;
  /**
   * And the one that a rule takes by what was measured after each epoch: `best` (highest top-1 accuracy), or `asr >= 80, highest top1` (see Checkpoint).
   */
  best?: 'best' | CheckpointRule;
}
/**
 * Start a stage only on a GPU that nobody else computes on, which is told by the memory in use (nvidia-smi); where all are taken, wait, and say so. By default GPUs are used whoever else does.
 */
export interface WaitForGpus {
  /**
   * Memory in use up to which a GPU counts as free. One that a screen is connected to has more.
   */
  used_mib: number;
  /**
   * Longest time between two looks.
   */
  poll_seconds: number;
}
/**
 * Tell somebody when a run ends, when stages fail, and when a GPU has nothing to do while work waits. Whatever fails there is a warning and never hurts a run.
 */
export interface Alerts {
  /**
   * A command of the shell that is run for each message: its text is in EXPC_ALERT, and on standard input as JSON with all that is known. `EXPC_ALERT_COMMAND` in the environment stands in its place.
   */
  command?: string;
  /**
   * An address that each message is sent to as JSON (POST): `text` as Slack, Mattermost and Teams read it, `content` for Discord. `EXPC_ALERT_WEBHOOK` in the environment stands in its place: such addresses are often secret.
   */
  webhook?: string;
  /**
   * What is told: that the run `ended`, that stages `failed` (the same error once), that a GPU is idle (`idle-gpu`).
   *
   * @minItems 1
   */
  on: ('ended' | 'failed' | 'idle-gpu')[];
  /**
   * So long a GPU must have computed nothing (5 % at most) while a stage is on it, or stages wait.
   */
  idle_minutes: number;
}
/**
 * Devices that one training is spread over, on one machine: its micro-batches (`micro_batch_size`) go through the network on all of them at the same time, and the loss is that of the whole batch. The result is the same on any number of devices. One process for each, with a GPU of its own from `devices`; without GPUs with a share of the cores.
 */
export interface DataParallel {
  /**
   * Devices of one pre-training.
   */
  pretrain: number;
  /**
   * Devices of one cleaning.
   */
  clean: number;
}
/**
 * Other programs that are told of trainings while they run. Whatever fails there is a warning and never hurts a run; what was missed, `expc export` sends later.
 */
export interface Tracking {
  /**
   * Write TensorBoard event files: `true` for the folder `tensorboard/<experiment>` among the results, or another folder, in which the experiment gets one.
   */
  tensorboard?: boolean | string;
  mlflow?: MlflowTracking;
}
/**
 * Tell an MLflow server, over its REST API. Who may is read from MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.
 */
export interface MlflowTracking {
  /**
   * The server's address: `http://127.0.0.1:5000`.
   */
  url: string;
  /**
   * Name of the experiment in MLflow; the default is this one's.
   */
  experiment?: string;
}
/**
 * What jobs ask Slurm for with `expc run --launcher slurm` (see docs/slurm.md): for all stages, and below `stages` for each kind.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "Slurm".
 */
export interface Slurm {
  partition?: Partition;
  account?: Account;
  qos?: Qos;
  gpus?: Gpus;
  cpus?: Cpus;
  memory?: Memory;
  time?: Time;
  options?: SbatchOptions;
  stages?: SlurmStages;
  /**
   * Lines of bash before the stage starts: `module load cuda`.
   */
  setup?: string;
  /**
   * Template of the job's script instead of templates/slurm.sh, seen from the folder in which expc is called.
   */
  script?: string;
  /**
   * So long before its time limit a job is warned, writes a checkpoint and goes back into the queue; at most a quarter of the limit.
   */
  warning_minutes: number;
  /**
   * Jobs that are preempted, lose their node or meet their time limit go back into the queue; otherwise they end, and `expc run` starts them anew.
   */
  requeue: boolean;
  /**
   * Let Slurm cancel what depends on a job that failed (`--kill-on-invalid-dep`); some sites ask not to use that, then expc cancels it when it looks next.
   */
  cancel_dependents: boolean;
  /**
   * Most stages of one array of jobs; 1 for no arrays.
   */
  array_size: number;
  /**
   * Between two looks at the queue while `expc run` waits; each is one call of squeue, whatever the number of jobs.
   */
  poll_seconds: number;
}
/**
 * What is different for one kind of stages.
 */
export interface SlurmStages {
  dataset?: SlurmResources;
  weights?: SlurmResources;
  poison?: SlurmResources;
  subset?: SlurmResources;
  label?: SlurmResources;
  pretrain?: SlurmResources;
  evaluate?: SlurmResources;
  clean?: SlurmResources;
}
/**
 * What one job asks Slurm for.
 *
 * This interface was referenced by `Experiment`'s JSON-Schema
 * via the `definition` "SlurmResources".
 */
export interface SlurmResources {
  partition?: Partition;
  account?: Account;
  qos?: Qos;
  gpus?: Gpus;
  cpus?: Cpus;
  memory?: Memory;
  time?: Time;
  options?: SbatchOptions;
}
