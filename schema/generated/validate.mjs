// Generated from schema/*.schema.json by scripts/generate.mjs, with ajv. Do not edit.
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
"use strict";
export const validate = validate10;

const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Experiment","description":"One experiment: data, attack, pre-training, cleaning, evaluation, ablations over them, and the figures that show the results.","type":"object","additionalProperties":false,"required":["expc","name","datasets","model","evaluate"],"properties":{"expc":{"description":"Version of the language.","const":1},"name":{"description":"Name of the experiment and of its folder in outputs/experiments/.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.+-]*$","x-form":"a name of letters, digits and `_ . + -` that starts with a letter or a digit","maxLength":80},"title":{"description":"What the experiment asks, for reports.","type":"string"},"extends":{"description":"Files this one is merged over, in order (JSON Merge Patch, RFC 7396), relative to this file.","oneOf":[{"type":"string","minLength":1},{"type":"array","minItems":1,"items":{"type":"string","minLength":1}}]},"compatibility":{"description":"`study` changes the defaults of every key that has one of the study's own (see docs/fidelity.md) to what the original code did.","enum":["textbook","study"],"default":"textbook"},"seed":{"description":"Seed of the experiment: of poisoning, initialisation, batches and augmentation, unless they have their own.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"datasets":{"description":"The data sets by name.","type":"object","minProperties":1,"propertyNames":{"pattern":"^[A-Za-z0-9][A-Za-z0-9_-]*$","x-form":"letters, digits, `_` and `-`, starting with a letter or a digit"},"additionalProperties":{"$ref":"#/definitions/Dataset"}},"poison":{"$ref":"#/definitions/Poison"},"model":{"$ref":"#/definitions/Model"},"pretrain":{"$ref":"#/definitions/Pretrain"},"clean":{"$ref":"#/definitions/Clean"},"evaluate":{"$ref":"#/definitions/Evaluate"},"ablations":{"description":"Grids of runs. Without any, the document itself is the one run.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Ablation"}},"figures":{"description":"Figures and tables.","type":"array","items":{"$ref":"#/definitions/Figure"}},"style":{"$ref":"#/definitions/Style"},"execution":{"$ref":"#/definitions/Execution"}},"definitions":{"Ablation":{"title":"Ablation","description":"A grid of runs: every combination of the axes of `matrix`, `zip` and `seeds`; with `grids`, several of them together.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Name of the ablation, unique in the file.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.+-]*$","x-form":"a name of letters, digits and `_ . + -` that starts with a letter or a digit","maxLength":80},"title":{"description":"What the ablation asks, for reports.","type":"string"},"set":{"$ref":"#/definitions/Patch"},"matrix":{"$ref":"#/definitions/Matrix"},"zip":{"$ref":"#/definitions/Zip"},"grids":{"description":"Several grids in one ablation: the runs of all of them, a run that two of them have once. The axes of the ablation itself multiply each grid.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Grid"}},"exclude":{"$ref":"#/definitions/exclude"},"include":{"$ref":"#/definitions/include"},"seeds":{"description":"Seeds of repeated runs: an axis over `seed` that tables and figures aggregate over.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"integer","minimum":0,"maximum":9007199254740991}}}},"Grid":{"title":"Grid","description":"One grid of an ablation that has several.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"set":{"$ref":"#/definitions/Patch"},"matrix":{"$ref":"#/definitions/Matrix"},"zip":{"$ref":"#/definitions/Zip"},"exclude":{"$ref":"#/definitions/exclude"},"include":{"$ref":"#/definitions/include"}}},"Patch":{"title":"Patch","description":"Values by path (`clean.optimizer.lr: 1e-4`), or nested as in the document; merged into it.","type":"object","additionalProperties":true},"Matrix":{"title":"Matrix","description":"The axes. An axis is a list of values for the path that names it, or a map of named variants, each a patch.","type":"object","minProperties":1,"additionalProperties":{"title":"Axis","description":"A list of values for one path; a range (`log: {from: 1e-6, to: 1e-3, count: 8}` or `linear:`); or a map of named variants (label: patch).","oneOf":[{"type":"array","minItems":1},{"type":"object","minProperties":1,"additionalProperties":true}]}},"Zip":{"title":"Zip","description":"Axes that pair lists of equal length: the name of the axis, and for each path its list of values. The first values go together, the second ones, and so on.","type":"object","minProperties":1,"additionalProperties":{"title":"ZipAxis","description":"Lists of equal length by path.","type":"object","minProperties":1,"additionalProperties":{"type":"array","minItems":1}}},"exclude":{"description":"Combinations left out: each entry names some axes and a value (or a list of values) of each.","type":"array","items":{"$ref":"#/definitions/Selection"}},"include":{"description":"Runs added to the product: each entry gives axes their labels, or paths their values; axes that it does not name keep the document's values.","type":"array","items":{"$ref":"#/definitions/Patch"}},"Selection":{"title":"Selection","description":"Axis names with a value or a list of values of each.","type":"object","minProperties":1,"additionalProperties":true},"Clean":{"title":"Clean","description":"Cleaning: finetuning the pre-trained model on clean pairs. With weights on both `mmcl` and `ssl` this is CleanCLIP (arXiv 2303.03323).","type":"object","additionalProperties":false,"required":["data","objective","optimizer","epochs","batch_size"],"properties":{"from":{"description":"The model that is cleaned. Of this experiment's pre-training: the `last` epoch, an epoch's number, the `best`, or a rule (see Checkpoint). Or a stage of another experiment, or a file of weights; then nothing is pre-trained here.","default":"last","oneOf":[{"enum":["last","best"]},{"type":"integer","minimum":1,"x-unit":"epoch"},{"$ref":"#/definitions/CheckpointRule"},{"$ref":"#/definitions/Start"}]},"data":{"title":"CleaningData","description":"The cleaning set: pairs drawn from the pre-training data, poisoned pairs excluded.","type":"object","additionalProperties":false,"required":["size"],"properties":{"dataset":{"description":"Name of the data set that the pairs are drawn from; the default is the one pre-trained on.","type":"string","x-refers-to":"datasets"},"size":{"description":"Pairs in the cleaning set.","type":"integer","minimum":2,"x-unit":"pairs"},"poisons":{"description":"Pairs of the cleaning set that are poisoned, by the same attack: what an imperfect filter would leave.","type":"integer","minimum":0,"default":0,"x-unit":"pairs"},"seed":{"$ref":"#/definitions/seed"}}},"optimizer_state":{"description":"Start with `fresh` optimizer moments, or with those `kept` from pre-training as the study did. The options of the optimizer (learning rate, weight decay) are always the ones written here.","enum":["fresh","kept"],"default":"fresh","x-study-default":"kept"},"shrink_and_perturb":{"title":"ShrinkAndPerturb","description":"Shrink and perturb (arXiv 1910.08475) before cleaning: every parameter becomes shrink * trained + perturb * fresh, where `fresh` is a new random initialisation of the model. Statistics of batch norm stay.","type":"object","additionalProperties":false,"required":["shrink","perturb"],"properties":{"shrink":{"description":"Factor of the trained parameters.","type":"number","minimum":0,"maximum":1},"perturb":{"description":"Factor of the fresh parameters.","type":"number","minimum":0,"maximum":1}}},"objective":{"$ref":"#/definitions/Objective"},"optimizer":{"$ref":"#/definitions/Optimizer"},"schedule":{"$ref":"#/definitions/Schedule"},"augment":{"$ref":"#/definitions/Augment"},"siglip":{"$ref":"#/definitions/Siglip"},"clustering":{"$ref":"#/definitions/Clustering"},"pseudo_labels":{"$ref":"#/definitions/PseudoLabels"},"epochs":{"$ref":"#/definitions/epochs"},"batch_size":{"$ref":"#/definitions/batch_size"},"micro_batch_size":{"$ref":"#/definitions/microBatch"},"precision":{"$ref":"#/definitions/precision"},"log_every":{"$ref":"#/definitions/logEvery"},"seed":{"$ref":"#/definitions/seed"}}},"Dataset":{"title":"Dataset","description":"A source of image-caption pairs. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/EmojiDataset"},{"$ref":"#/definitions/CsvDataset"},{"$ref":"#/definitions/FolderDataset"},{"$ref":"#/definitions/CifarDataset"},{"$ref":"#/definitions/CocoDataset"},{"$ref":"#/definitions/WebDataset"},{"$ref":"#/definitions/UrlListDataset"},{"$ref":"#/definitions/JoinDataset"}]},"EmojiDataset":{"title":"EmojiDataset","description":"Openly licensed emoji drawings, rendered once and cached: the embedded data set of small, many-class experiments.","type":"object","additionalProperties":false,"required":["kind","sets","resolution"],"properties":{"kind":{"const":"emoji","description":"Rendered emoji drawings."},"sets":{"description":"The drawing sets whose pictures are taken. A set held out of training gives pictures by a hand the model has never seen.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["noto","noto-v1","twemoji","openmoji","emojione","emojione-v1","fluent-emoji-flat"]}},"resolution":{"description":"Side of the rendered square picture.","type":"integer","minimum":8,"maximum":512,"x-unit":"px"},"groups":{"description":"The emoji groups whose classes are kept; the default are the groups of concrete things.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["animals-nature","food-drink","travel-places","activities","objects","smileys-emotion","people-body","symbols","flags"]},"default":["animals-nature","food-drink","travel-places","activities","objects"]},"captions":{"description":"Captions made for each picture (from its label, tags and keywords through caption templates); one of them is drawn for each epoch.","type":"integer","minimum":1,"maximum":64,"default":1,"x-unit":"captions per picture"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}},"CsvDataset":{"title":"CsvDataset","description":"Image-caption pairs listed in a table with one row a pair: a CSV file (the study's own format), a TSV file, either in gzip, or a Parquet file. What it is, its first bytes tell.","type":"object","additionalProperties":false,"required":["kind","path","resolution"],"properties":{"kind":{"const":"csv","description":"A table of image paths and captions."},"path":{"description":"The file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"root":{"description":"Folder that relative image paths start from; the default is the table's own folder.","type":"string","x-file":"folder","x-effect":"none"},"path_prefixes":{"description":"Image paths that begin with a text are found in a folder instead, relative to the YAML file: `{ /data/cc3m: ../pictures }`. Of several the longest counts. For lists that were written on another machine.","type":"object","minProperties":1,"x-effect":"none","propertyNames":{"minLength":1},"additionalProperties":{"type":"string","minLength":1,"x-file":"folder"}},"image_column":{"description":"The column of image paths: its name, or its place counted from 0.","oneOf":[{"type":"string","minLength":1},{"type":"integer","minimum":0}],"default":"image"},"caption_column":{"description":"The column of captions: its name, or its place.","oneOf":[{"type":"string","minLength":1},{"type":"integer","minimum":0}],"default":"caption"},"label_column":{"description":"The column of class names: its name, or its place; needed by zero-shot evaluation only.","oneOf":[{"type":"string","minLength":1},{"type":"integer","minimum":0}]},"delimiter":{"description":"Field separator.","type":"string","minLength":1,"maxLength":1,"default":","},"quoting":{"description":"Whether fields may stand in double quotes (RFC 4180, the default), or quotes mean `none` other than themselves, as in the TSV files of CC3M and CC12M.","enum":["double","none"]},"header":{"description":"Whether the first row names the columns (the default); without, columns are named by place.","type":"boolean"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"storage":{"$ref":"#/definitions/pictureStorage"},"unreadable":{"description":"What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`. `unchecked` looks at no picture while the data set is built, so that millions of rows take less than a minute; rows without a caption are dropped, and a picture that cannot be read ends the stage that comes upon it.","enum":["drop","fail","unchecked"],"default":"fail"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}},"FolderDataset":{"title":"FolderDataset","description":"A folder of labelled pictures: one folder for each class (ImageNet, Caltech101), or pictures with a list of labels (the study's evaluation sets). The caption of a picture is the name of its class.","type":"object","additionalProperties":false,"required":["kind","path","resolution"],"properties":{"kind":{"const":"folder","description":"A folder of labelled pictures."},"path":{"description":"The folder, relative to the YAML file that names it. Names and sizes of its files, not the folder's own name, enter the keys of stages.","type":"string","minLength":1,"x-file":"listing"},"classes_file":{"description":"Names of the classes: lines `n01440764 tench, Tinca tinca` (a folder's name, then its class: up to the first comma), a JSON map from folder or number to name (or to a list that ends with the name), or the study's classes.py. Without it a class is called as its folder, with spaces for `_`.","type":"string","minLength":1,"x-file":"content"},"labels_file":{"description":"Labels of the pictures, where these are not in a folder for each class: a CSV file with the columns image and label, ImageNet's LOC_val_solution.csv, lines `ILSVRC2012_val_00000001.JPEG 65`, or a label on each line for the pictures in the order of their names. A label is a name, or what the classes file has names for: a number counted from 0, or a folder's name.","type":"string","minLength":1,"x-file":"content"},"exclude":{"description":"Folders that are no class, such as Caltech101's BACKGROUND_Google.","type":"array","items":{"type":"string"},"uniqueItems":true},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"storage":{"$ref":"#/definitions/pictureStorage"},"unreadable":{"description":"What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`.","enum":["drop","fail"],"default":"fail"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}},"CifarDataset":{"title":"CifarDataset","description":"CIFAR-10 or CIFAR-100 in its binary version. The caption of a picture is the name of its class.","type":"object","additionalProperties":false,"required":["kind","path","variant","resolution"],"properties":{"kind":{"const":"cifar","description":"CIFAR's binary files."},"path":{"description":"The folder of the .bin and .txt files, relative to the YAML file that names it. Names and sizes of its files enter the keys of stages.","type":"string","minLength":1,"x-file":"listing"},"variant":{"description":"Number of classes: CIFAR-10, or CIFAR-100.","enum":[10,100]},"split":{"description":"Which of its two sets of pictures.","enum":["train","test"],"default":"test"},"labels":{"description":"Of CIFAR-100: its 100 `fine` classes or the 20 `coarse` ones.","enum":["fine","coarse"],"default":"fine"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}},"CocoDataset":{"title":"CocoDataset","description":"Captioned pictures of MSCOCO, listed in Karpathy's JSON file (dataset_coco.json) or in one of MSCOCO's own (captions_val2017.json). A picture may have several captions.","type":"object","additionalProperties":false,"required":["kind","path","resolution"],"properties":{"kind":{"const":"coco","description":"MSCOCO captions, Karpathy's split or MSCOCO's own."},"path":{"description":"The JSON file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"root":{"description":"Folder of train2014 and val2014, or of the pictures themselves where the file is MSCOCO's own (val2017); the default is the JSON file's own folder.","type":"string","x-file":"folder","x-effect":"none"},"splits":{"description":"The splits that are taken of Karpathy's file; a file of MSCOCO's own is one split, and all of it is taken.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["train","restval","val","test"]},"default":["test"]},"captions":{"description":"Captions taken of each picture, the first ones; the study's retrieval takes one.","type":"integer","minimum":1,"default":5,"x-unit":"captions per picture"},"limit":{"description":"Take the first so many pictures only.","type":"integer","minimum":1,"x-unit":"pictures"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"storage":{"$ref":"#/definitions/pictureStorage"},"unreadable":{"description":"What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`.","enum":["drop","fail"],"default":"fail"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}},"UrlListDataset":{"title":"UrlListDataset","description":"Image-caption pairs listed by the addresses of their pictures, such as CC3M and CC12M. The pictures are downloaded once into a folder of your choice and stay there, whatever becomes of the results.","type":"object","additionalProperties":false,"required":["kind","path","root","resolution"],"properties":{"kind":{"const":"url-list","description":"A list of URLs and captions."},"path":{"description":"The list: one URL and one caption a row, separated by tabs (or another `delimiter`), gzipped or not. Relative to the YAML file that names it; its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"root":{"description":"Folder where pictures are kept, and the journal of what became of each URL. Any number of lists, experiments and machines may share it (each machine a part of the list: `keep: { part: 1, of: 12 }`): what is there is not downloaded again.","type":"string","minLength":1,"x-file":"folder","x-effect":"none"},"url_column":{"description":"Column of the URLs: its name in the header, or its place counted from 1. By default the one that holds a URL in the first row; where there is none, the first row is a header, and the column is `url`.","oneOf":[{"type":"integer","minimum":1},{"type":"string","minLength":1}]},"caption_column":{"description":"Column of the captions: its name in the header, or its place counted from 1. By default the other one of two columns, or `caption`.","oneOf":[{"type":"integer","minimum":1},{"type":"string","minLength":1}]},"delimiter":{"description":"Field separator. Between tabs, quotes are part of the text, as in CC3M and CC12M; with any other separator the list is CSV (RFC 4180).","type":"string","minLength":1,"maxLength":1,"default":"\t"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"resize":{"description":"How pictures are made smaller when they come: `exact` as Pillow does it, to the byte, like all other data sets; `fast` by libvips, which decodes large JPEGs at a fraction of their size; or `none`: kept as they came, and resized whenever they are read.","enum":["exact","fast","none"],"default":"exact"},"format":{"description":"Format of the stored pictures: `png` loses nothing; `jpeg` and `webp` take a fraction of the space. Nothing is encoded anew with `resize: none`.","enum":["png","jpeg","webp"],"default":"png"},"quality":{"description":"Quality of JPEG and WebP.","type":"integer","minimum":1,"maximum":100,"default":95},"max_megabytes":{"description":"Longer answers are given up.","type":"number","exclusiveMinimum":0,"maximum":1000,"default":20,"x-unit":"MB"},"max_megapixels":{"description":"Larger pictures are not decoded: a small file may hold a picture that fills the memory.","type":"number","exclusiveMinimum":0,"maximum":1000,"default":50,"x-unit":"millions of pixels"},"pass":{"description":"Raise it to try again what failed for a reason that may have passed (time-outs, servers that were down). Pictures that are there stay.","type":"integer","minimum":1,"default":1},"download":{"title":"Download","description":"How the network is used. Part of no key.","type":"object","additionalProperties":false,"x-effect":"none","default":{},"properties":{"concurrency":{"description":"Pictures that are asked for at a time.","type":"integer","minimum":1,"maximum":4096,"default":256,"x-unit":"pictures","x-effect":"none"},"per_host":{"description":"Of these, at one host.","type":"integer","minimum":1,"maximum":4096,"default":6,"x-unit":"pictures","x-effect":"none"},"connect_seconds":{"description":"Time for finding an address and connecting.","type":"number","exclusiveMinimum":0,"maximum":3600,"default":5,"x-unit":"s","x-effect":"none"},"seconds":{"description":"Time for a whole answer, connecting included.","type":"number","exclusiveMinimum":0,"maximum":3600,"default":10,"x-unit":"s","x-effect":"none"},"retries":{"description":"Further tries of what failed for a reason that may pass.","type":"integer","minimum":0,"maximum":20,"default":2,"x-effect":"none"},"retry_seconds":{"description":"Wait before the first retry, doubled for each one after, and shortened at random by up to half.","type":"number","minimum":0,"maximum":3600,"default":1,"x-unit":"s","x-effect":"none"},"max_wait_seconds":{"description":"A server that is busy may say when to come again (Retry-After); one that says more than this is given up.","type":"number","minimum":0,"maximum":86400,"default":60,"x-unit":"s","x-effect":"none"},"redirects":{"description":"Redirects that are followed, each to an address that is checked anew.","type":"integer","minimum":0,"maximum":20,"default":5,"x-effect":"none"},"user_agent":{"description":"What servers are told of who asks. Say how you can be reached.","type":"string","minLength":1,"pattern":"^[ -~]+$","x-form":"printable ASCII","default":"Mozilla/5.0 (compatible; expc; dataset download for research)","x-effect":"none"},"allow_addresses":{"description":"Address ranges that may be connected to though they are not public (`10.1.0.0/16`). By default every URL, redirect and host name that leads to a private, local or special address is refused.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","x-form":"an address range such as `10.1.0.0/16`"},"default":[],"x-effect":"none"},"retry":{"description":"What a further `pass` tries again: failures that may pass (`temporary`), or `all`.","enum":["temporary","all"],"default":"temporary","x-effect":"none"},"names":{"description":"Names of the files: by their content, or as the study named them, by the CRC-32 of the URL; then a picture of that name that is there already, of whatever origin, is taken.","enum":["content","crc32"],"default":"content","x-effect":"none"}}},"storage":{"$ref":"#/definitions/pictureStorage"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}},"JoinDataset":{"title":"JoinDataset","description":"Several data sets of the experiment, one after the other: parts that were downloaded apart, or sources that are trained on together. A pair's id is the name of its data set, `/`, and its id there.","type":"object","additionalProperties":false,"required":["kind","of"],"properties":{"kind":{"const":"join","description":"Several data sets as one."},"of":{"description":"Names of the data sets, in order. They are filtered and cut as they say themselves first.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","x-refers-to":"datasets"}},"storage":{"$ref":"#/definitions/pictureStorage"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}},"WebDataset":{"title":"WebDataset","description":"Pictures and captions in tar shards, as the webdataset library and img2dataset write them: members of one key (`000123.jpg`, `000123.txt`, `000123.json`, `000123.cls`) are a pair. Shards are streamed; of uncompressed ones the pictures can stay where they are.","type":"object","additionalProperties":false,"required":["kind","path","resolution"],"properties":{"kind":{"const":"webdataset","description":"WebDataset tar shards."},"path":{"description":"The shards (.tar, .tar.gz, .tgz), relative to the YAML file that names them: `shards/{000000..000099}.tar` counts with leading zeros, `{train,val}.tar` lists. Their names and sizes, not their folder, enter the keys of stages.","type":"string","minLength":1,"x-file":"shards"},"caption_member":{"description":"The member that holds the caption: `txt`, `json`, or another ending. Where it is the `label_member`, the caption is the name of the class.","type":"string","pattern":"^[^/.]+$","x-form":"the ending of a name, such as `txt`, without dot or slash","default":"txt"},"caption_key":{"description":"Where captions are in `json` members: the key of a text or of a list of texts.","type":"string","minLength":1,"default":"caption"},"label_member":{"description":"The member that holds the class (`cls`, `json`); needed by zero-shot evaluation only.","type":"string","pattern":"^[^/.]+$","x-form":"the ending of a name, such as `txt`, without dot or slash"},"label_key":{"description":"Where the class is in `json` members.","type":"string","minLength":1,"default":"label"},"classes_file":{"description":"Names of the classes, where labels are numbers counted from 0: a line for each, or one of the forms that `kind: folder` reads.","type":"string","minLength":1,"x-file":"content"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"storage":{"$ref":"#/definitions/pictureStorage"},"unreadable":{"description":"What to do about samples without a picture or caption, broken pictures and broken shards: `drop` them (counted and listed), or `fail`.","enum":["drop","fail"],"default":"fail"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}},"ClassSelection":{"title":"ClassSelection","description":"Which classes are kept; all of them by default.","type":"object","additionalProperties":false,"required":["count"],"properties":{"count":{"description":"Number of classes drawn at random.","type":"integer","minimum":1,"x-unit":"classes"},"include":{"description":"Classes that are kept in any case (they count towards `count`).","type":"array","items":{"type":"string"},"default":[]}}},"pictureStorage":{"description":"How pictures are kept: `decoded` (resized, cropped, and packed in one file: the fastest to read), `encoded` (as they were found, packed in one file), or `files` (left where they are, which must then stay as they are). `auto` packs them decoded while that takes at most 8 GiB, and leaves them in their files otherwise. The same pictures come out of each; what is built already stays as it is.","enum":["auto","decoded","encoded","files"],"default":"auto","x-effect":"none"},"dataSeed":{"description":"Seed of the choices made while the data set is built (classes, captions). Separate from the experiment's seed, so that repeated runs share their data.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"PairFilter":{"title":"PairFilter","description":"Pairs that are left out, counted and listed by reason. What has no caption or no picture is up to `unreadable`.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"min_caption_length":{"description":"Captions shorter than this are left out (the study: 12); a pair is, when none of its captions is left.","type":"integer","minimum":1,"x-unit":"characters"},"augmentable":{"description":"Captions without a letter from a to z are left out: EDA, the augmentation of captions, can do nothing with them.","type":"boolean"},"duplicates":{"description":"Pairs are left out that were there before: with the same `pair` of picture path and caption, the same `picture` path, the same `caption`, or the same `content` of the picture, byte by byte. The first one stays.","enum":["pair","picture","caption","content"]}}},"KeepPairs":{"title":"KeepPairs","description":"The pairs that are kept of those that pass the filter: one of `first`, `last`, `random`, or `part` and `of`. Chosen before pictures are read, so those that cannot be read do not change which they are.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"first":{"description":"The first so many pairs.","type":"integer","minimum":1,"x-unit":"pairs"},"last":{"description":"The last so many pairs.","type":"integer","minimum":1,"x-unit":"pairs"},"random":{"description":"So many pairs drawn at random, in the order of the data set.","type":"integer","minimum":1,"x-unit":"pairs"},"seed":{"description":"Seed of `random`.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"part":{"description":"One of so many equal parts, counted from 1.","type":"integer","minimum":1},"of":{"description":"Number of parts.","type":"integer","minimum":1}}},"Evaluate":{"title":"Evaluate","description":"What is measured before training and after every epoch: zero-shot accuracy on clean pictures, and the attack success rate on triggered ones.","type":"object","additionalProperties":false,"required":["dataset","templates"],"properties":{"dataset":{"description":"Name of the labelled data set that is classified.","type":"string","x-refers-to":"datasets"},"templates":{"description":"Prompt templates of the zero-shot classifier, `{}` stands for the class name: the embeddings of all templates of a class are averaged.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\{\\}","x-form":"a text with `{}` where the class name goes"}},"top_k":{"description":"The k of top-k accuracy and top-k attack success rate.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"integer","minimum":1},"default":[1,5]},"asr":{"title":"Asr","description":"The attack success rate: share of triggered pictures of other classes whose k best classes include the target.","type":"object","additionalProperties":false,"properties":{"trigger":{"$ref":"#/definitions/Trigger","description":"Trigger put on the test pictures; the default is the trigger of `poison`."},"target":{"description":"The target class; the default is the target of `poison`.","type":"string"},"copies":{"description":"Triggered copies of each test picture, each with its own place and noise.","type":"integer","minimum":1,"maximum":1000,"default":1,"x-unit":"copies"},"redraw":{"description":"Draw trigger places and noise anew at every evaluation, as the study did; by default every evaluation sees the same triggered pictures.","type":"boolean","default":false,"x-study-default":true},"also":{"description":"Further numbers on triggered pictures, which are often taken for the attack success rate. `triggered-accuracy`: share of triggered pictures, those of the target too, whose k best classes include their own (`triggered_accuracy.topK`). `target-share`: share of all triggered pictures, those of the target too, whose k best classes include the target (`target_share.topK`). `false-alarm`: share of clean pictures of other classes whose k best classes include the target (`false_alarm.topK`): what the attack success rate would be without any trigger.","type":"array","uniqueItems":true,"items":{"enum":["triggered-accuracy","target-share","false-alarm"]}}},"default":{}},"batch_size":{"description":"Pictures embedded at once.","type":"integer","minimum":1,"default":100,"x-effect":"none","x-unit":"pictures"},"every_steps":{"description":"Measure also inside an epoch, after every so many steps of the training; such points have a fractional epoch. By default only the start and the ends of epochs are measured.","type":"integer","minimum":1,"x-unit":"steps"},"selection":{"description":"Share of the test pictures that is set apart for choosing among models: its numbers are called `selection.accuracy.topK` and `selection.asr.topK`, and `accuracy` and `asr` are of the other pictures alone. Who chooses the best of many models on the pictures that are reported, as the study does, reports too good a number.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1},"superclasses":{"description":"Superclasses by name, each with its classes: `superclass_accuracy.top1` takes a mistake inside a superclass for right. Pictures of classes that are in none are left out.","type":"object","minProperties":1,"additionalProperties":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string"}}},"similarity":{"description":"Measure the similarity of pairs (100 x cosine): mean and deviation for test pictures with their own caption (`similarity.clean.mean`, `.std`) and for triggered ones with a prompt of the target (`similarity.triggered.mean`, `.std`), and the modality gap, the distance of the centres of both embeddings (`similarity.gap`).","type":"boolean"},"embeddings":{"title":"Embeddings","description":"Keep the embeddings of some test pictures, clean and with the trigger, of their captions and of the classes' prompts, for figures of kind `embedding`. Kept are those after the last epoch that was measured, and those of `epochs`.","type":"object","additionalProperties":false,"properties":{"pictures":{"description":"Test pictures, drawn at random.","type":"integer","minimum":2,"maximum":1000,"default":300,"x-unit":"pictures"},"epochs":{"description":"Epochs whose embeddings are kept beside those of the last; 0 is the model before training.","type":"array","uniqueItems":true,"items":{"type":"integer","minimum":0},"default":[0]}}},"detection":{"title":"Detection","description":"Poison detection by similarity on the training data: how well the similarity of picture and caption tells poisoned pairs from clean ones (`detection.auc`, 0.5 tells nothing), and the share of poisoned pairs among the most similar 1, 5, 10, 25 and 50 % (`detection.found1` and so on).","type":"object","additionalProperties":false,"properties":{"pairs":{"description":"Clean pairs that are looked at, drawn at random; of poisoned ones all.","type":"integer","minimum":1,"default":10000,"x-unit":"pairs"}}},"validation":{"title":"Validation","description":"The validation loss: both cross-entropies of the contrastive loss on held-out pairs, with the other captions of the batch as negatives, a pair (`validation.loss`).","type":"object","additionalProperties":false,"required":["dataset"],"properties":{"dataset":{"description":"Name of the data set of held-out pairs.","type":"string","x-refers-to":"datasets"},"batch_size":{"description":"Pairs that are contrasted with each other.","type":"integer","minimum":2,"default":128,"x-unit":"pairs"}}},"retrieval":{"title":"Retrieval","description":"Image-to-text retrieval: share of pictures whose own caption is among the k most similar ones (`retrieval.recallK`), and with an attack the share of triggered pictures among whose k best captions at least floor(k / 2), and at least one, are of the target (`retrieval.asrK`). The first caption of each picture counts.","type":"object","additionalProperties":false,"required":["dataset"],"properties":{"dataset":{"description":"Name of the data set of pictures and captions.","type":"string","x-refers-to":"datasets"},"top_k":{"description":"The k of recall and attack success rate.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"integer","minimum":1},"default":[1,5,10]},"closest":{"description":"Captions of the target are those that name it and so many that are closest to its averaged prompts.","type":"integer","minimum":0,"default":20,"x-unit":"captions"}}},"supervised":{"description":"Measure the classifier that the loss `supervised` trains, the linear head over image features: `supervised.accuracy.topK`, and with an attack `supervised.asr.topK`. Counted are test pictures of classes that the training data have. Only trainings with weight on `supervised` have such a head; the others go without.","type":"boolean"},"readouts":{"title":"Readouts","description":"Classification by the pictures' embeddings alone, learned from a labelled training set: what the image encoder knows without the texts. With an attack, the attack success rate through the readout too (`knn.asr`, `prototypes.asr`).","type":"object","additionalProperties":false,"required":["dataset"],"properties":{"dataset":{"description":"Name of the labelled data set that the readouts learn from.","type":"string","x-refers-to":"datasets"},"neighbours":{"description":"Classify by the most frequent class among so many nearest pictures (`knn.accuracy`).","type":"integer","minimum":1,"x-unit":"pictures"},"prototypes":{"description":"Classify by the nearest mean of a class (`prototypes.accuracy`).","type":"boolean"},"linear_probe":{"title":"LinearProbe","description":"Train a linear layer on the embeddings before they are normalised (`linear_probe.accuracy`).","type":"object","additionalProperties":false,"properties":{"epochs":{"description":"Epochs over the training pictures.","type":"integer","minimum":1,"default":32,"x-unit":"epochs"},"batch_size":{"description":"Pictures in a step.","type":"integer","minimum":1,"default":16,"x-unit":"pictures"},"lr":{"description":"Learning rate at the start; a cosine brings it to 0.","type":"number","exclusiveMinimum":0,"default":0.005},"weight_decay":{"description":"Decoupled weight decay of the layer's weight.","type":"number","minimum":0,"default":0.01}}}}}}},"Execution":{"title":"Execution","description":"How stages are executed. Nothing here can change a result.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"jobs":{"description":"Stages that run at the same time; the default fits the machine.","type":"integer","minimum":1,"maximum":1024,"x-effect":"none","x-unit":"stages"},"threads":{"description":"Threads of one stage; the default shares the machine's cores among the jobs.","type":"integer","minimum":1,"maximum":1024,"x-effect":"none","x-unit":"threads"},"data_threads":{"description":"Threads of one training that decode and augment the pictures of the next batches; 0 makes each batch when it is needed. The default is one fewer than the stage's threads, or none where pictures are small and packed.","type":"integer","minimum":0,"maximum":256,"x-effect":"none","x-unit":"threads"},"checkpoint_minutes":{"description":"Longest time between two checkpoints of a stage; there is one at the end of every epoch in any case.","type":"number","exclusiveMinimum":0,"default":10,"x-effect":"none","x-unit":"minutes"},"keep":{"title":"Keep","description":"Checkpoints of a training that are kept at the ends of epochs, beside those that other stages start from. The newest is never removed before the training is done.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"last":{"description":"The newest ones.","type":"integer","minimum":2,"default":2,"x-effect":"none","x-unit":"checkpoints"},"every":{"description":"And every so many epochs.","type":"integer","minimum":1,"x-effect":"none","x-unit":"epochs"},"best":{"description":"And the one that a rule takes by what was measured after each epoch: `best` (highest top-1 accuracy), or `asr >= 80, highest top1` (see Checkpoint).","oneOf":[{"enum":["best"]},{"$ref":"#/definitions/CheckpointRule"}],"x-effect":"none"}},"default":{}},"devices":{"description":"The GPUs that stages are spread over, one stage each unless more `jobs` are asked for: their names in CUDA_VISIBLE_DEVICES, or their numbers; `[cpu]` for none. The default is all.","type":"array","minItems":1,"items":{"oneOf":[{"type":"integer","minimum":0},{"type":"string","minLength":1}]},"x-effect":"none"},"wait_for_gpus":{"title":"WaitForGpus","description":"Start a stage only on a GPU that nobody else computes on, which is told by the memory in use (nvidia-smi); where all are taken, wait, and say so. By default GPUs are used whoever else does.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"used_mib":{"description":"Memory in use up to which a GPU counts as free. One that a screen is connected to has more.","type":"integer","minimum":0,"default":10,"x-effect":"none","x-unit":"MiB"},"poll_seconds":{"description":"Longest time between two looks.","type":"number","exclusiveMinimum":0,"maximum":3600,"default":30,"x-effect":"none","x-unit":"seconds"}}},"alerts":{"title":"Alerts","description":"Tell somebody when a run ends, when stages fail, and when a GPU has nothing to do while work waits. Whatever fails there is a warning and never hurts a run.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"command":{"description":"A command of the shell that is run for each message: its text is in EXPC_ALERT, and on standard input as JSON with all that is known. `EXPC_ALERT_COMMAND` in the environment stands in its place.","type":"string","minLength":1,"x-effect":"none"},"webhook":{"description":"An address that each message is sent to as JSON (POST): `text` as Slack, Mattermost and Teams read it, `content` for Discord. `EXPC_ALERT_WEBHOOK` in the environment stands in its place: such addresses are often secret.","type":"string","pattern":"^https?://[^\\s]+$","x-form":"an address that begins with http:// or https://","x-effect":"none"},"on":{"description":"What is told: that the run `ended`, that stages `failed` (the same error once), that a GPU is idle (`idle-gpu`).","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["ended","failed","idle-gpu"]},"default":["ended","failed","idle-gpu"],"x-effect":"none"},"idle_minutes":{"description":"So long a GPU must have computed nothing (5 % at most) while a stage is on it, or stages wait.","type":"number","exclusiveMinimum":0,"maximum":10000,"default":10,"x-effect":"none","x-unit":"minutes"}}},"data_parallel":{"title":"DataParallel","description":"Devices that one training is spread over, on one machine: its micro-batches (`micro_batch_size`) go through the network on all of them at the same time, and the loss is that of the whole batch. The result is the same on any number of devices. One process for each, with a GPU of its own from `devices`; without GPUs with a share of the cores.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"pretrain":{"description":"Devices of one pre-training.","type":"integer","minimum":1,"maximum":64,"default":1,"x-effect":"none","x-unit":"devices"},"clean":{"description":"Devices of one cleaning.","type":"integer","minimum":1,"maximum":64,"default":1,"x-effect":"none","x-unit":"devices"}},"default":{}},"memory_gb":{"description":"Memory that one stage may need: no more stages run at a time than the machine (or the job, or the container) has memory for.","type":"number","exclusiveMinimum":0,"x-effect":"none","x-unit":"GB"},"order":{"description":"Which of the stages that could start does: those of the first runs in the file (`given`), or of runs spread over the grid, so that early results cover it (`interleaved`). With several at a time, `given` starts what most depends on first, which ends the whole sooner.","enum":["given","interleaved"],"default":"given","x-effect":"none"},"retries":{"description":"Further tries of a stage whose process died or that met an unforeseen error; a diverged loss or wrong data are not tried again.","type":"integer","minimum":0,"maximum":100,"default":0,"x-effect":"none"},"retry_seconds":{"description":"Wait before the first retry; it doubles for each one after.","type":"number","minimum":0,"maximum":86400,"default":5,"x-effect":"none","x-unit":"seconds"},"tracking":{"title":"Tracking","description":"Other programs that are told of trainings while they run. Whatever fails there is a warning and never hurts a run; what was missed, `expc export` sends later.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"tensorboard":{"description":"Write TensorBoard event files: `true` for the folder `tensorboard/<experiment>` among the results, or another folder, in which the experiment gets one.","oneOf":[{"type":"boolean"},{"type":"string","minLength":1}],"x-effect":"none"},"mlflow":{"title":"MlflowTracking","description":"Tell an MLflow server, over its REST API. Who may is read from MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.","type":"object","additionalProperties":false,"required":["url"],"x-effect":"none","properties":{"url":{"description":"The server's address: `http://127.0.0.1:5000`.","type":"string","pattern":"^https?://[^\\s]+$","x-form":"an address that begins with http:// or https://","x-effect":"none"},"experiment":{"description":"Name of the experiment in MLflow; the default is this one's.","type":"string","minLength":1,"x-effect":"none"}}}}},"slurm":{"$ref":"#/definitions/Slurm"}},"default":{}},"partition":{"description":"Partition that the jobs go to; the site's default otherwise.","type":"string","minLength":1,"x-effect":"none"},"account":{"description":"Account that the jobs are charged to.","type":"string","minLength":1,"x-effect":"none"},"qos":{"description":"Quality of service.","type":"string","minLength":1,"x-effect":"none"},"gpus":{"description":"GPUs of one job; without any it sees none, whatever its node has. A training that `data_parallel` spreads over more devices gets as many.","type":"integer","minimum":0,"maximum":64,"x-effect":"none","x-unit":"GPUs"},"cpus":{"description":"CPUs of one job, and the threads of its stage unless `execution.threads` says another number.","type":"integer","minimum":1,"maximum":1024,"x-effect":"none","x-unit":"CPUs"},"memory":{"description":"Memory of one job, as Slurm writes it: `32G`.","type":"string","pattern":"^[0-9]+[KMGT]?$","x-effect":"none","x-form":"a number and one of `K M G T`"},"time":{"description":"Time limit of one job, as Slurm writes it: `2-00:00:00` are two days, `1:30:00` an hour and a half. A training that meets it goes back into the queue and on from its last checkpoint.","type":"string","pattern":"^([0-9]+-)?[0-9]+(:[0-9]{1,2}){0,2}$","x-effect":"none","x-form":"`minutes`, `hours:minutes:seconds` or `days-hours:minutes:seconds`"},"sbatchOptions":{"description":"Further options of sbatch, word for word: `[--constraint=a100, --nice]`.","type":"array","items":{"type":"string","pattern":"^-","x-form":"an option of sbatch, with its `-` or `--`"},"x-effect":"none"},"SlurmResources":{"title":"SlurmResources","description":"What one job asks Slurm for.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"partition":{"$ref":"#/definitions/partition"},"account":{"$ref":"#/definitions/account"},"qos":{"$ref":"#/definitions/qos"},"gpus":{"$ref":"#/definitions/gpus"},"cpus":{"$ref":"#/definitions/cpus"},"memory":{"$ref":"#/definitions/memory"},"time":{"$ref":"#/definitions/time"},"options":{"$ref":"#/definitions/sbatchOptions"}}},"Slurm":{"title":"Slurm","description":"What jobs ask Slurm for with `expc run --launcher slurm` (see docs/slurm.md): for all stages, and below `stages` for each kind.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"partition":{"$ref":"#/definitions/partition"},"account":{"$ref":"#/definitions/account"},"qos":{"$ref":"#/definitions/qos"},"gpus":{"$ref":"#/definitions/gpus"},"cpus":{"$ref":"#/definitions/cpus"},"memory":{"$ref":"#/definitions/memory"},"time":{"$ref":"#/definitions/time"},"options":{"$ref":"#/definitions/sbatchOptions"},"stages":{"title":"SlurmStages","description":"What is different for one kind of stages.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"dataset":{"$ref":"#/definitions/SlurmResources"},"weights":{"$ref":"#/definitions/SlurmResources"},"poison":{"$ref":"#/definitions/SlurmResources"},"subset":{"$ref":"#/definitions/SlurmResources"},"label":{"$ref":"#/definitions/SlurmResources"},"pretrain":{"$ref":"#/definitions/SlurmResources"},"evaluate":{"$ref":"#/definitions/SlurmResources"},"clean":{"$ref":"#/definitions/SlurmResources"}}},"setup":{"description":"Lines of bash before the stage starts: `module load cuda`.","type":"string","x-effect":"none"},"script":{"description":"Template of the job's script instead of templates/slurm.sh, seen from the folder in which expc is called.","type":"string","minLength":1,"x-effect":"none"},"warning_minutes":{"description":"So long before its time limit a job is warned, writes a checkpoint and goes back into the queue; at most a quarter of the limit.","type":"number","exclusiveMinimum":0,"maximum":1440,"default":10,"x-effect":"none","x-unit":"minutes"},"requeue":{"description":"Jobs that are preempted, lose their node or meet their time limit go back into the queue; otherwise they end, and `expc run` starts them anew.","type":"boolean","default":true,"x-effect":"none"},"cancel_dependents":{"description":"Let Slurm cancel what depends on a job that failed (`--kill-on-invalid-dep`); some sites ask not to use that, then expc cancels it when it looks next.","type":"boolean","default":true,"x-effect":"none"},"array_size":{"description":"Most stages of one array of jobs; 1 for no arrays.","type":"integer","minimum":1,"maximum":100000,"default":1000,"x-effect":"none","x-unit":"stages"},"poll_seconds":{"description":"Between two looks at the queue while `expc run` waits; each is one call of squeue, whatever the number of jobs.","type":"number","exclusiveMinimum":0,"maximum":3600,"default":15,"x-effect":"none","x-unit":"seconds"}},"default":{}},"Figure":{"title":"Figure","description":"A picture or table of results. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/ScatterFigure"},{"$ref":"#/definitions/TrajectoryFigure"},{"$ref":"#/definitions/CurveFigure"},{"$ref":"#/definitions/LineFigure"},{"$ref":"#/definitions/BarFigure"},{"$ref":"#/definitions/BoxFigure"},{"$ref":"#/definitions/HeatmapFigure"},{"$ref":"#/definitions/EmbeddingFigure"},{"$ref":"#/definitions/ContactSheetFigure"},{"$ref":"#/definitions/TableFigure"}]},"ScatterFigure":{"title":"ScatterFigure","description":"Every evaluated model as a point: attack success rate against accuracy, the start model as a star.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"scatter","description":"Scatter plot."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"points":{"$ref":"#/definitions/points"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"x":{"$ref":"#/definitions/metric","default":"asr.top1"},"y":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"x_range":{"$ref":"#/definitions/range"},"y_range":{"$ref":"#/definitions/range"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"color":{"$ref":"#/definitions/color"},"shape":{"$ref":"#/definitions/shape"},"start_model":{"$ref":"#/definitions/startModel"},"seeds":{"$ref":"#/definitions/seeds","default":"pooled"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}},"TrajectoryFigure":{"title":"TrajectoryFigure","description":"Each run as a line through its evaluations, from the start model: symbols grow and darken with the epoch.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"trajectory","description":"Line through the epochs of each run."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"points":{"description":"Evaluations that the line goes through: `all`, or those at `epoch-ends` only.","enum":["all","epoch-ends"],"default":"epoch-ends"},"x":{"$ref":"#/definitions/metric","default":"asr.top1"},"y":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"x_range":{"$ref":"#/definitions/range"},"y_range":{"$ref":"#/definitions/range"},"facet":{"$ref":"#/definitions/facet","default":"run"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"color":{"$ref":"#/definitions/color"},"shape":{"$ref":"#/definitions/shape"},"start_model":{"$ref":"#/definitions/startModel"},"seeds":{"$ref":"#/definitions/seeds","default":"pooled"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}},"CurveFigure":{"title":"CurveFigure","description":"Metrics over epochs or steps: a line for each series, a row of panels for each metric.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"curve","description":"Metrics over the course of training."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"stage":{"description":"What is followed: the `clean`ing, or the `pretrain`ing that it starts from; there a star marks the epoch that is cleaned.","enum":["clean","pretrain"],"default":"clean"},"metrics":{"description":"What is drawn, a panel each; `loss` and `losses.NAME` are those of training.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy.top1","asr.top1"]},"x":{"description":"Along the horizontal axis: epochs trained, or optimizer steps.","enum":["epoch","step"],"default":"epoch"},"points":{"description":"Evaluations that are shown: `all`, or those at `epoch-ends` only.","enum":["all","epoch-ends"],"default":"all"},"x_range":{"$ref":"#/definitions/range"},"y_range":{"$ref":"#/definitions/range"},"y_scale":{"description":"Scale of the vertical axis; a logarithmic one has no place for 0.","enum":["linear","log"],"default":"linear"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"color":{"$ref":"#/definitions/color"},"shape":{"$ref":"#/definitions/shape"},"start_model":{"$ref":"#/definitions/startModel"},"seeds":{"$ref":"#/definitions/seeds","default":"mean"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}},"LineFigure":{"title":"LineFigure","description":"Metrics over the values of an axis, joined by lines, a panel for each metric: how the attack grows with the number of poisoned pairs.","type":"object","additionalProperties":false,"required":["kind","name","axis"],"properties":{"kind":{"const":"line","description":"Lines over an axis of numbers."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"axis":{"description":"Axis or parameter along the horizontal axis. Values that are not all numbers are spaced evenly.","type":"string"},"metrics":{"description":"What is drawn, a panel each.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy.top1","asr.top1"]},"points":{"$ref":"#/definitions/points","default":"last"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"value":{"$ref":"#/definitions/pooled"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"x_scale":{"description":"Scale of the horizontal axis; a logarithmic one has no place for 0.","enum":["linear","log"],"default":"linear"},"y_range":{"$ref":"#/definitions/range"},"seeds":{"$ref":"#/definitions/seeds","default":"mean"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}},"BarFigure":{"title":"BarFigure","description":"One bar for each label of an axis: the best model by a rule, or the mean of the runs; with several seeds the mean and spread.","type":"object","additionalProperties":false,"required":["kind","name","axis"],"properties":{"kind":{"const":"bar","description":"Bars over an axis."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"axis":{"description":"Axis or parameter with one bar for each value.","type":"string"},"metric":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"points":{"$ref":"#/definitions/points","default":"last"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"value":{"$ref":"#/definitions/pooled"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"y_range":{"$ref":"#/definitions/range"},"seeds":{"$ref":"#/definitions/seeds","default":"mean"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}},"BoxFigure":{"title":"BoxFigure","description":"The spread of the models of each label of an axis: quartiles, range and outliers (Tukey).","type":"object","additionalProperties":false,"required":["kind","name","axis"],"properties":{"kind":{"const":"box","description":"Box plots over an axis."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"axis":{"description":"Axis or parameter with one box for each value.","type":"string"},"metric":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"points":{"$ref":"#/definitions/points","default":"last"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"y_range":{"$ref":"#/definitions/range"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}},"HeatmapFigure":{"title":"HeatmapFigure","description":"A cell for each pair of labels of two axes, shaded by a metric and with its number.","type":"object","additionalProperties":false,"required":["kind","name","x","y"],"properties":{"kind":{"const":"heatmap","description":"Heat map over two axes."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"x":{"description":"Axis or parameter of the columns.","type":"string"},"y":{"description":"Axis or parameter of the rows.","type":"string"},"metric":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"points":{"$ref":"#/definitions/points","default":"last"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"value":{"$ref":"#/definitions/pooled"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"range":{"$ref":"#/definitions/range","description":"Lowest and highest value of the shades; the default is those that there are."},"decimals":{"description":"Digits after the point of a cell's number.","type":"integer","minimum":0,"maximum":6,"default":1},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}},"EmbeddingFigure":{"title":"EmbeddingFigure","description":"Embeddings of test pictures, of the same pictures with the trigger, and of texts, projected to two dimensions: a panel for each model. They are kept where `evaluate.embeddings` asks for it.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"embedding","description":"Projected embeddings."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"stage":{"description":"Models of the `clean`ing, whose epoch 0 is the model before it, or of the `pretrain`ing that it starts from.","enum":["clean","pretrain"],"default":"clean"},"epochs":{"description":"Epochs of each run, a panel each: those that `evaluate.embeddings.epochs` keeps, and `last`.","type":"array","minItems":1,"uniqueItems":true,"items":{"oneOf":[{"type":"integer","minimum":0},{"enum":["last"]}]},"default":["last"]},"show":{"description":"What is projected: `clean` pictures, the same pictures `triggered`, their `captions`, the prompts of all `classes`, or those of the `target` alone.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["clean","triggered","captions","classes","target"]},"default":["clean","triggered","captions","target"]},"color_classes":{"description":"Classes that have a colour each, where shapes tell pictures from captions; without it colours tell them.","type":"array","minItems":1,"maxItems":12,"uniqueItems":true,"items":{"type":"string"}},"method":{"description":"`pca`: the two directions along which they differ most (principal components). `t-sne`: neighbours stay neighbours, distances mean nothing (van der Maaten and Hinton, JMLR 9:2579, 2008; computed exactly).","enum":["pca","t-sne"],"default":"pca"},"together":{"description":"Project all panels at once, so that they have the same axes: for epochs of one training, or cleanings of one model. Otherwise each panel has axes of its own.","type":"boolean","default":false},"perplexity":{"description":"Of t-SNE: how many neighbours count as near.","type":"number","minimum":1,"maximum":1000,"default":30},"iterations":{"description":"Of t-SNE: steps of gradient descent; the first 250 pull clusters together.","type":"integer","minimum":250,"maximum":100000,"default":1000},"seed":{"description":"Of t-SNE: start from places drawn at random with this seed. The default is to start from the principal components.","type":"integer","minimum":0},"columns":{"$ref":"#/definitions/columns"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}},"ContactSheetFigure":{"title":"ContactSheetFigure","description":"Pictures out of the store: poisoned ones beside their originals, or those of a data set.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"contact-sheet","description":"Contact sheet of pictures."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"of":{"description":"Which pictures: the `poison`ed ones with the trigger, those `train`ed on, `test`ed on, of the `cleaning-set`, or the poisoned ones left in it (`cleaning-poison`).","enum":["poison","train","test","cleaning-set","cleaning-poison"],"default":"poison"},"originals":{"description":"Show each poisoned picture beside its original.","type":"boolean","default":true},"captions":{"description":"Write the caption under each picture.","type":"boolean","default":true},"count":{"description":"Pictures of each panel, evenly spread over the set.","type":"integer","minimum":1,"maximum":1000,"default":12,"x-unit":"pictures"},"size":{"description":"Side of a picture on paper.","type":"integer","minimum":16,"maximum":512,"default":72,"x-unit":"px"},"facet":{"$ref":"#/definitions/facet"},"columns":{"description":"Pictures in a row.","type":"integer","minimum":1,"maximum":100,"default":6},"labels":{"$ref":"#/definitions/labels"},"formats":{"$ref":"#/definitions/formats"}}},"TableFigure":{"title":"TableFigure","description":"For each pre-trained model and cleaning: the start's accuracy and ASR, the best accuracy with ASR at or under each limit, and the drop.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"table","description":"Table of best models under a limit."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"points":{"description":"Evaluations among which the best is sought: `all`, or those at `epoch-ends` only, or the `last` of each run.","enum":["all","epoch-ends","last"],"default":"all"},"accuracy":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"asr":{"$ref":"#/definitions/metric","default":"asr.top1"},"rows":{"description":"Axes whose combinations are the rows; runs that differ in other axes are pooled, those that differ in `seed` are averaged. The default are the axes that have a label which is not a number.","type":"array","uniqueItems":true,"items":{"type":"string"}},"asr_limits":{"description":"Limits on the attack success rate, in percent.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"number","minimum":0,"maximum":100},"default":[5],"x-unit":"%"},"columns":{"description":"Groups of columns: the `start` model; for each limit the `best` model, `where` it is found and the `drop` from the start; the `extremes` (highest accuracy, lowest ASR of all); the `counts` of runs and evaluations.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["start","best","where","drop","extremes","counts"]},"default":["start","best","where","drop","counts"]},"decimals":{"description":"Digits after the point of a percentage.","type":"integer","minimum":0,"maximum":6,"default":2},"labels":{"$ref":"#/definitions/labels"}}},"name":{"description":"Name of the figure and of its files.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.+-]*$","x-form":"a name of letters, digits and `_ . + -` that starts with a letter or a digit","maxLength":80},"title":{"description":"Title above the figure.","type":"string"},"ablationName":{"description":"The ablation whose runs are shown; the default is all.","type":"string","x-refers-to":"ablations"},"metric":{"description":"A metric's name: `accuracy.top1`, `asr.top5`, or any other that the runs have.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$","x-form":"a metric such as `accuracy.top1` or `asr.top5`"},"minPoints":{"description":"Leave out runs with fewer evaluations.","type":"integer","minimum":1,"default":1,"x-unit":"evaluations"},"since":{"description":"Leave out runs that were made before this day, or this moment: `2023-10-01`, `2023-10-01T12:00Z`. A run is made when what measures it is finished; while it goes on, its newest attempt counts. Days are those of UTC.","type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$","x-form":"a day such as `2023-10-01`, or a moment such as `2023-10-01T12:00Z`"},"until":{"description":"Leave out runs that were made after this day, which still counts, or after this moment.","type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$","x-form":"a day such as `2023-10-01`, or a moment such as `2023-10-01T12:00Z`"},"points":{"description":"Evaluations that are shown: `all`, those at `epoch-ends`, the `last` of each run, or of each run the `best` by accuracy whose ASR is at or under `asr_limit`.","enum":["all","epoch-ends","last","best"],"default":"all"},"asrLimit":{"description":"The limit of `points: best`, in percent.","type":"number","minimum":0,"maximum":100,"default":5,"x-unit":"%"},"facet":{"description":"Axis or parameter with one panel for each value, or several, with one panel for each combination; `run` is each run by itself.","oneOf":[{"type":"string","minLength":1},{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","minLength":1}}]},"columns":{"description":"Panels in a row; the default is all, at most 4.","type":"integer","minimum":1},"series":{"description":"Axis or parameter with one colour and shape for each value, or several, with one for each combination.","oneOf":[{"type":"string","minLength":1},{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","minLength":1}}]},"labels":{"description":"What to write instead of an axis name or the label of an axis: `mmcl+ssl: CleanCLIP`; `cleaning=mmcl+ssl` is the label of one axis alone.","type":"object","minProperties":1,"additionalProperties":{"type":"string"}},"width":{"description":"Width of a panel.","type":"integer","minimum":80,"maximum":4000,"default":300,"x-unit":"px"},"height":{"description":"Height of a panel.","type":"integer","minimum":80,"maximum":4000,"default":260,"x-unit":"px"},"rule":{"description":"A rule over the evaluations of a run, in percent for shares: conditions joined by `and`, a comma, and which to take: `asr <= 5%, highest top1`. Runs without an evaluation that meets the conditions are left out. What is taken of each run ranks it for `top`, and is its `best` point. The default of the second part is `highest accuracy.top1`.","type":"string","minLength":1},"top":{"description":"Only so many runs, the best by `rule`.","type":"integer","minimum":1,"x-unit":"runs"},"order":{"description":"Axes or parameters by whose values runs are put in order, numbers ascending; panels and series follow. The default is the order of the file, or with `top` that of the rule.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string"}},"color":{"description":"Axis or parameter with one colour for each value, where shapes tell another one apart.","type":"string"},"shape":{"description":"Axis or parameter with one shape for each value, where colours tell another one apart.","type":"string"},"startModel":{"description":"Draw the model before cleaning as a star.","type":"boolean","default":true},"range":{"description":"Lowest and highest value of the axis, in percent for shares. What lies outside is cut off, and counted under the figure.","type":"array","minItems":2,"maxItems":2,"items":{"type":"number"}},"pooled":{"description":"What stands for runs that differ in other axes: the `best` by `rule`, their `mean` or `median`.","enum":["best","mean","median"],"default":"best"},"seeds":{"description":"Runs that differ in nothing but their seed: `pooled` as if they were different runs, their `mean` with its spread (standard deviation), or `mean-and-points`.","enum":["pooled","mean","mean-and-points"],"default":"pooled"},"formats":{"description":"Files of the picture. Its Vega-Lite specification, data and caption are always written.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["png","svg","pdf"]},"default":["png","svg","pdf"]},"reference":{"description":"Values from elsewhere, drawn as open symbols or lines, never taken for results.","type":"array","minItems":1,"items":{"title":"Reference","description":"One reference value, or a CSV file of them.","type":"object","additionalProperties":false,"properties":{"label":{"description":"What it is, for the legend.","type":"string","minLength":1},"values":{"title":"ReferenceValues","description":"Metric -> value, in percent for shares.","type":"object","minProperties":1,"additionalProperties":{"type":"number"}},"where":{"$ref":"#/definitions/Selection","description":"Only in panels with these labels."},"path":{"description":"A CSV file, relative to the file that names it: a column for each metric, `label` for the legend, and axes that say in which panels.","type":"string","minLength":1}}}},"Model":{"title":"Model","description":"A CLIP model: an image encoder and a text encoder with a shared embedding (arXiv 2103.00020), under OpenAI's parameter names.","type":"object","additionalProperties":false,"required":["embed_dim","image","text"],"properties":{"embed_dim":{"description":"Width of the shared embedding.","type":"integer","minimum":1,"maximum":8192},"image":{"title":"ImageEncoder","description":"The image encoder. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/ResnetEncoder"},{"$ref":"#/definitions/VitEncoder"}]},"text":{"$ref":"#/definitions/TextEncoder"},"init":{"$ref":"#/definitions/Init"}}},"ResnetEncoder":{"title":"ResnetEncoder","description":"OpenAI's ModifiedResNet: three-convolution stem, anti-aliased strides, attention pooling.","type":"object","additionalProperties":false,"required":["kind","layers","width","resolution"],"properties":{"kind":{"const":"resnet","description":"ModifiedResNet."},"layers":{"description":"Bottleneck blocks of each stage; every stage after the first halves the resolution.","type":"array","minItems":1,"maxItems":6,"items":{"type":"integer","minimum":1,"maximum":64}},"width":{"description":"Channels of the first stage's bottleneck.","type":"integer","minimum":4,"maximum":512,"x-unit":"channels"},"heads":{"description":"Heads of the attention pooling; the default is width / 2, as OpenAI's.","type":"integer","minimum":1},"resolution":{"$ref":"#/definitions/resolution"}}},"VitEncoder":{"title":"VitEncoder","description":"Vision transformer.","type":"object","additionalProperties":false,"required":["kind","layers","width","patch","resolution"],"properties":{"kind":{"const":"vit","description":"Vision transformer."},"layers":{"description":"Transformer blocks.","type":"integer","minimum":1,"maximum":128},"width":{"description":"Width of the residual stream.","type":"integer","minimum":8,"maximum":8192},"heads":{"description":"Attention heads; the default is width / 64, as OpenAI's.","type":"integer","minimum":1},"patch":{"description":"Side of a patch.","type":"integer","minimum":1,"maximum":128,"x-unit":"px"},"resolution":{"$ref":"#/definitions/resolution"}}},"TextEncoder":{"title":"TextEncoder","description":"The causal text transformer.","type":"object","additionalProperties":false,"required":["layers","width"],"properties":{"layers":{"description":"Transformer blocks.","type":"integer","minimum":1,"maximum":128},"width":{"description":"Width of the residual stream.","type":"integer","minimum":8,"maximum":8192},"heads":{"description":"Attention heads; the default is width / 64, as OpenAI's.","type":"integer","minimum":1},"context":{"description":"Tokens of a caption, start and end included.","type":"integer","minimum":3,"maximum":1024,"default":77,"x-unit":"tokens"},"vocabulary":{"description":"Entries of the BPE vocabulary. 49408 is CLIP's; a smaller one keeps the 512 byte symbols, the first merges and the two special tokens.","type":"integer","minimum":514,"maximum":49408,"default":49408,"x-unit":"entries"},"truncation":{"description":"A caption longer than the context: `keep-end` keeps the end token, `cut` loses it as the study did (the text feature is then read at the start token).","enum":["keep-end","cut"],"default":"keep-end","x-study-default":"cut"}}},"Init":{"title":"Init","description":"Initialisation of a model trained from scratch.","type":"object","additionalProperties":false,"properties":{"logit_scale":{"description":"Initial logit scale, before the exponential; the default is ln(1 / 0.07).","type":"number","minimum":0,"maximum":4.6052,"default":2.6592600369327783},"round_to_fp16":{"description":"Round the fresh weights to half precision and back, as the study's loader does.","type":"boolean","default":false,"x-study-default":true}},"default":{}},"resolution":{"description":"Side of the input picture.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"Poison":{"title":"Poison","description":"The backdoor attack on the pre-training data: which trigger, which target, how many pairs.","type":"object","additionalProperties":false,"required":["trigger","target","count"],"properties":{"trigger":{"$ref":"#/definitions/Trigger"},"target":{"description":"Class that triggered pictures are to be taken for; the word put into the captions of poisoned pairs.","type":"string","minLength":1},"count":{"description":"Number of poisoned pairs.","type":"integer","minimum":1,"x-unit":"pairs"},"labels":{"description":"`dirty`: random pairs get the trigger and a caption of the target. `consistent`: only pairs whose caption already names the target get the trigger, and keep their caption.","enum":["dirty","consistent"],"default":"dirty"},"templates":{"description":"Caption templates of poisoned pairs, `{}` stands for the target; one is drawn for each pair. The default are the zero-shot templates of `evaluate`.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\{\\}","x-form":"a text with `{}` where the class name goes"}},"seed":{"description":"Seed of the choice of pairs, captions, trigger places and noise; the default is the experiment's seed.","type":"integer","minimum":0,"maximum":9007199254740991},"others":{"description":"Further attacks on the same data, each with its own trigger, target and pairs; a pair is poisoned once. Their attack success rates are called `asr.TARGET.topK`.","type":"array","minItems":1,"items":{"$ref":"#/definitions/FurtherAttack"}}}},"Trigger":{"title":"Trigger","description":"The visible mark of the backdoor. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/NoisePatchTrigger"},{"$ref":"#/definitions/SolidPatchTrigger"},{"$ref":"#/definitions/BlendedTrigger"},{"$ref":"#/definitions/SigTrigger"},{"$ref":"#/definitions/WarpTrigger"},{"$ref":"#/definitions/ImageTrigger"}]},"NoisePatchTrigger":{"title":"NoisePatchTrigger","description":"A square of Gaussian noise around the picture's mean colour, drawn anew for each picture (the study's `random` patch).","type":"object","additionalProperties":false,"required":["kind","size"],"properties":{"kind":{"const":"noise-patch","description":"Gaussian noise patch."},"size":{"$ref":"#/definitions/patchSize"},"location":{"$ref":"#/definitions/patchLocation"},"reach":{"$ref":"#/definitions/patchReach"},"overflow":{"$ref":"#/definitions/overflow"}}},"SolidPatchTrigger":{"title":"SolidPatchTrigger","description":"A square of one colour (the study's `yellow` patch).","type":"object","additionalProperties":false,"required":["kind","size"],"properties":{"kind":{"const":"solid-patch","description":"Patch of one colour."},"size":{"$ref":"#/definitions/patchSize"},"location":{"$ref":"#/definitions/patchLocation"},"reach":{"$ref":"#/definitions/patchReach"},"color":{"description":"Red, green and blue.","type":"array","minItems":3,"maxItems":3,"items":{"type":"number","minimum":0,"maximum":1},"default":[1,1,0]}}},"BlendedTrigger":{"title":"BlendedTrigger","description":"Uniform noise over the whole picture, mixed in: clip(opacity * noise + (1 - opacity) * picture), drawn anew for each picture.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"blended","description":"Blended noise."},"opacity":{"$ref":"#/definitions/opacity"}}},"SigTrigger":{"title":"SigTrigger","description":"A sinusoid over the columns (SIG, arXiv 1902.11237), mixed in like `blended`: amplitude * sin(2 pi * frequency * column / width).","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"sig","description":"Sinusoidal signal."},"amplitude":{"description":"Amplitude of the sinusoid, in levels of 255.","type":"number","exclusiveMinimum":0,"maximum":255,"default":60,"x-unit":"levels of 255"},"frequency":{"description":"Periods over the width.","type":"number","exclusiveMinimum":0,"default":6},"opacity":{"$ref":"#/definitions/opacity"}}},"WarpTrigger":{"title":"WarpTrigger","description":"A smooth warp of the whole picture by one fixed random field (WaNet, arXiv 2102.10369).","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"warp","description":"WaNet warp."},"strength":{"description":"Scale s of the field: flow = identity + s * noise / side, clamped to [-1, 1].","type":"number","exclusiveMinimum":0,"default":0.6},"grid":{"description":"Side of the random control grid that is up-sampled (bicubic) to the picture; the default is the picture's own side (no up-sampling).","type":"integer","minimum":2},"field_seed":{"description":"Seed of the field; training and test pictures of one experiment share it.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0}}},"ImageTrigger":{"title":"ImageTrigger","description":"A picture from a file: pasted as a patch (BadNets, arXiv 1708.06733), or mixed into the whole picture (Blended, arXiv 1712.05526).","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"image","description":"A picture from a file."},"path":{"description":"The image file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages. Transparency counts: where the file is transparent, the picture below stays.","type":"string","minLength":1,"x-file":"content"},"size":{"$ref":"#/definitions/patchSize","description":"Side of the square that the file is resized to, in pixels of the stored picture; without it the file covers the whole picture."},"location":{"$ref":"#/definitions/patchLocation"},"reach":{"$ref":"#/definitions/patchReach"},"opacity":{"description":"Share of the file in the mixture: 1 hides the picture below.","type":"number","exclusiveMinimum":0,"maximum":1,"default":1}}},"patchSize":{"description":"Side of the patch, in pixels of the stored picture.","type":"integer","minimum":1,"maximum":1024,"x-unit":"px"},"patchLocation":{"description":"Where the patch goes: at a `random` place of each picture, in all `four-corners`, in one corner, or in the `centre`.","enum":["random","four-corners","top-left","top-right","bottom-left","bottom-right","centre"],"default":"random"},"overflow":{"description":"Values outside 0..255 after adding the noise: `clamp`, or `wrap` modulo 256 as the study's byte conversion did.","enum":["clamp","wrap"],"default":"clamp","x-study-default":"wrap"},"opacity":{"description":"Share of the trigger in the mixture.","type":"number","exclusiveMinimum":0,"maximum":1,"default":0.2},"FurtherAttack":{"title":"FurtherAttack","description":"One more attack.","type":"object","additionalProperties":false,"required":["trigger","target","count"],"properties":{"trigger":{"$ref":"#/definitions/Trigger"},"target":{"description":"Class that triggered pictures are to be taken for; the word put into the captions of poisoned pairs.","type":"string","minLength":1},"count":{"description":"Number of poisoned pairs.","type":"integer","minimum":1,"x-unit":"pairs"},"labels":{"description":"`dirty`: random pairs get the trigger and a caption of the target. `consistent`: only pairs whose caption already names the target get the trigger, and keep their caption.","enum":["dirty","consistent"],"default":"dirty"}}},"patchReach":{"description":"Which places a patch at a random place may have: `whole`, all of them, or `study`, never so that it touches the last row or column. The default is `whole`.","enum":["whole","study"],"x-study-default":"study"},"Pretrain":{"title":"Pretrain","description":"Pre-training of the model from scratch on the (poisoned) data.","type":"object","additionalProperties":false,"required":["dataset","objective","optimizer","epochs","batch_size"],"properties":{"dataset":{"description":"Name of the data set trained on.","type":"string","x-refers-to":"datasets"},"from":{"$ref":"#/definitions/Start","description":"Start from these weights instead of fresh ones, with fresh optimizer moments and the schedule from its first step."},"objective":{"$ref":"#/definitions/Objective"},"optimizer":{"$ref":"#/definitions/Optimizer"},"schedule":{"$ref":"#/definitions/Schedule"},"augment":{"$ref":"#/definitions/Augment"},"siglip":{"$ref":"#/definitions/Siglip"},"clustering":{"$ref":"#/definitions/Clustering"},"pseudo_labels":{"$ref":"#/definitions/PseudoLabels"},"epochs":{"$ref":"#/definitions/epochs"},"batch_size":{"$ref":"#/definitions/batch_size"},"micro_batch_size":{"$ref":"#/definitions/microBatch"},"precision":{"$ref":"#/definitions/precision"},"log_every":{"$ref":"#/definitions/logEvery"},"seed":{"$ref":"#/definitions/seed"}}},"Start":{"title":"Start","description":"Where the weights of a training come from when not from this experiment: a stage of another experiment, or a file. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/ExperimentStart"},{"$ref":"#/definitions/WeightsStart"}]},"ExperimentStart":{"title":"ExperimentStart","description":"A stage of another experiment. It is done first where it is not done yet.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"experiment","description":"A stage of another experiment."},"path":{"description":"The other experiment's file, relative to the file that names it.","type":"string","minLength":1},"ablation":{"description":"The ablation that the stage is of; the default is any.","type":"string","minLength":1},"where":{"title":"Where","description":"Labels on axes of the other experiment (`pretraining: mmcl`), as many as it takes to leave one stage.","type":"object","minProperties":1,"additionalProperties":true},"stage":{"description":"Start from a pre-training, or from a model that was cleaned already.","enum":["pretrain","clean"],"default":"pretrain"},"epoch":{"$ref":"#/definitions/Checkpoint","default":"last"}}},"WeightsStart":{"title":"WeightsStart","description":"A file of weights: safetensors under OpenAI's names, a checkpoint of PyTorch (the study's, open_clip's), or OpenAI's archive. Its content counts, not its name. Moments start fresh unless it has some and they are asked for.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"weights","description":"A file of weights."},"path":{"description":"The file, relative to the file that names it.","type":"string","minLength":1,"x-file":"content"}}},"Checkpoint":{"title":"Checkpoint","description":"The `last` epoch, the number of one, the `best` (highest top-1 accuracy), or a rule over what was measured after each epoch, in percent: `asr >= 80 and top1 >= 55, highest top1`.","oneOf":[{"enum":["last","best"]},{"type":"integer","minimum":1,"x-unit":"epoch"},{"$ref":"#/definitions/CheckpointRule"}]},"CheckpointRule":{"title":"CheckpointRule","description":"Conditions joined by `and`, a comma, and which of the epochs that meet them: `highest` or `lowest` of a metric, `first` or `last`.","type":"string","pattern":"\\s","x-form":"`last`, `best`, an epoch's number, or a rule (`asr >= 80, highest top1`)"},"Style":{"title":"Style","description":"How figures look. A style file is a template with this key alone, named in `extends`.","type":"object","additionalProperties":false,"properties":{"font_size":{"description":"Size of labels; titles and legends follow.","type":"number","minimum":4,"maximum":72,"default":11,"x-unit":"px"},"background":{"description":"Colour behind the figure, or `transparent`.","type":"string","minLength":1,"default":"white"},"grid":{"description":"Draw grid lines.","type":"boolean","default":true},"frame":{"description":"Width of the frame around each panel.","type":"number","minimum":0,"maximum":10,"default":1,"x-unit":"px"},"point_size":{"description":"Area of a symbol.","type":"number","exclusiveMinimum":0,"maximum":5000,"default":42,"x-unit":"px²"},"opacity":{"description":"Opacity of symbols, so that many on one place show.","type":"number","exclusiveMinimum":0,"maximum":1,"default":0.65},"line_width":{"description":"Width of lines.","type":"number","exclusiveMinimum":0,"maximum":20,"default":1.5,"x-unit":"px"},"star_size":{"description":"Area of the star of a start model.","type":"number","exclusiveMinimum":0,"maximum":5000,"default":420,"x-unit":"px²"},"star_color":{"$ref":"#/definitions/paint","default":"#D7191C"},"colors":{"description":"Colours of series in their order; the default is told apart with any colour vision, and by its shapes in grey.","type":"array","minItems":1,"items":{"$ref":"#/definitions/paint"}},"shapes":{"description":"Shapes of series in their order.","type":"array","minItems":1,"items":{"$ref":"#/definitions/symbol"}},"marks":{"description":"Colour and shape of a series by its label, or by axis and label (`cleaning=mmcl`): the same in every figure, whatever else that shows.","type":"object","minProperties":1,"additionalProperties":{"title":"Mark","description":"Colour and shape.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"color":{"$ref":"#/definitions/paint"},"shape":{"$ref":"#/definitions/symbol"}}}},"vega":{"description":"Anything else: a Vega-Lite `config`, merged over the rest.","type":"object","additionalProperties":true}}},"paint":{"description":"A colour, `#rrggbb` or a name of CSS.","type":"string","pattern":"^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[a-z]+)$","x-form":"a colour such as `#0072B2` or `maroon`"},"symbol":{"description":"A symbol.","enum":["circle","square","triangle-up","triangle-down","triangle-left","triangle-right","diamond","cross","x","pentagon"]},"Objective":{"title":"Objective","description":"The training objective: a weighted sum of losses. A weight of 0 is the same as leaving the loss out.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"mmcl":{"description":"Weight of the multimodal contrastive loss (CLIP's).","type":"number","minimum":0},"ssl":{"description":"Weight of the in-modality self-supervised contrastive loss: each picture and caption against its augmented copy.","type":"number","minimum":0},"siglip":{"description":"Weight of the sigmoid loss (arXiv 2303.15343): every picture with every caption of the batch is a yes-no question. `siglip` of the section says in which form.","type":"number","minimum":0},"clustering":{"description":"Weight of deep clustering: before every epoch the embeddings of all training pictures are clustered by spherical k-means, and a linear head learns to tell a picture's cluster. `clustering` of the section has its settings.","type":"number","minimum":0},"pseudo_labels":{"description":"Weight of the cross-entropy of a linear head on the classes that a teacher gave to the training pictures. `pseudo_labels` of the section says which teacher.","type":"number","minimum":0},"supervised":{"description":"Weight of the cross-entropy of a linear head over the image features on the classes of the training data: supervised finetuning, the other method of CleanCLIP (arXiv 2303.03323). The data need classes (`label_column` of a CSV file).","type":"number","minimum":0}}},"Optimizer":{"title":"Optimizer","description":"AdamW (arXiv 1711.05101). Parameters whose name has none of bn, ln, bias, logit_scale are decayed, as in the study.","type":"object","additionalProperties":false,"required":["lr"],"properties":{"lr":{"description":"Peak learning rate.","type":"number","exclusiveMinimum":0,"maximum":10},"beta1":{"description":"Decay of the first moment.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the second moment.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"eps":{"description":"Term added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-8},"weight_decay":{"description":"Decoupled weight decay.","type":"number","minimum":0,"default":0.1}}},"Schedule":{"title":"Schedule","description":"Linear warm-up, then a half cosine to zero at the last step.","type":"object","additionalProperties":false,"properties":{"warmup_steps":{"description":"Steps of the linear warm-up.","type":"integer","minimum":0,"default":0,"x-unit":"steps"},"step_origin":{"description":"`textbook` counts steps from 0. `study` counts them from one epoch's worth, as the study's loop did: warm-up is cut short and the last epoch runs past the end.","enum":["textbook","study"],"default":"textbook","x-study-default":"study"}},"default":{}},"Augment":{"title":"Augment","description":"How the augmented copies of the self-supervised loss are made. Without weight on `ssl` it has no effect.","type":"object","additionalProperties":false,"properties":{"image":{"description":"Augmentation of pictures: AutoAugment's ImageNet policy (arXiv 1805.09501), or none.","enum":["autoaugment-imagenet","none"],"default":"autoaugment-imagenet"},"text":{"description":"Augmentation of captions: EDA (arXiv 1901.11196) with WordNet synonyms, or none.","enum":["eda","none"],"default":"eda"},"text_draw":{"description":"A caption's augmented copy is drawn anew `each-epoch`, or `once` and kept as in the study.","enum":["each-epoch","once"],"default":"each-epoch","x-study-default":"once"}},"default":{}},"epochs":{"description":"Passes over the training data.","type":"integer","minimum":1,"maximum":100000,"x-unit":"epochs"},"batch_size":{"description":"Pairs of a batch. The last incomplete batch of an epoch is dropped.","type":"integer","minimum":2,"maximum":1048576,"x-unit":"pairs"},"seed":{"description":"Seed of this stage; the default is the experiment's seed.","type":"integer","minimum":0,"maximum":9007199254740991},"logEvery":{"description":"Steps between recorded training losses.","type":"integer","minimum":1,"default":10,"x-unit":"steps"},"Siglip":{"title":"Siglip","description":"The form of the sigmoid loss. Without weight on `siglip` it has no effect.","type":"object","additionalProperties":false,"properties":{"form":{"description":"`published`: the sum over all pairs of the batch divided by the batch size, with a learned bias (arXiv 2303.15343). `study`: the mean over all pairs, without a bias.","enum":["published","study"],"default":"published","x-study-default":"study"},"initial_bias":{"description":"What the learned bias of the published form starts from, unless the weights that training starts from have one.","type":"number","minimum":-100,"maximum":100,"default":-10}},"default":{}},"Clustering":{"title":"Clustering","description":"Deep clustering, as the study did it: before every epoch spherical k-means over the embeddings of the un-augmented training pictures, and a fresh linear head (weights N(0, 0.01), bias 0, without weight decay); in every batch the label of a picture is the centroid nearest to its current embedding. Without weight on `clustering` it has no effect.","type":"object","additionalProperties":false,"properties":{"clusters":{"description":"Number of centroids.","type":"integer","minimum":2,"maximum":1000000,"default":1000},"iterations":{"description":"Iterations of k-means.","type":"integer","minimum":1,"maximum":10000,"default":20},"points_per_centroid":{"description":"At most this many embeddings for each centroid are clustered, drawn at random; faiss's default.","type":"integer","minimum":1,"maximum":1000000,"default":256},"embedding":{"description":"How pictures are embedded for k-means: in `evaluation` mode, all of them; or in `training` mode as the study did, where running statistics of batch norm move, in batches of `batch_size`, the last incomplete batch left out.","enum":["evaluation","training"],"default":"evaluation","x-study-default":"training"},"batch_size":{"description":"Pictures embedded at once for k-means.","type":"integer","minimum":2,"maximum":1048576,"default":256,"x-study-default":1024,"x-unit":"pictures"}},"default":{}},"PseudoLabels":{"title":"PseudoLabels","description":"Classes that a teacher gives to the training pictures, once, before training. Without weight on `pseudo_labels` it has no effect.","type":"object","additionalProperties":false,"required":["teacher"],"properties":{"teacher":{"$ref":"#/definitions/Teacher"}}},"Teacher":{"title":"Teacher","description":"Who labels the training pictures. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/CsvTeacher"},{"$ref":"#/definitions/ClipTeacher"},{"$ref":"#/definitions/SiglipTeacher"}]},"CsvTeacher":{"title":"CsvTeacher","description":"Ready-made labels in a CSV file, one row a picture. A label belongs to the picture that is named beside it, in whatever order the rows are.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"csv","description":"A CSV file of pictures and labels."},"path":{"description":"The CSV file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"image_column":{"description":"Name of the column that names the picture: its path as written in the data set's CSV file, or the id of an emoji drawing.","type":"string","default":"image"},"label_column":{"description":"Name of the column of labels.","type":"string","default":"label"},"delimiter":{"description":"Field separator.","type":"string","minLength":1,"maxLength":1,"default":","}}},"ClipTeacher":{"title":"ClipTeacher","description":"A CLIP model: the label of a picture is its zero-shot class among the classes of the evaluation data.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"clip","description":"A CLIP model's zero-shot classes."},"path":{"description":"The file of weights (safetensors, PyTorch, or OpenAI's archive), relative to the YAML file that names it. Its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"model":{"$ref":"#/definitions/Model"},"templates":{"description":"Prompt templates, `{}` stands for the class; the default are the zero-shot templates of `evaluate`.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\{\\}","x-form":"a text with `{}` where the class name goes"}},"batch_size":{"description":"Pictures embedded at once.","type":"integer","minimum":1,"maximum":65536,"default":64,"x-effect":"none","x-unit":"pictures"}}},"SiglipTeacher":{"title":"SiglipTeacher","description":"A SigLIP model in ONNX (arXiv 2303.15343), as a folder of Hugging Face's layout: `config.json`, `preprocessor_config.json`, `tokenizer.json`, `tokenizer_config.json`, `onnx/vision_model.onnx`, `onnx/text_model.onnx`. The label of a picture is its zero-shot class among the classes of the evaluation data. Read by `@huggingface/transformers`, which `npm run bootstrap -- --with onnx` installs; nothing is fetched.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"siglip","description":"A SigLIP model's zero-shot classes."},"path":{"description":"The folder, relative to the YAML file that names it. The content of the files in it that are read, not their place, enters the keys of stages.","type":"string","minLength":1,"x-file":"contents"},"precision":{"description":"Which of the folder's towers are read: `fp32` as above, or `onnx/*_model_fp16.onnx`, `*_quantized` (q8), `*_q4`.","enum":["fp32","fp16","q8","q4"],"default":"fp32"},"templates":{"description":"Prompt templates, `{}` stands for the class; the default are the zero-shot templates of `evaluate`.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\{\\}","x-form":"a text with `{}` where the class name goes"}},"batch_size":{"description":"Pictures embedded at once.","type":"integer","minimum":1,"maximum":65536,"default":16,"x-effect":"none","x-unit":"pictures"}}},"precision":{"description":"Arithmetic of the training step. `bf16`: convolutions and matrix products of the encoders, and the activations between them, are in bfloat16, as in PyTorch's autocast; weights, optimizer, softmax, layer norm, batch-norm statistics, losses and all evaluation stay in float32. Faster where the processor has bfloat16 instructions (AMX, AVX512-BF16, a GPU).","enum":["fp32","bf16"],"default":"fp32"},"microBatch":{"description":"Gradient caching (arXiv 2101.06983): pairs that go through the network at once; the loss and its gradient are those of the whole batch. For a batch beyond memory. Exact for models without batch norm; with batch norm its statistics are those of each micro-batch. The default is the whole batch at once.","type":"integer","minimum":1,"maximum":1048576,"x-unit":"pairs"}}};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.+-]*$", "u");
const pattern1 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]*$", "u");
const schema12 = {"title":"Dataset","description":"A source of image-caption pairs. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/EmojiDataset"},{"$ref":"#/definitions/CsvDataset"},{"$ref":"#/definitions/FolderDataset"},{"$ref":"#/definitions/CifarDataset"},{"$ref":"#/definitions/CocoDataset"},{"$ref":"#/definitions/WebDataset"},{"$ref":"#/definitions/UrlListDataset"},{"$ref":"#/definitions/JoinDataset"}]};
const schema13 = {"title":"EmojiDataset","description":"Openly licensed emoji drawings, rendered once and cached: the embedded data set of small, many-class experiments.","type":"object","additionalProperties":false,"required":["kind","sets","resolution"],"properties":{"kind":{"const":"emoji","description":"Rendered emoji drawings."},"sets":{"description":"The drawing sets whose pictures are taken. A set held out of training gives pictures by a hand the model has never seen.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["noto","noto-v1","twemoji","openmoji","emojione","emojione-v1","fluent-emoji-flat"]}},"resolution":{"description":"Side of the rendered square picture.","type":"integer","minimum":8,"maximum":512,"x-unit":"px"},"groups":{"description":"The emoji groups whose classes are kept; the default are the groups of concrete things.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["animals-nature","food-drink","travel-places","activities","objects","smileys-emotion","people-body","symbols","flags"]},"default":["animals-nature","food-drink","travel-places","activities","objects"]},"captions":{"description":"Captions made for each picture (from its label, tags and keywords through caption templates); one of them is drawn for each epoch.","type":"integer","minimum":1,"maximum":64,"default":1,"x-unit":"captions per picture"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}};
const schema14 = {"title":"ClassSelection","description":"Which classes are kept; all of them by default.","type":"object","additionalProperties":false,"required":["count"],"properties":{"count":{"description":"Number of classes drawn at random.","type":"integer","minimum":1,"x-unit":"classes"},"include":{"description":"Classes that are kept in any case (they count towards `count`).","type":"array","items":{"type":"string"},"default":[]}}};
const schema15 = {"description":"Seed of the choices made while the data set is built (classes, captions). Separate from the experiment's seed, so that repeated runs share their data.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0};
const schema16 = {"title":"PairFilter","description":"Pairs that are left out, counted and listed by reason. What has no caption or no picture is up to `unreadable`.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"min_caption_length":{"description":"Captions shorter than this are left out (the study: 12); a pair is, when none of its captions is left.","type":"integer","minimum":1,"x-unit":"characters"},"augmentable":{"description":"Captions without a letter from a to z are left out: EDA, the augmentation of captions, can do nothing with them.","type":"boolean"},"duplicates":{"description":"Pairs are left out that were there before: with the same `pair` of picture path and caption, the same `picture` path, the same `caption`, or the same `content` of the picture, byte by byte. The first one stays.","enum":["pair","picture","caption","content"]}}};
const schema17 = {"title":"KeepPairs","description":"The pairs that are kept of those that pass the filter: one of `first`, `last`, `random`, or `part` and `of`. Chosen before pictures are read, so those that cannot be read do not change which they are.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"first":{"description":"The first so many pairs.","type":"integer","minimum":1,"x-unit":"pairs"},"last":{"description":"The last so many pairs.","type":"integer","minimum":1,"x-unit":"pairs"},"random":{"description":"So many pairs drawn at random, in the order of the data set.","type":"integer","minimum":1,"x-unit":"pairs"},"seed":{"description":"Seed of `random`.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"part":{"description":"One of so many equal parts, counted from 1.","type":"integer","minimum":1},"of":{"description":"Number of parts.","type":"integer","minimum":1}}};
const func0 = require("ajv/dist/runtime/equal").default;

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.sets === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sets"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.resolution === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resolution"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("emoji" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "emoji"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.sets !== undefined){
let data1 = data.sets;
if(Array.isArray(data1)){
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/sets",schemaPath:"#/properties/sets/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(!(((((((data2 === "noto") || (data2 === "noto-v1")) || (data2 === "twemoji")) || (data2 === "openmoji")) || (data2 === "emojione")) || (data2 === "emojione-v1")) || (data2 === "fluent-emoji-flat"))){
const err6 = {instancePath:instancePath+"/sets/" + i0,schemaPath:"#/properties/sets/items/enum",keyword:"enum",params:{allowedValues: schema13.properties.sets.items.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data1[i1], data1[j0])){
const err7 = {instancePath:instancePath+"/sets",schemaPath:"#/properties/sets/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/sets",schemaPath:"#/properties/sets/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.resolution !== undefined){
let data3 = data.resolution;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err9 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 512 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/maximum",keyword:"maximum",params:{comparison: "<=", limit: 512}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3 < 8 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.groups !== undefined){
let data4 = data.groups;
if(Array.isArray(data4)){
if(data4.length < 1){
const err12 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len1 = data4.length;
for(let i2=0; i2<len1; i2++){
let data5 = data4[i2];
if(!(((((((((data5 === "animals-nature") || (data5 === "food-drink")) || (data5 === "travel-places")) || (data5 === "activities")) || (data5 === "objects")) || (data5 === "smileys-emotion")) || (data5 === "people-body")) || (data5 === "symbols")) || (data5 === "flags"))){
const err13 = {instancePath:instancePath+"/groups/" + i2,schemaPath:"#/properties/groups/items/enum",keyword:"enum",params:{allowedValues: schema13.properties.groups.items.enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
let i3 = data4.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data4[i3], data4[j1])){
const err14 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.captions !== undefined){
let data6 = data.captions;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err16 = {instancePath:instancePath+"/captions",schemaPath:"#/properties/captions/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 64 || isNaN(data6)){
const err17 = {instancePath:instancePath+"/captions",schemaPath:"#/properties/captions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err18 = {instancePath:instancePath+"/captions",schemaPath:"#/properties/captions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.classes !== undefined){
let data7 = data.classes;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.count === undefined){
const err19 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/required",keyword:"required",params:{missingProperty: "count"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key1 in data7){
if(!((key1 === "count") || (key1 === "include"))){
const err20 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7.count !== undefined){
let data8 = data7.count;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err21 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 1 || isNaN(data8)){
const err22 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data7.include !== undefined){
let data9 = data7.include;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i4=0; i4<len2; i4++){
if(typeof data9[i4] !== "string"){
const err23 = {instancePath:instancePath+"/classes/include/" + i4,schemaPath:"#/definitions/ClassSelection/properties/include/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/classes/include",schemaPath:"#/definitions/ClassSelection/properties/include/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.seed !== undefined){
let data11 = data.seed;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err26 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 9007199254740991 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err28 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.filter !== undefined){
let data12 = data.filter;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length < 1){
const err29 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key2 in data12){
if(!(((key2 === "min_caption_length") || (key2 === "augmentable")) || (key2 === "duplicates"))){
const err30 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data12.min_caption_length !== undefined){
let data13 = data12.min_caption_length;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err31 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err32 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data12.augmentable !== undefined){
if(typeof data12.augmentable !== "boolean"){
const err33 = {instancePath:instancePath+"/filter/augmentable",schemaPath:"#/definitions/PairFilter/properties/augmentable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data12.duplicates !== undefined){
let data15 = data12.duplicates;
if(!((((data15 === "pair") || (data15 === "picture")) || (data15 === "caption")) || (data15 === "content"))){
const err34 = {instancePath:instancePath+"/filter/duplicates",schemaPath:"#/definitions/PairFilter/properties/duplicates/enum",keyword:"enum",params:{allowedValues: schema16.properties.duplicates.enum}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.keep !== undefined){
let data16 = data.keep;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length < 1){
const err36 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key3 in data16){
if(!((((((key3 === "first") || (key3 === "last")) || (key3 === "random")) || (key3 === "seed")) || (key3 === "part")) || (key3 === "of"))){
const err37 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data16.first !== undefined){
let data17 = data16.first;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err38 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 1 || isNaN(data17)){
const err39 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data16.last !== undefined){
let data18 = data16.last;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err40 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 1 || isNaN(data18)){
const err41 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data16.random !== undefined){
let data19 = data16.random;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err42 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 1 || isNaN(data19)){
const err43 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data16.seed !== undefined){
let data20 = data16.seed;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err44 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 9007199254740991 || isNaN(data20)){
const err45 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err46 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data16.part !== undefined){
let data21 = data16.part;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err47 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
const err48 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data16.of !== undefined){
let data22 = data16.of;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err49 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err50 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
}
else {
const err51 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const schema18 = {"title":"CsvDataset","description":"Image-caption pairs listed in a table with one row a pair: a CSV file (the study's own format), a TSV file, either in gzip, or a Parquet file. What it is, its first bytes tell.","type":"object","additionalProperties":false,"required":["kind","path","resolution"],"properties":{"kind":{"const":"csv","description":"A table of image paths and captions."},"path":{"description":"The file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"root":{"description":"Folder that relative image paths start from; the default is the table's own folder.","type":"string","x-file":"folder","x-effect":"none"},"path_prefixes":{"description":"Image paths that begin with a text are found in a folder instead, relative to the YAML file: `{ /data/cc3m: ../pictures }`. Of several the longest counts. For lists that were written on another machine.","type":"object","minProperties":1,"x-effect":"none","propertyNames":{"minLength":1},"additionalProperties":{"type":"string","minLength":1,"x-file":"folder"}},"image_column":{"description":"The column of image paths: its name, or its place counted from 0.","oneOf":[{"type":"string","minLength":1},{"type":"integer","minimum":0}],"default":"image"},"caption_column":{"description":"The column of captions: its name, or its place.","oneOf":[{"type":"string","minLength":1},{"type":"integer","minimum":0}],"default":"caption"},"label_column":{"description":"The column of class names: its name, or its place; needed by zero-shot evaluation only.","oneOf":[{"type":"string","minLength":1},{"type":"integer","minimum":0}]},"delimiter":{"description":"Field separator.","type":"string","minLength":1,"maxLength":1,"default":","},"quoting":{"description":"Whether fields may stand in double quotes (RFC 4180, the default), or quotes mean `none` other than themselves, as in the TSV files of CC3M and CC12M.","enum":["double","none"]},"header":{"description":"Whether the first row names the columns (the default); without, columns are named by place.","type":"boolean"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"storage":{"$ref":"#/definitions/pictureStorage"},"unreadable":{"description":"What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`. `unchecked` looks at no picture while the data set is built, so that millions of rows take less than a minute; rows without a caption are dropped, and a picture that cannot be read ends the stage that comes upon it.","enum":["drop","fail","unchecked"],"default":"fail"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}};
const schema19 = {"description":"How pictures are kept: `decoded` (resized, cropped, and packed in one file: the fastest to read), `encoded` (as they were found, packed in one file), or `files` (left where they are, which must then stay as they are). `auto` packs them decoded while that takes at most 8 GiB, and leaves them in their files otherwise. The same pictures come out of each; what is built already stays as it is.","enum":["auto","decoded","encoded","files"],"default":"auto","x-effect":"none"};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.resolution === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resolution"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema18.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("csv" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "csv"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.root !== undefined){
if(typeof data.root !== "string"){
const err7 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.path_prefixes !== undefined){
let data3 = data.path_prefixes;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err8 = {instancePath:instancePath+"/path_prefixes",schemaPath:"#/properties/path_prefixes/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data3){
const _errs9 = errors;
if(typeof key1 === "string"){
if(func3(key1) < 1){
const err9 = {instancePath:instancePath+"/path_prefixes",schemaPath:"#/properties/path_prefixes/propertyNames/minLength",keyword:"minLength",params:{limit: 1},propertyName:key1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var valid1 = _errs9 === errors;
if(!valid1){
const err10 = {instancePath:instancePath+"/path_prefixes",schemaPath:"#/properties/path_prefixes/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
for(const key2 in data3){
let data4 = data3[key2];
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err11 = {instancePath:instancePath+"/path_prefixes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/path_prefixes/additionalProperties/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/path_prefixes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/path_prefixes/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/path_prefixes",schemaPath:"#/properties/path_prefixes/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.image_column !== undefined){
let data5 = data.image_column;
const _errs14 = errors;
let valid3 = false;
let passing0 = null;
const _errs15 = errors;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err14 = {instancePath:instancePath+"/image_column",schemaPath:"#/properties/image_column/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/image_column",schemaPath:"#/properties/image_column/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid0 = _errs15 === errors;
if(_valid0){
valid3 = true;
passing0 = 0;
}
const _errs17 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err16 = {instancePath:instancePath+"/image_column",schemaPath:"#/properties/image_column/oneOf/1/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err17 = {instancePath:instancePath+"/image_column",schemaPath:"#/properties/image_column/oneOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var _valid0 = _errs17 === errors;
if(_valid0 && valid3){
valid3 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid3 = true;
passing0 = 1;
}
}
if(!valid3){
const err18 = {instancePath:instancePath+"/image_column",schemaPath:"#/properties/image_column/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
}
if(data.caption_column !== undefined){
let data6 = data.caption_column;
const _errs20 = errors;
let valid4 = false;
let passing1 = null;
const _errs21 = errors;
if(typeof data6 === "string"){
if(func3(data6) < 1){
const err19 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid1 = _errs21 === errors;
if(_valid1){
valid4 = true;
passing1 = 0;
}
const _errs23 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err21 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf/1/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err22 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid1 = _errs23 === errors;
if(_valid1 && valid4){
valid4 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid4 = true;
passing1 = 1;
}
}
if(!valid4){
const err23 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
}
if(data.label_column !== undefined){
let data7 = data.label_column;
const _errs26 = errors;
let valid5 = false;
let passing2 = null;
const _errs27 = errors;
if(typeof data7 === "string"){
if(func3(data7) < 1){
const err24 = {instancePath:instancePath+"/label_column",schemaPath:"#/properties/label_column/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/label_column",schemaPath:"#/properties/label_column/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid2 = _errs27 === errors;
if(_valid2){
valid5 = true;
passing2 = 0;
}
const _errs29 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err26 = {instancePath:instancePath+"/label_column",schemaPath:"#/properties/label_column/oneOf/1/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
const err27 = {instancePath:instancePath+"/label_column",schemaPath:"#/properties/label_column/oneOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
var _valid2 = _errs29 === errors;
if(_valid2 && valid5){
valid5 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid5 = true;
passing2 = 1;
}
}
if(!valid5){
const err28 = {instancePath:instancePath+"/label_column",schemaPath:"#/properties/label_column/oneOf",keyword:"oneOf",params:{passingSchemas: passing2}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
}
if(data.delimiter !== undefined){
let data8 = data.delimiter;
if(typeof data8 === "string"){
if(func3(data8) > 1){
const err29 = {instancePath:instancePath+"/delimiter",schemaPath:"#/properties/delimiter/maxLength",keyword:"maxLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(func3(data8) < 1){
const err30 = {instancePath:instancePath+"/delimiter",schemaPath:"#/properties/delimiter/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/delimiter",schemaPath:"#/properties/delimiter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.quoting !== undefined){
let data9 = data.quoting;
if(!((data9 === "double") || (data9 === "none"))){
const err32 = {instancePath:instancePath+"/quoting",schemaPath:"#/properties/quoting/enum",keyword:"enum",params:{allowedValues: schema18.properties.quoting.enum}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.header !== undefined){
if(typeof data.header !== "boolean"){
const err33 = {instancePath:instancePath+"/header",schemaPath:"#/properties/header/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.resolution !== undefined){
let data11 = data.resolution;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err34 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1024 || isNaN(data11)){
const err35 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data11 < 8 || isNaN(data11)){
const err36 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data.storage !== undefined){
let data12 = data.storage;
if(!((((data12 === "auto") || (data12 === "decoded")) || (data12 === "encoded")) || (data12 === "files"))){
const err37 = {instancePath:instancePath+"/storage",schemaPath:"#/definitions/pictureStorage/enum",keyword:"enum",params:{allowedValues: schema19.enum}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.unreadable !== undefined){
let data13 = data.unreadable;
if(!(((data13 === "drop") || (data13 === "fail")) || (data13 === "unchecked"))){
const err38 = {instancePath:instancePath+"/unreadable",schemaPath:"#/properties/unreadable/enum",keyword:"enum",params:{allowedValues: schema18.properties.unreadable.enum}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.classes !== undefined){
let data14 = data.classes;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.count === undefined){
const err39 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/required",keyword:"required",params:{missingProperty: "count"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
for(const key3 in data14){
if(!((key3 === "count") || (key3 === "include"))){
const err40 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data14.count !== undefined){
let data15 = data14.count;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err41 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err42 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data14.include !== undefined){
let data16 = data14.include;
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
if(typeof data16[i0] !== "string"){
const err43 = {instancePath:instancePath+"/classes/include/" + i0,schemaPath:"#/definitions/ClassSelection/properties/include/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/classes/include",schemaPath:"#/definitions/ClassSelection/properties/include/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.seed !== undefined){
let data18 = data.seed;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err46 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 9007199254740991 || isNaN(data18)){
const err47 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err48 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data.filter !== undefined){
let data19 = data.filter;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(Object.keys(data19).length < 1){
const err49 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
for(const key4 in data19){
if(!(((key4 === "min_caption_length") || (key4 === "augmentable")) || (key4 === "duplicates"))){
const err50 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data19.min_caption_length !== undefined){
let data20 = data19.min_caption_length;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err51 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
const err52 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
if(data19.augmentable !== undefined){
if(typeof data19.augmentable !== "boolean"){
const err53 = {instancePath:instancePath+"/filter/augmentable",schemaPath:"#/definitions/PairFilter/properties/augmentable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data19.duplicates !== undefined){
let data22 = data19.duplicates;
if(!((((data22 === "pair") || (data22 === "picture")) || (data22 === "caption")) || (data22 === "content"))){
const err54 = {instancePath:instancePath+"/filter/duplicates",schemaPath:"#/definitions/PairFilter/properties/duplicates/enum",keyword:"enum",params:{allowedValues: schema16.properties.duplicates.enum}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.keep !== undefined){
let data23 = data.keep;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(Object.keys(data23).length < 1){
const err56 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key5 in data23){
if(!((((((key5 === "first") || (key5 === "last")) || (key5 === "random")) || (key5 === "seed")) || (key5 === "part")) || (key5 === "of"))){
const err57 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data23.first !== undefined){
let data24 = data23.first;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err58 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 1 || isNaN(data24)){
const err59 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data23.last !== undefined){
let data25 = data23.last;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err60 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 1 || isNaN(data25)){
const err61 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data23.random !== undefined){
let data26 = data23.random;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err62 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 1 || isNaN(data26)){
const err63 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data23.seed !== undefined){
let data27 = data23.seed;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err64 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 9007199254740991 || isNaN(data27)){
const err65 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data27 < 0 || isNaN(data27)){
const err66 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data23.part !== undefined){
let data28 = data23.part;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err67 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 1 || isNaN(data28)){
const err68 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
if(data23.of !== undefined){
let data29 = data23.of;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err69 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 1 || isNaN(data29)){
const err70 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
}
else {
const err71 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

const schema24 = {"title":"FolderDataset","description":"A folder of labelled pictures: one folder for each class (ImageNet, Caltech101), or pictures with a list of labels (the study's evaluation sets). The caption of a picture is the name of its class.","type":"object","additionalProperties":false,"required":["kind","path","resolution"],"properties":{"kind":{"const":"folder","description":"A folder of labelled pictures."},"path":{"description":"The folder, relative to the YAML file that names it. Names and sizes of its files, not the folder's own name, enter the keys of stages.","type":"string","minLength":1,"x-file":"listing"},"classes_file":{"description":"Names of the classes: lines `n01440764 tench, Tinca tinca` (a folder's name, then its class: up to the first comma), a JSON map from folder or number to name (or to a list that ends with the name), or the study's classes.py. Without it a class is called as its folder, with spaces for `_`.","type":"string","minLength":1,"x-file":"content"},"labels_file":{"description":"Labels of the pictures, where these are not in a folder for each class: a CSV file with the columns image and label, ImageNet's LOC_val_solution.csv, lines `ILSVRC2012_val_00000001.JPEG 65`, or a label on each line for the pictures in the order of their names. A label is a name, or what the classes file has names for: a number counted from 0, or a folder's name.","type":"string","minLength":1,"x-file":"content"},"exclude":{"description":"Folders that are no class, such as Caltech101's BACKGROUND_Google.","type":"array","items":{"type":"string"},"uniqueItems":true},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"storage":{"$ref":"#/definitions/pictureStorage"},"unreadable":{"description":"What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`.","enum":["drop","fail"],"default":"fail"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.resolution === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resolution"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema24.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("folder" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "folder"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.classes_file !== undefined){
let data2 = data.classes_file;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/classes_file",schemaPath:"#/properties/classes_file/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/classes_file",schemaPath:"#/properties/classes_file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.labels_file !== undefined){
let data3 = data.labels_file;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err9 = {instancePath:instancePath+"/labels_file",schemaPath:"#/properties/labels_file/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/labels_file",schemaPath:"#/properties/labels_file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.exclude !== undefined){
let data4 = data.exclude;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
const err11 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/properties/exclude/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data4[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err12 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err13 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.resolution !== undefined){
let data6 = data.resolution;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err14 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 1024 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data6 < 8 || isNaN(data6)){
const err16 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.storage !== undefined){
let data7 = data.storage;
if(!((((data7 === "auto") || (data7 === "decoded")) || (data7 === "encoded")) || (data7 === "files"))){
const err17 = {instancePath:instancePath+"/storage",schemaPath:"#/definitions/pictureStorage/enum",keyword:"enum",params:{allowedValues: schema19.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.unreadable !== undefined){
let data8 = data.unreadable;
if(!((data8 === "drop") || (data8 === "fail"))){
const err18 = {instancePath:instancePath+"/unreadable",schemaPath:"#/properties/unreadable/enum",keyword:"enum",params:{allowedValues: schema24.properties.unreadable.enum}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.classes !== undefined){
let data9 = data.classes;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.count === undefined){
const err19 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/required",keyword:"required",params:{missingProperty: "count"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key1 in data9){
if(!((key1 === "count") || (key1 === "include"))){
const err20 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data9.count !== undefined){
let data10 = data9.count;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err21 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 1 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data9.include !== undefined){
let data11 = data9.include;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i2=0; i2<len1; i2++){
if(typeof data11[i2] !== "string"){
const err23 = {instancePath:instancePath+"/classes/include/" + i2,schemaPath:"#/definitions/ClassSelection/properties/include/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/classes/include",schemaPath:"#/definitions/ClassSelection/properties/include/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.seed !== undefined){
let data13 = data.seed;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err26 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 9007199254740991 || isNaN(data13)){
const err27 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err28 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.filter !== undefined){
let data14 = data.filter;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(Object.keys(data14).length < 1){
const err29 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key2 in data14){
if(!(((key2 === "min_caption_length") || (key2 === "augmentable")) || (key2 === "duplicates"))){
const err30 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data14.min_caption_length !== undefined){
let data15 = data14.min_caption_length;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err31 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err32 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data14.augmentable !== undefined){
if(typeof data14.augmentable !== "boolean"){
const err33 = {instancePath:instancePath+"/filter/augmentable",schemaPath:"#/definitions/PairFilter/properties/augmentable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data14.duplicates !== undefined){
let data17 = data14.duplicates;
if(!((((data17 === "pair") || (data17 === "picture")) || (data17 === "caption")) || (data17 === "content"))){
const err34 = {instancePath:instancePath+"/filter/duplicates",schemaPath:"#/definitions/PairFilter/properties/duplicates/enum",keyword:"enum",params:{allowedValues: schema16.properties.duplicates.enum}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.keep !== undefined){
let data18 = data.keep;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(Object.keys(data18).length < 1){
const err36 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key3 in data18){
if(!((((((key3 === "first") || (key3 === "last")) || (key3 === "random")) || (key3 === "seed")) || (key3 === "part")) || (key3 === "of"))){
const err37 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data18.first !== undefined){
let data19 = data18.first;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err38 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 1 || isNaN(data19)){
const err39 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data18.last !== undefined){
let data20 = data18.last;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err40 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
const err41 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data18.random !== undefined){
let data21 = data18.random;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err42 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
const err43 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data18.seed !== undefined){
let data22 = data18.seed;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err44 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 9007199254740991 || isNaN(data22)){
const err45 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data22 < 0 || isNaN(data22)){
const err46 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data18.part !== undefined){
let data23 = data18.part;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err47 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 1 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data18.of !== undefined){
let data24 = data18.of;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err49 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 1 || isNaN(data24)){
const err50 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
}
else {
const err51 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

const schema30 = {"title":"CifarDataset","description":"CIFAR-10 or CIFAR-100 in its binary version. The caption of a picture is the name of its class.","type":"object","additionalProperties":false,"required":["kind","path","variant","resolution"],"properties":{"kind":{"const":"cifar","description":"CIFAR's binary files."},"path":{"description":"The folder of the .bin and .txt files, relative to the YAML file that names it. Names and sizes of its files enter the keys of stages.","type":"string","minLength":1,"x-file":"listing"},"variant":{"description":"Number of classes: CIFAR-10, or CIFAR-100.","enum":[10,100]},"split":{"description":"Which of its two sets of pictures.","enum":["train","test"],"default":"test"},"labels":{"description":"Of CIFAR-100: its 100 `fine` classes or the 20 `coarse` ones.","enum":["fine","coarse"],"default":"fine"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.variant === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "variant"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.resolution === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resolution"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema30.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if("cifar" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "cifar"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.variant !== undefined){
let data2 = data.variant;
if(!((data2 === 10) || (data2 === 100))){
const err8 = {instancePath:instancePath+"/variant",schemaPath:"#/properties/variant/enum",keyword:"enum",params:{allowedValues: schema30.properties.variant.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.split !== undefined){
let data3 = data.split;
if(!((data3 === "train") || (data3 === "test"))){
const err9 = {instancePath:instancePath+"/split",schemaPath:"#/properties/split/enum",keyword:"enum",params:{allowedValues: schema30.properties.split.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.labels !== undefined){
let data4 = data.labels;
if(!((data4 === "fine") || (data4 === "coarse"))){
const err10 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/enum",keyword:"enum",params:{allowedValues: schema30.properties.labels.enum}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.resolution !== undefined){
let data5 = data.resolution;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err11 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1024 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data5 < 8 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.classes !== undefined){
let data6 = data.classes;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.count === undefined){
const err14 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/required",keyword:"required",params:{missingProperty: "count"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data6){
if(!((key1 === "count") || (key1 === "include"))){
const err15 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.count !== undefined){
let data7 = data6.count;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err16 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data6.include !== undefined){
let data8 = data6.include;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(typeof data8[i0] !== "string"){
const err18 = {instancePath:instancePath+"/classes/include/" + i0,schemaPath:"#/definitions/ClassSelection/properties/include/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/classes/include",schemaPath:"#/definitions/ClassSelection/properties/include/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.seed !== undefined){
let data10 = data.seed;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err21 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9007199254740991 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err23 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.filter !== undefined){
let data11 = data.filter;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length < 1){
const err24 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key2 in data11){
if(!(((key2 === "min_caption_length") || (key2 === "augmentable")) || (key2 === "duplicates"))){
const err25 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.min_caption_length !== undefined){
let data12 = data11.min_caption_length;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err26 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err27 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data11.augmentable !== undefined){
if(typeof data11.augmentable !== "boolean"){
const err28 = {instancePath:instancePath+"/filter/augmentable",schemaPath:"#/definitions/PairFilter/properties/augmentable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.duplicates !== undefined){
let data14 = data11.duplicates;
if(!((((data14 === "pair") || (data14 === "picture")) || (data14 === "caption")) || (data14 === "content"))){
const err29 = {instancePath:instancePath+"/filter/duplicates",schemaPath:"#/definitions/PairFilter/properties/duplicates/enum",keyword:"enum",params:{allowedValues: schema16.properties.duplicates.enum}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.keep !== undefined){
let data15 = data.keep;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
const err31 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key3 in data15){
if(!((((((key3 === "first") || (key3 === "last")) || (key3 === "random")) || (key3 === "seed")) || (key3 === "part")) || (key3 === "of"))){
const err32 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data15.first !== undefined){
let data16 = data15.first;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err33 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
const err34 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data15.last !== undefined){
let data17 = data15.last;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err35 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 1 || isNaN(data17)){
const err36 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data15.random !== undefined){
let data18 = data15.random;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err37 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 1 || isNaN(data18)){
const err38 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data15.seed !== undefined){
let data19 = data15.seed;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err39 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 9007199254740991 || isNaN(data19)){
const err40 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data19 < 0 || isNaN(data19)){
const err41 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data15.part !== undefined){
let data20 = data15.part;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err42 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
const err43 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data15.of !== undefined){
let data21 = data15.of;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err44 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
const err45 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
else {
const err46 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

const schema35 = {"title":"CocoDataset","description":"Captioned pictures of MSCOCO, listed in Karpathy's JSON file (dataset_coco.json) or in one of MSCOCO's own (captions_val2017.json). A picture may have several captions.","type":"object","additionalProperties":false,"required":["kind","path","resolution"],"properties":{"kind":{"const":"coco","description":"MSCOCO captions, Karpathy's split or MSCOCO's own."},"path":{"description":"The JSON file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"root":{"description":"Folder of train2014 and val2014, or of the pictures themselves where the file is MSCOCO's own (val2017); the default is the JSON file's own folder.","type":"string","x-file":"folder","x-effect":"none"},"splits":{"description":"The splits that are taken of Karpathy's file; a file of MSCOCO's own is one split, and all of it is taken.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["train","restval","val","test"]},"default":["test"]},"captions":{"description":"Captions taken of each picture, the first ones; the study's retrieval takes one.","type":"integer","minimum":1,"default":5,"x-unit":"captions per picture"},"limit":{"description":"Take the first so many pictures only.","type":"integer","minimum":1,"x-unit":"pictures"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"storage":{"$ref":"#/definitions/pictureStorage"},"unreadable":{"description":"What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`.","enum":["drop","fail"],"default":"fail"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.resolution === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resolution"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema35.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("coco" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "coco"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.root !== undefined){
if(typeof data.root !== "string"){
const err7 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.splits !== undefined){
let data3 = data.splits;
if(Array.isArray(data3)){
if(data3.length < 1){
const err8 = {instancePath:instancePath+"/splits",schemaPath:"#/properties/splits/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(!((((data4 === "train") || (data4 === "restval")) || (data4 === "val")) || (data4 === "test"))){
const err9 = {instancePath:instancePath+"/splits/" + i0,schemaPath:"#/properties/splits/items/enum",keyword:"enum",params:{allowedValues: schema35.properties.splits.items.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data3[i1], data3[j0])){
const err10 = {instancePath:instancePath+"/splits",schemaPath:"#/properties/splits/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err11 = {instancePath:instancePath+"/splits",schemaPath:"#/properties/splits/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.captions !== undefined){
let data5 = data.captions;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err12 = {instancePath:instancePath+"/captions",schemaPath:"#/properties/captions/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/captions",schemaPath:"#/properties/captions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.limit !== undefined){
let data6 = data.limit;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err14 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 1 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.resolution !== undefined){
let data7 = data.resolution;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err16 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 1024 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data7 < 8 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.storage !== undefined){
let data8 = data.storage;
if(!((((data8 === "auto") || (data8 === "decoded")) || (data8 === "encoded")) || (data8 === "files"))){
const err19 = {instancePath:instancePath+"/storage",schemaPath:"#/definitions/pictureStorage/enum",keyword:"enum",params:{allowedValues: schema19.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.unreadable !== undefined){
let data9 = data.unreadable;
if(!((data9 === "drop") || (data9 === "fail"))){
const err20 = {instancePath:instancePath+"/unreadable",schemaPath:"#/properties/unreadable/enum",keyword:"enum",params:{allowedValues: schema35.properties.unreadable.enum}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.filter !== undefined){
let data10 = data.filter;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length < 1){
const err21 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key1 in data10){
if(!(((key1 === "min_caption_length") || (key1 === "augmentable")) || (key1 === "duplicates"))){
const err22 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data10.min_caption_length !== undefined){
let data11 = data10.min_caption_length;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err23 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err24 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data10.augmentable !== undefined){
if(typeof data10.augmentable !== "boolean"){
const err25 = {instancePath:instancePath+"/filter/augmentable",schemaPath:"#/definitions/PairFilter/properties/augmentable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data10.duplicates !== undefined){
let data13 = data10.duplicates;
if(!((((data13 === "pair") || (data13 === "picture")) || (data13 === "caption")) || (data13 === "content"))){
const err26 = {instancePath:instancePath+"/filter/duplicates",schemaPath:"#/definitions/PairFilter/properties/duplicates/enum",keyword:"enum",params:{allowedValues: schema16.properties.duplicates.enum}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.keep !== undefined){
let data14 = data.keep;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(Object.keys(data14).length < 1){
const err28 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key2 in data14){
if(!((((((key2 === "first") || (key2 === "last")) || (key2 === "random")) || (key2 === "seed")) || (key2 === "part")) || (key2 === "of"))){
const err29 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data14.first !== undefined){
let data15 = data14.first;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err30 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err31 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data14.last !== undefined){
let data16 = data14.last;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err32 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
const err33 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data14.random !== undefined){
let data17 = data14.random;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err34 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 1 || isNaN(data17)){
const err35 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data14.seed !== undefined){
let data18 = data14.seed;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err36 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 9007199254740991 || isNaN(data18)){
const err37 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err38 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data14.part !== undefined){
let data19 = data14.part;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err39 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 1 || isNaN(data19)){
const err40 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data14.of !== undefined){
let data20 = data14.of;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err41 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
const err42 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
else {
const err43 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}

const schema39 = {"title":"WebDataset","description":"Pictures and captions in tar shards, as the webdataset library and img2dataset write them: members of one key (`000123.jpg`, `000123.txt`, `000123.json`, `000123.cls`) are a pair. Shards are streamed; of uncompressed ones the pictures can stay where they are.","type":"object","additionalProperties":false,"required":["kind","path","resolution"],"properties":{"kind":{"const":"webdataset","description":"WebDataset tar shards."},"path":{"description":"The shards (.tar, .tar.gz, .tgz), relative to the YAML file that names them: `shards/{000000..000099}.tar` counts with leading zeros, `{train,val}.tar` lists. Their names and sizes, not their folder, enter the keys of stages.","type":"string","minLength":1,"x-file":"shards"},"caption_member":{"description":"The member that holds the caption: `txt`, `json`, or another ending. Where it is the `label_member`, the caption is the name of the class.","type":"string","pattern":"^[^/.]+$","x-form":"the ending of a name, such as `txt`, without dot or slash","default":"txt"},"caption_key":{"description":"Where captions are in `json` members: the key of a text or of a list of texts.","type":"string","minLength":1,"default":"caption"},"label_member":{"description":"The member that holds the class (`cls`, `json`); needed by zero-shot evaluation only.","type":"string","pattern":"^[^/.]+$","x-form":"the ending of a name, such as `txt`, without dot or slash"},"label_key":{"description":"Where the class is in `json` members.","type":"string","minLength":1,"default":"label"},"classes_file":{"description":"Names of the classes, where labels are numbers counted from 0: a line for each, or one of the forms that `kind: folder` reads.","type":"string","minLength":1,"x-file":"content"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"storage":{"$ref":"#/definitions/pictureStorage"},"unreadable":{"description":"What to do about samples without a picture or caption, broken pictures and broken shards: `drop` them (counted and listed), or `fail`.","enum":["drop","fail"],"default":"fail"},"classes":{"$ref":"#/definitions/ClassSelection"},"seed":{"$ref":"#/definitions/dataSeed"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}};
const pattern2 = new RegExp("^[^/.]+$", "u");

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.resolution === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resolution"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema39.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("webdataset" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "webdataset"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.caption_member !== undefined){
let data2 = data.caption_member;
if(typeof data2 === "string"){
if(!pattern2.test(data2)){
const err7 = {instancePath:instancePath+"/caption_member",schemaPath:"#/properties/caption_member/pattern",keyword:"pattern",params:{pattern: "^[^/.]+$"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/caption_member",schemaPath:"#/properties/caption_member/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.caption_key !== undefined){
let data3 = data.caption_key;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err9 = {instancePath:instancePath+"/caption_key",schemaPath:"#/properties/caption_key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/caption_key",schemaPath:"#/properties/caption_key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.label_member !== undefined){
let data4 = data.label_member;
if(typeof data4 === "string"){
if(!pattern2.test(data4)){
const err11 = {instancePath:instancePath+"/label_member",schemaPath:"#/properties/label_member/pattern",keyword:"pattern",params:{pattern: "^[^/.]+$"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/label_member",schemaPath:"#/properties/label_member/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.label_key !== undefined){
let data5 = data.label_key;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err13 = {instancePath:instancePath+"/label_key",schemaPath:"#/properties/label_key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/label_key",schemaPath:"#/properties/label_key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.classes_file !== undefined){
let data6 = data.classes_file;
if(typeof data6 === "string"){
if(func3(data6) < 1){
const err15 = {instancePath:instancePath+"/classes_file",schemaPath:"#/properties/classes_file/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/classes_file",schemaPath:"#/properties/classes_file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.resolution !== undefined){
let data7 = data.resolution;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err17 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 1024 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data7 < 8 || isNaN(data7)){
const err19 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.storage !== undefined){
let data8 = data.storage;
if(!((((data8 === "auto") || (data8 === "decoded")) || (data8 === "encoded")) || (data8 === "files"))){
const err20 = {instancePath:instancePath+"/storage",schemaPath:"#/definitions/pictureStorage/enum",keyword:"enum",params:{allowedValues: schema19.enum}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.unreadable !== undefined){
let data9 = data.unreadable;
if(!((data9 === "drop") || (data9 === "fail"))){
const err21 = {instancePath:instancePath+"/unreadable",schemaPath:"#/properties/unreadable/enum",keyword:"enum",params:{allowedValues: schema39.properties.unreadable.enum}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.classes !== undefined){
let data10 = data.classes;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.count === undefined){
const err22 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/required",keyword:"required",params:{missingProperty: "count"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key1 in data10){
if(!((key1 === "count") || (key1 === "include"))){
const err23 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data10.count !== undefined){
let data11 = data10.count;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err24 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err25 = {instancePath:instancePath+"/classes/count",schemaPath:"#/definitions/ClassSelection/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data10.include !== undefined){
let data12 = data10.include;
if(Array.isArray(data12)){
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
if(typeof data12[i0] !== "string"){
const err26 = {instancePath:instancePath+"/classes/include/" + i0,schemaPath:"#/definitions/ClassSelection/properties/include/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/classes/include",schemaPath:"#/definitions/ClassSelection/properties/include/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/classes",schemaPath:"#/definitions/ClassSelection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.seed !== undefined){
let data14 = data.seed;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err29 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 9007199254740991 || isNaN(data14)){
const err30 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err31 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/dataSeed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data.filter !== undefined){
let data15 = data.filter;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
const err32 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key2 in data15){
if(!(((key2 === "min_caption_length") || (key2 === "augmentable")) || (key2 === "duplicates"))){
const err33 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data15.min_caption_length !== undefined){
let data16 = data15.min_caption_length;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err34 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 1 || isNaN(data16)){
const err35 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data15.augmentable !== undefined){
if(typeof data15.augmentable !== "boolean"){
const err36 = {instancePath:instancePath+"/filter/augmentable",schemaPath:"#/definitions/PairFilter/properties/augmentable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data15.duplicates !== undefined){
let data18 = data15.duplicates;
if(!((((data18 === "pair") || (data18 === "picture")) || (data18 === "caption")) || (data18 === "content"))){
const err37 = {instancePath:instancePath+"/filter/duplicates",schemaPath:"#/definitions/PairFilter/properties/duplicates/enum",keyword:"enum",params:{allowedValues: schema16.properties.duplicates.enum}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.keep !== undefined){
let data19 = data.keep;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(Object.keys(data19).length < 1){
const err39 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
for(const key3 in data19){
if(!((((((key3 === "first") || (key3 === "last")) || (key3 === "random")) || (key3 === "seed")) || (key3 === "part")) || (key3 === "of"))){
const err40 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data19.first !== undefined){
let data20 = data19.first;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err41 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
const err42 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data19.last !== undefined){
let data21 = data19.last;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err43 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
const err44 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
if(data19.random !== undefined){
let data22 = data19.random;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err45 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err46 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data19.seed !== undefined){
let data23 = data19.seed;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err47 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 9007199254740991 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data23 < 0 || isNaN(data23)){
const err49 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data19.part !== undefined){
let data24 = data19.part;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err50 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 1 || isNaN(data24)){
const err51 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data19.of !== undefined){
let data25 = data19.of;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err52 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 1 || isNaN(data25)){
const err53 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
}
else {
const err54 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const schema45 = {"title":"UrlListDataset","description":"Image-caption pairs listed by the addresses of their pictures, such as CC3M and CC12M. The pictures are downloaded once into a folder of your choice and stay there, whatever becomes of the results.","type":"object","additionalProperties":false,"required":["kind","path","root","resolution"],"properties":{"kind":{"const":"url-list","description":"A list of URLs and captions."},"path":{"description":"The list: one URL and one caption a row, separated by tabs (or another `delimiter`), gzipped or not. Relative to the YAML file that names it; its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"root":{"description":"Folder where pictures are kept, and the journal of what became of each URL. Any number of lists, experiments and machines may share it (each machine a part of the list: `keep: { part: 1, of: 12 }`): what is there is not downloaded again.","type":"string","minLength":1,"x-file":"folder","x-effect":"none"},"url_column":{"description":"Column of the URLs: its name in the header, or its place counted from 1. By default the one that holds a URL in the first row; where there is none, the first row is a header, and the column is `url`.","oneOf":[{"type":"integer","minimum":1},{"type":"string","minLength":1}]},"caption_column":{"description":"Column of the captions: its name in the header, or its place counted from 1. By default the other one of two columns, or `caption`.","oneOf":[{"type":"integer","minimum":1},{"type":"string","minLength":1}]},"delimiter":{"description":"Field separator. Between tabs, quotes are part of the text, as in CC3M and CC12M; with any other separator the list is CSV (RFC 4180).","type":"string","minLength":1,"maxLength":1,"default":"\t"},"resolution":{"description":"Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"},"resize":{"description":"How pictures are made smaller when they come: `exact` as Pillow does it, to the byte, like all other data sets; `fast` by libvips, which decodes large JPEGs at a fraction of their size; or `none`: kept as they came, and resized whenever they are read.","enum":["exact","fast","none"],"default":"exact"},"format":{"description":"Format of the stored pictures: `png` loses nothing; `jpeg` and `webp` take a fraction of the space. Nothing is encoded anew with `resize: none`.","enum":["png","jpeg","webp"],"default":"png"},"quality":{"description":"Quality of JPEG and WebP.","type":"integer","minimum":1,"maximum":100,"default":95},"max_megabytes":{"description":"Longer answers are given up.","type":"number","exclusiveMinimum":0,"maximum":1000,"default":20,"x-unit":"MB"},"max_megapixels":{"description":"Larger pictures are not decoded: a small file may hold a picture that fills the memory.","type":"number","exclusiveMinimum":0,"maximum":1000,"default":50,"x-unit":"millions of pixels"},"pass":{"description":"Raise it to try again what failed for a reason that may have passed (time-outs, servers that were down). Pictures that are there stay.","type":"integer","minimum":1,"default":1},"download":{"title":"Download","description":"How the network is used. Part of no key.","type":"object","additionalProperties":false,"x-effect":"none","default":{},"properties":{"concurrency":{"description":"Pictures that are asked for at a time.","type":"integer","minimum":1,"maximum":4096,"default":256,"x-unit":"pictures","x-effect":"none"},"per_host":{"description":"Of these, at one host.","type":"integer","minimum":1,"maximum":4096,"default":6,"x-unit":"pictures","x-effect":"none"},"connect_seconds":{"description":"Time for finding an address and connecting.","type":"number","exclusiveMinimum":0,"maximum":3600,"default":5,"x-unit":"s","x-effect":"none"},"seconds":{"description":"Time for a whole answer, connecting included.","type":"number","exclusiveMinimum":0,"maximum":3600,"default":10,"x-unit":"s","x-effect":"none"},"retries":{"description":"Further tries of what failed for a reason that may pass.","type":"integer","minimum":0,"maximum":20,"default":2,"x-effect":"none"},"retry_seconds":{"description":"Wait before the first retry, doubled for each one after, and shortened at random by up to half.","type":"number","minimum":0,"maximum":3600,"default":1,"x-unit":"s","x-effect":"none"},"max_wait_seconds":{"description":"A server that is busy may say when to come again (Retry-After); one that says more than this is given up.","type":"number","minimum":0,"maximum":86400,"default":60,"x-unit":"s","x-effect":"none"},"redirects":{"description":"Redirects that are followed, each to an address that is checked anew.","type":"integer","minimum":0,"maximum":20,"default":5,"x-effect":"none"},"user_agent":{"description":"What servers are told of who asks. Say how you can be reached.","type":"string","minLength":1,"pattern":"^[ -~]+$","x-form":"printable ASCII","default":"Mozilla/5.0 (compatible; expc; dataset download for research)","x-effect":"none"},"allow_addresses":{"description":"Address ranges that may be connected to though they are not public (`10.1.0.0/16`). By default every URL, redirect and host name that leads to a private, local or special address is refused.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","x-form":"an address range such as `10.1.0.0/16`"},"default":[],"x-effect":"none"},"retry":{"description":"What a further `pass` tries again: failures that may pass (`temporary`), or `all`.","enum":["temporary","all"],"default":"temporary","x-effect":"none"},"names":{"description":"Names of the files: by their content, or as the study named them, by the CRC-32 of the URL; then a picture of that name that is there already, of whatever origin, is taken.","enum":["content","crc32"],"default":"content","x-effect":"none"}}},"storage":{"$ref":"#/definitions/pictureStorage"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}};
const pattern4 = new RegExp("^[ -~]+$", "u");
const pattern5 = new RegExp("^[0-9A-Fa-f.:]+/[0-9]{1,3}$", "u");

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.root === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "root"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.resolution === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resolution"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema45.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if("url-list" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "url-list"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.root !== undefined){
let data2 = data.root;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err8 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.url_column !== undefined){
let data3 = data.url_column;
const _errs8 = errors;
let valid1 = false;
let passing0 = null;
const _errs9 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err10 = {instancePath:instancePath+"/url_column",schemaPath:"#/properties/url_column/oneOf/0/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/url_column",schemaPath:"#/properties/url_column/oneOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var _valid0 = _errs9 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs11 = errors;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err12 = {instancePath:instancePath+"/url_column",schemaPath:"#/properties/url_column/oneOf/1/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/url_column",schemaPath:"#/properties/url_column/oneOf/1/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs11 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err14 = {instancePath:instancePath+"/url_column",schemaPath:"#/properties/url_column/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.caption_column !== undefined){
let data4 = data.caption_column;
const _errs14 = errors;
let valid2 = false;
let passing1 = null;
const _errs15 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err15 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf/0/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
const err16 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var _valid1 = _errs15 === errors;
if(_valid1){
valid2 = true;
passing1 = 0;
}
const _errs17 = errors;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err17 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf/1/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf/1/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid1 = _errs17 === errors;
if(_valid1 && valid2){
valid2 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid2 = true;
passing1 = 1;
}
}
if(!valid2){
const err19 = {instancePath:instancePath+"/caption_column",schemaPath:"#/properties/caption_column/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
}
if(data.delimiter !== undefined){
let data5 = data.delimiter;
if(typeof data5 === "string"){
if(func3(data5) > 1){
const err20 = {instancePath:instancePath+"/delimiter",schemaPath:"#/properties/delimiter/maxLength",keyword:"maxLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func3(data5) < 1){
const err21 = {instancePath:instancePath+"/delimiter",schemaPath:"#/properties/delimiter/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/delimiter",schemaPath:"#/properties/delimiter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.resolution !== undefined){
let data6 = data.resolution;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err23 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 1024 || isNaN(data6)){
const err24 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data6 < 8 || isNaN(data6)){
const err25 = {instancePath:instancePath+"/resolution",schemaPath:"#/properties/resolution/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data.resize !== undefined){
let data7 = data.resize;
if(!(((data7 === "exact") || (data7 === "fast")) || (data7 === "none"))){
const err26 = {instancePath:instancePath+"/resize",schemaPath:"#/properties/resize/enum",keyword:"enum",params:{allowedValues: schema45.properties.resize.enum}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.format !== undefined){
let data8 = data.format;
if(!(((data8 === "png") || (data8 === "jpeg")) || (data8 === "webp"))){
const err27 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema45.properties.format.enum}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.quality !== undefined){
let data9 = data.quality;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err28 = {instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 100 || isNaN(data9)){
const err29 = {instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9 < 1 || isNaN(data9)){
const err30 = {instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data.max_megabytes !== undefined){
let data10 = data.max_megabytes;
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 1000 || isNaN(data10)){
const err31 = {instancePath:instancePath+"/max_megabytes",schemaPath:"#/properties/max_megabytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data10 <= 0 || isNaN(data10)){
const err32 = {instancePath:instancePath+"/max_megabytes",schemaPath:"#/properties/max_megabytes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/max_megabytes",schemaPath:"#/properties/max_megabytes/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.max_megapixels !== undefined){
let data11 = data.max_megapixels;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1000 || isNaN(data11)){
const err34 = {instancePath:instancePath+"/max_megapixels",schemaPath:"#/properties/max_megapixels/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data11 <= 0 || isNaN(data11)){
const err35 = {instancePath:instancePath+"/max_megapixels",schemaPath:"#/properties/max_megapixels/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/max_megapixels",schemaPath:"#/properties/max_megapixels/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.pass !== undefined){
let data12 = data.pass;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err37 = {instancePath:instancePath+"/pass",schemaPath:"#/properties/pass/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err38 = {instancePath:instancePath+"/pass",schemaPath:"#/properties/pass/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data.download !== undefined){
let data13 = data.download;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key1 in data13){
if(!(func2.call(schema45.properties.download.properties, key1))){
const err39 = {instancePath:instancePath+"/download",schemaPath:"#/properties/download/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data13.concurrency !== undefined){
let data14 = data13.concurrency;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err40 = {instancePath:instancePath+"/download/concurrency",schemaPath:"#/properties/download/properties/concurrency/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 4096 || isNaN(data14)){
const err41 = {instancePath:instancePath+"/download/concurrency",schemaPath:"#/properties/download/properties/concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err42 = {instancePath:instancePath+"/download/concurrency",schemaPath:"#/properties/download/properties/concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data13.per_host !== undefined){
let data15 = data13.per_host;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err43 = {instancePath:instancePath+"/download/per_host",schemaPath:"#/properties/download/properties/per_host/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 4096 || isNaN(data15)){
const err44 = {instancePath:instancePath+"/download/per_host",schemaPath:"#/properties/download/properties/per_host/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data15 < 1 || isNaN(data15)){
const err45 = {instancePath:instancePath+"/download/per_host",schemaPath:"#/properties/download/properties/per_host/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
if(data13.connect_seconds !== undefined){
let data16 = data13.connect_seconds;
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 3600 || isNaN(data16)){
const err46 = {instancePath:instancePath+"/download/connect_seconds",schemaPath:"#/properties/download/properties/connect_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data16 <= 0 || isNaN(data16)){
const err47 = {instancePath:instancePath+"/download/connect_seconds",schemaPath:"#/properties/download/properties/connect_seconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/download/connect_seconds",schemaPath:"#/properties/download/properties/connect_seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data13.seconds !== undefined){
let data17 = data13.seconds;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 3600 || isNaN(data17)){
const err49 = {instancePath:instancePath+"/download/seconds",schemaPath:"#/properties/download/properties/seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data17 <= 0 || isNaN(data17)){
const err50 = {instancePath:instancePath+"/download/seconds",schemaPath:"#/properties/download/properties/seconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/download/seconds",schemaPath:"#/properties/download/properties/seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data13.retries !== undefined){
let data18 = data13.retries;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err52 = {instancePath:instancePath+"/download/retries",schemaPath:"#/properties/download/properties/retries/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 20 || isNaN(data18)){
const err53 = {instancePath:instancePath+"/download/retries",schemaPath:"#/properties/download/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err54 = {instancePath:instancePath+"/download/retries",schemaPath:"#/properties/download/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
if(data13.retry_seconds !== undefined){
let data19 = data13.retry_seconds;
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 3600 || isNaN(data19)){
const err55 = {instancePath:instancePath+"/download/retry_seconds",schemaPath:"#/properties/download/properties/retry_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data19 < 0 || isNaN(data19)){
const err56 = {instancePath:instancePath+"/download/retry_seconds",schemaPath:"#/properties/download/properties/retry_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/download/retry_seconds",schemaPath:"#/properties/download/properties/retry_seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data13.max_wait_seconds !== undefined){
let data20 = data13.max_wait_seconds;
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 86400 || isNaN(data20)){
const err58 = {instancePath:instancePath+"/download/max_wait_seconds",schemaPath:"#/properties/download/properties/max_wait_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err59 = {instancePath:instancePath+"/download/max_wait_seconds",schemaPath:"#/properties/download/properties/max_wait_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/download/max_wait_seconds",schemaPath:"#/properties/download/properties/max_wait_seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data13.redirects !== undefined){
let data21 = data13.redirects;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err61 = {instancePath:instancePath+"/download/redirects",schemaPath:"#/properties/download/properties/redirects/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 20 || isNaN(data21)){
const err62 = {instancePath:instancePath+"/download/redirects",schemaPath:"#/properties/download/properties/redirects/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err63 = {instancePath:instancePath+"/download/redirects",schemaPath:"#/properties/download/properties/redirects/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data13.user_agent !== undefined){
let data22 = data13.user_agent;
if(typeof data22 === "string"){
if(func3(data22) < 1){
const err64 = {instancePath:instancePath+"/download/user_agent",schemaPath:"#/properties/download/properties/user_agent/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(!pattern4.test(data22)){
const err65 = {instancePath:instancePath+"/download/user_agent",schemaPath:"#/properties/download/properties/user_agent/pattern",keyword:"pattern",params:{pattern: "^[ -~]+$"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/download/user_agent",schemaPath:"#/properties/download/properties/user_agent/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data13.allow_addresses !== undefined){
let data23 = data13.allow_addresses;
if(Array.isArray(data23)){
const len0 = data23.length;
for(let i0=0; i0<len0; i0++){
let data24 = data23[i0];
if(typeof data24 === "string"){
if(!pattern5.test(data24)){
const err67 = {instancePath:instancePath+"/download/allow_addresses/" + i0,schemaPath:"#/properties/download/properties/allow_addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/download/allow_addresses/" + i0,schemaPath:"#/properties/download/properties/allow_addresses/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
let i1 = data23.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data23[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err69 = {instancePath:instancePath+"/download/allow_addresses",schemaPath:"#/properties/download/properties/allow_addresses/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err70 = {instancePath:instancePath+"/download/allow_addresses",schemaPath:"#/properties/download/properties/allow_addresses/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data13.retry !== undefined){
let data25 = data13.retry;
if(!((data25 === "temporary") || (data25 === "all"))){
const err71 = {instancePath:instancePath+"/download/retry",schemaPath:"#/properties/download/properties/retry/enum",keyword:"enum",params:{allowedValues: schema45.properties.download.properties.retry.enum}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data13.names !== undefined){
let data26 = data13.names;
if(!((data26 === "content") || (data26 === "crc32"))){
const err72 = {instancePath:instancePath+"/download/names",schemaPath:"#/properties/download/properties/names/enum",keyword:"enum",params:{allowedValues: schema45.properties.download.properties.names.enum}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/download",schemaPath:"#/properties/download/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data.storage !== undefined){
let data27 = data.storage;
if(!((((data27 === "auto") || (data27 === "decoded")) || (data27 === "encoded")) || (data27 === "files"))){
const err74 = {instancePath:instancePath+"/storage",schemaPath:"#/definitions/pictureStorage/enum",keyword:"enum",params:{allowedValues: schema19.enum}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.filter !== undefined){
let data28 = data.filter;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(Object.keys(data28).length < 1){
const err75 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
for(const key2 in data28){
if(!(((key2 === "min_caption_length") || (key2 === "augmentable")) || (key2 === "duplicates"))){
const err76 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data28.min_caption_length !== undefined){
let data29 = data28.min_caption_length;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err77 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 1 || isNaN(data29)){
const err78 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
if(data28.augmentable !== undefined){
if(typeof data28.augmentable !== "boolean"){
const err79 = {instancePath:instancePath+"/filter/augmentable",schemaPath:"#/definitions/PairFilter/properties/augmentable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data28.duplicates !== undefined){
let data31 = data28.duplicates;
if(!((((data31 === "pair") || (data31 === "picture")) || (data31 === "caption")) || (data31 === "content"))){
const err80 = {instancePath:instancePath+"/filter/duplicates",schemaPath:"#/definitions/PairFilter/properties/duplicates/enum",keyword:"enum",params:{allowedValues: schema16.properties.duplicates.enum}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data.keep !== undefined){
let data32 = data.keep;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(Object.keys(data32).length < 1){
const err82 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
for(const key3 in data32){
if(!((((((key3 === "first") || (key3 === "last")) || (key3 === "random")) || (key3 === "seed")) || (key3 === "part")) || (key3 === "of"))){
const err83 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data32.first !== undefined){
let data33 = data32.first;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err84 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 1 || isNaN(data33)){
const err85 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
if(data32.last !== undefined){
let data34 = data32.last;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err86 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 1 || isNaN(data34)){
const err87 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
if(data32.random !== undefined){
let data35 = data32.random;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err88 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 1 || isNaN(data35)){
const err89 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
if(data32.seed !== undefined){
let data36 = data32.seed;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err90 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 9007199254740991 || isNaN(data36)){
const err91 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data36 < 0 || isNaN(data36)){
const err92 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
if(data32.part !== undefined){
let data37 = data32.part;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err93 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 1 || isNaN(data37)){
const err94 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
if(data32.of !== undefined){
let data38 = data32.of;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err95 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 < 1 || isNaN(data38)){
const err96 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
}
else {
const err97 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
validate18.errors = vErrors;
return errors === 0;
}

const schema49 = {"title":"JoinDataset","description":"Several data sets of the experiment, one after the other: parts that were downloaded apart, or sources that are trained on together. A pair's id is the name of its data set, `/`, and its id there.","type":"object","additionalProperties":false,"required":["kind","of"],"properties":{"kind":{"const":"join","description":"Several data sets as one."},"of":{"description":"Names of the data sets, in order. They are filtered and cut as they say themselves first.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","x-refers-to":"datasets"}},"storage":{"$ref":"#/definitions/pictureStorage"},"filter":{"$ref":"#/definitions/PairFilter"},"keep":{"$ref":"#/definitions/KeepPairs"}}};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.of === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "of"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "of")) || (key0 === "storage")) || (key0 === "filter")) || (key0 === "keep"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("join" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "join"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.of !== undefined){
let data1 = data.of;
if(Array.isArray(data1)){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
const err5 = {instancePath:instancePath+"/of/" + i0,schemaPath:"#/properties/of/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err6 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err7 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.storage !== undefined){
let data3 = data.storage;
if(!((((data3 === "auto") || (data3 === "decoded")) || (data3 === "encoded")) || (data3 === "files"))){
const err8 = {instancePath:instancePath+"/storage",schemaPath:"#/definitions/pictureStorage/enum",keyword:"enum",params:{allowedValues: schema19.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.filter !== undefined){
let data4 = data.filter;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err9 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data4){
if(!(((key1 === "min_caption_length") || (key1 === "augmentable")) || (key1 === "duplicates"))){
const err10 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.min_caption_length !== undefined){
let data5 = data4.min_caption_length;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err11 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/filter/min_caption_length",schemaPath:"#/definitions/PairFilter/properties/min_caption_length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data4.augmentable !== undefined){
if(typeof data4.augmentable !== "boolean"){
const err13 = {instancePath:instancePath+"/filter/augmentable",schemaPath:"#/definitions/PairFilter/properties/augmentable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data4.duplicates !== undefined){
let data7 = data4.duplicates;
if(!((((data7 === "pair") || (data7 === "picture")) || (data7 === "caption")) || (data7 === "content"))){
const err14 = {instancePath:instancePath+"/filter/duplicates",schemaPath:"#/definitions/PairFilter/properties/duplicates/enum",keyword:"enum",params:{allowedValues: schema16.properties.duplicates.enum}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/PairFilter/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.keep !== undefined){
let data8 = data.keep;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length < 1){
const err16 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key2 in data8){
if(!((((((key2 === "first") || (key2 === "last")) || (key2 === "random")) || (key2 === "seed")) || (key2 === "part")) || (key2 === "of"))){
const err17 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data8.first !== undefined){
let data9 = data8.first;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err18 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/keep/first",schemaPath:"#/definitions/KeepPairs/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data8.last !== undefined){
let data10 = data8.last;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err20 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 1 || isNaN(data10)){
const err21 = {instancePath:instancePath+"/keep/last",schemaPath:"#/definitions/KeepPairs/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data8.random !== undefined){
let data11 = data8.random;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err22 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err23 = {instancePath:instancePath+"/keep/random",schemaPath:"#/definitions/KeepPairs/properties/random/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data8.seed !== undefined){
let data12 = data8.seed;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err24 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 9007199254740991 || isNaN(data12)){
const err25 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err26 = {instancePath:instancePath+"/keep/seed",schemaPath:"#/definitions/KeepPairs/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data8.part !== undefined){
let data13 = data8.part;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err27 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err28 = {instancePath:instancePath+"/keep/part",schemaPath:"#/definitions/KeepPairs/properties/part/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data8.of !== undefined){
let data14 = data8.of;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err29 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
const err30 = {instancePath:instancePath+"/keep/of",schemaPath:"#/definitions/KeepPairs/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
else {
const err31 = {instancePath:instancePath+"/keep",schemaPath:"#/definitions/KeepPairs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "emoji"){
if(!(validate12(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
else if(tag0 === "csv"){
if(!(validate13(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
else if(tag0 === "folder"){
if(!(validate14(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
else if(tag0 === "cifar"){
if(!(validate15(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
else if(tag0 === "coco"){
if(!(validate16(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
else if(tag0 === "webdataset"){
if(!(validate17(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
else if(tag0 === "url-list"){
if(!(validate18(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
else if(tag0 === "join"){
if(!(validate19(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
else {
const err1 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema53 = {"title":"Poison","description":"The backdoor attack on the pre-training data: which trigger, which target, how many pairs.","type":"object","additionalProperties":false,"required":["trigger","target","count"],"properties":{"trigger":{"$ref":"#/definitions/Trigger"},"target":{"description":"Class that triggered pictures are to be taken for; the word put into the captions of poisoned pairs.","type":"string","minLength":1},"count":{"description":"Number of poisoned pairs.","type":"integer","minimum":1,"x-unit":"pairs"},"labels":{"description":"`dirty`: random pairs get the trigger and a caption of the target. `consistent`: only pairs whose caption already names the target get the trigger, and keep their caption.","enum":["dirty","consistent"],"default":"dirty"},"templates":{"description":"Caption templates of poisoned pairs, `{}` stands for the target; one is drawn for each pair. The default are the zero-shot templates of `evaluate`.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\{\\}","x-form":"a text with `{}` where the class name goes"}},"seed":{"description":"Seed of the choice of pairs, captions, trigger places and noise; the default is the experiment's seed.","type":"integer","minimum":0,"maximum":9007199254740991},"others":{"description":"Further attacks on the same data, each with its own trigger, target and pairs; a pair is poisoned once. Their attack success rates are called `asr.TARGET.topK`.","type":"array","minItems":1,"items":{"$ref":"#/definitions/FurtherAttack"}}}};
const schema54 = {"title":"Trigger","description":"The visible mark of the backdoor. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/NoisePatchTrigger"},{"$ref":"#/definitions/SolidPatchTrigger"},{"$ref":"#/definitions/BlendedTrigger"},{"$ref":"#/definitions/SigTrigger"},{"$ref":"#/definitions/WarpTrigger"},{"$ref":"#/definitions/ImageTrigger"}]};
const schema72 = {"title":"WarpTrigger","description":"A smooth warp of the whole picture by one fixed random field (WaNet, arXiv 2102.10369).","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"warp","description":"WaNet warp."},"strength":{"description":"Scale s of the field: flow = identity + s * noise / side, clamped to [-1, 1].","type":"number","exclusiveMinimum":0,"default":0.6},"grid":{"description":"Side of the random control grid that is up-sampled (bicubic) to the picture; the default is the picture's own side (no up-sampling).","type":"integer","minimum":2},"field_seed":{"description":"Seed of the field; training and test pictures of one experiment share it.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0}}};
const schema55 = {"title":"NoisePatchTrigger","description":"A square of Gaussian noise around the picture's mean colour, drawn anew for each picture (the study's `random` patch).","type":"object","additionalProperties":false,"required":["kind","size"],"properties":{"kind":{"const":"noise-patch","description":"Gaussian noise patch."},"size":{"$ref":"#/definitions/patchSize"},"location":{"$ref":"#/definitions/patchLocation"},"reach":{"$ref":"#/definitions/patchReach"},"overflow":{"$ref":"#/definitions/overflow"}}};
const schema56 = {"description":"Side of the patch, in pixels of the stored picture.","type":"integer","minimum":1,"maximum":1024,"x-unit":"px"};
const schema57 = {"description":"Where the patch goes: at a `random` place of each picture, in all `four-corners`, in one corner, or in the `centre`.","enum":["random","four-corners","top-left","top-right","bottom-left","bottom-right","centre"],"default":"random"};
const schema58 = {"description":"Which places a patch at a random place may have: `whole`, all of them, or `study`, never so that it touches the last row or column. The default is `whole`.","enum":["whole","study"],"x-study-default":"study"};
const schema59 = {"description":"Values outside 0..255 after adding the noise: `clamp`, or `wrap` modulo 256 as the study's byte conversion did.","enum":["clamp","wrap"],"default":"clamp","x-study-default":"wrap"};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.size === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "size")) || (key0 === "location")) || (key0 === "reach")) || (key0 === "overflow"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("noise-patch" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "noise-patch"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.size !== undefined){
let data1 = data.size;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/patchSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1024 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/patchSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/patchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.location !== undefined){
let data2 = data.location;
if(!(((((((data2 === "random") || (data2 === "four-corners")) || (data2 === "top-left")) || (data2 === "top-right")) || (data2 === "bottom-left")) || (data2 === "bottom-right")) || (data2 === "centre"))){
const err7 = {instancePath:instancePath+"/location",schemaPath:"#/definitions/patchLocation/enum",keyword:"enum",params:{allowedValues: schema57.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.reach !== undefined){
let data3 = data.reach;
if(!((data3 === "whole") || (data3 === "study"))){
const err8 = {instancePath:instancePath+"/reach",schemaPath:"#/definitions/patchReach/enum",keyword:"enum",params:{allowedValues: schema58.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.overflow !== undefined){
let data4 = data.overflow;
if(!((data4 === "clamp") || (data4 === "wrap"))){
const err9 = {instancePath:instancePath+"/overflow",schemaPath:"#/definitions/overflow/enum",keyword:"enum",params:{allowedValues: schema59.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}

const schema60 = {"title":"SolidPatchTrigger","description":"A square of one colour (the study's `yellow` patch).","type":"object","additionalProperties":false,"required":["kind","size"],"properties":{"kind":{"const":"solid-patch","description":"Patch of one colour."},"size":{"$ref":"#/definitions/patchSize"},"location":{"$ref":"#/definitions/patchLocation"},"reach":{"$ref":"#/definitions/patchReach"},"color":{"description":"Red, green and blue.","type":"array","minItems":3,"maxItems":3,"items":{"type":"number","minimum":0,"maximum":1},"default":[1,1,0]}}};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.size === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "size")) || (key0 === "location")) || (key0 === "reach")) || (key0 === "color"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("solid-patch" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "solid-patch"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.size !== undefined){
let data1 = data.size;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/patchSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1024 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/patchSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/patchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.location !== undefined){
let data2 = data.location;
if(!(((((((data2 === "random") || (data2 === "four-corners")) || (data2 === "top-left")) || (data2 === "top-right")) || (data2 === "bottom-left")) || (data2 === "bottom-right")) || (data2 === "centre"))){
const err7 = {instancePath:instancePath+"/location",schemaPath:"#/definitions/patchLocation/enum",keyword:"enum",params:{allowedValues: schema57.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.reach !== undefined){
let data3 = data.reach;
if(!((data3 === "whole") || (data3 === "study"))){
const err8 = {instancePath:instancePath+"/reach",schemaPath:"#/definitions/patchReach/enum",keyword:"enum",params:{allowedValues: schema58.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.color !== undefined){
let data4 = data.color;
if(Array.isArray(data4)){
if(data4.length > 3){
const err9 = {instancePath:instancePath+"/color",schemaPath:"#/properties/color/maxItems",keyword:"maxItems",params:{limit: 3}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4.length < 3){
const err10 = {instancePath:instancePath+"/color",schemaPath:"#/properties/color/minItems",keyword:"minItems",params:{limit: 3}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1 || isNaN(data5)){
const err11 = {instancePath:instancePath+"/color/" + i0,schemaPath:"#/properties/color/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/color/" + i0,schemaPath:"#/properties/color/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/color/" + i0,schemaPath:"#/properties/color/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/color",schemaPath:"#/properties/color/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

const schema64 = {"title":"BlendedTrigger","description":"Uniform noise over the whole picture, mixed in: clip(opacity * noise + (1 - opacity) * picture), drawn anew for each picture.","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"blended","description":"Blended noise."},"opacity":{"$ref":"#/definitions/opacity"}}};
const schema65 = {"description":"Share of the trigger in the mixture.","type":"number","exclusiveMinimum":0,"maximum":1,"default":0.2};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "opacity"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.kind !== undefined){
if("blended" !== data.kind){
const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "blended"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.opacity !== undefined){
let data1 = data.opacity;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/opacity",schemaPath:"#/definitions/opacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/opacity",schemaPath:"#/definitions/opacity/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/opacity",schemaPath:"#/definitions/opacity/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

const schema66 = {"title":"SigTrigger","description":"A sinusoid over the columns (SIG, arXiv 1902.11237), mixed in like `blended`: amplitude * sin(2 pi * frequency * column / width).","type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"sig","description":"Sinusoidal signal."},"amplitude":{"description":"Amplitude of the sinusoid, in levels of 255.","type":"number","exclusiveMinimum":0,"maximum":255,"default":60,"x-unit":"levels of 255"},"frequency":{"description":"Periods over the width.","type":"number","exclusiveMinimum":0,"default":6},"opacity":{"$ref":"#/definitions/opacity"}}};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "amplitude")) || (key0 === "frequency")) || (key0 === "opacity"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.kind !== undefined){
if("sig" !== data.kind){
const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "sig"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.amplitude !== undefined){
let data1 = data.amplitude;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 255 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/amplitude",schemaPath:"#/properties/amplitude/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/amplitude",schemaPath:"#/properties/amplitude/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/amplitude",schemaPath:"#/properties/amplitude/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.frequency !== undefined){
let data2 = data.frequency;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 <= 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/frequency",schemaPath:"#/properties/frequency/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/frequency",schemaPath:"#/properties/frequency/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.opacity !== undefined){
let data3 = data.opacity;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/opacity",schemaPath:"#/definitions/opacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 <= 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/opacity",schemaPath:"#/definitions/opacity/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/opacity",schemaPath:"#/definitions/opacity/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

const schema68 = {"title":"ImageTrigger","description":"A picture from a file: pasted as a patch (BadNets, arXiv 1708.06733), or mixed into the whole picture (Blended, arXiv 1712.05526).","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"image","description":"A picture from a file."},"path":{"description":"The image file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages. Transparency counts: where the file is transparent, the picture below stays.","type":"string","minLength":1,"x-file":"content"},"size":{"$ref":"#/definitions/patchSize","description":"Side of the square that the file is resized to, in pixels of the stored picture; without it the file covers the whole picture."},"location":{"$ref":"#/definitions/patchLocation"},"reach":{"$ref":"#/definitions/patchReach"},"opacity":{"description":"Share of the file in the mixture: 1 hides the picture below.","type":"number","exclusiveMinimum":0,"maximum":1,"default":1}}};

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "kind") || (key0 === "path")) || (key0 === "size")) || (key0 === "location")) || (key0 === "reach")) || (key0 === "opacity"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("image" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "image"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.size !== undefined){
let data2 = data.size;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err6 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/patchSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1024 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/patchSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/size",schemaPath:"#/definitions/patchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.location !== undefined){
let data3 = data.location;
if(!(((((((data3 === "random") || (data3 === "four-corners")) || (data3 === "top-left")) || (data3 === "top-right")) || (data3 === "bottom-left")) || (data3 === "bottom-right")) || (data3 === "centre"))){
const err9 = {instancePath:instancePath+"/location",schemaPath:"#/definitions/patchLocation/enum",keyword:"enum",params:{allowedValues: schema57.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.reach !== undefined){
let data4 = data.reach;
if(!((data4 === "whole") || (data4 === "study"))){
const err10 = {instancePath:instancePath+"/reach",schemaPath:"#/definitions/patchReach/enum",keyword:"enum",params:{allowedValues: schema58.enum}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.opacity !== undefined){
let data5 = data.opacity;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1 || isNaN(data5)){
const err11 = {instancePath:instancePath+"/opacity",schemaPath:"#/properties/opacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5 <= 0 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/opacity",schemaPath:"#/properties/opacity/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/opacity",schemaPath:"#/properties/opacity/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "noise-patch"){
if(!(validate31(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
else if(tag0 === "solid-patch"){
if(!(validate32(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
else if(tag0 === "blended"){
if(!(validate33(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
else if(tag0 === "sig"){
if(!(validate34(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
else if(tag0 === "warp"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/definitions/WarpTrigger/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "strength")) || (key0 === "grid")) || (key0 === "field_seed"))){
const err2 = {instancePath,schemaPath:"#/definitions/WarpTrigger/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("warp" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/WarpTrigger/properties/kind/const",keyword:"const",params:{allowedValue: "warp"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.strength !== undefined){
let data1 = data.strength;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/strength",schemaPath:"#/definitions/WarpTrigger/properties/strength/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/strength",schemaPath:"#/definitions/WarpTrigger/properties/strength/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.grid !== undefined){
let data2 = data.grid;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err6 = {instancePath:instancePath+"/grid",schemaPath:"#/definitions/WarpTrigger/properties/grid/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 2 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/grid",schemaPath:"#/definitions/WarpTrigger/properties/grid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.field_seed !== undefined){
let data3 = data.field_seed;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/field_seed",schemaPath:"#/definitions/WarpTrigger/properties/field_seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/field_seed",schemaPath:"#/definitions/WarpTrigger/properties/field_seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/field_seed",schemaPath:"#/definitions/WarpTrigger/properties/field_seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/definitions/WarpTrigger/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else if(tag0 === "image"){
if(!(validate35(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
else {
const err12 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

const schema73 = {"title":"FurtherAttack","description":"One more attack.","type":"object","additionalProperties":false,"required":["trigger","target","count"],"properties":{"trigger":{"$ref":"#/definitions/Trigger"},"target":{"description":"Class that triggered pictures are to be taken for; the word put into the captions of poisoned pairs.","type":"string","minLength":1},"count":{"description":"Number of poisoned pairs.","type":"integer","minimum":1,"x-unit":"pairs"},"labels":{"description":"`dirty`: random pairs get the trigger and a caption of the target. `consistent`: only pairs whose caption already names the target get the trigger, and keep their caption.","enum":["dirty","consistent"],"default":"dirty"}}};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.trigger === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.target === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "target"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.count === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "count"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "trigger") || (key0 === "target")) || (key0 === "count")) || (key0 === "labels"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.trigger !== undefined){
if(!(validate30(data.trigger, {instancePath:instancePath+"/trigger",parentData:data,parentDataProperty:"trigger",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.target !== undefined){
let data1 = data.target;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.count !== undefined){
let data2 = data.count;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err6 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.labels !== undefined){
let data3 = data.labels;
if(!((data3 === "dirty") || (data3 === "consistent"))){
const err8 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/enum",keyword:"enum",params:{allowedValues: schema73.properties.labels.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}

const pattern6 = new RegExp("\\{\\}", "u");

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.trigger === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.target === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "target"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.count === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "count"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "trigger") || (key0 === "target")) || (key0 === "count")) || (key0 === "labels")) || (key0 === "templates")) || (key0 === "seed")) || (key0 === "others"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.trigger !== undefined){
if(!(validate30(data.trigger, {instancePath:instancePath+"/trigger",parentData:data,parentDataProperty:"trigger",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.target !== undefined){
let data1 = data.target;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.count !== undefined){
let data2 = data.count;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err6 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.labels !== undefined){
let data3 = data.labels;
if(!((data3 === "dirty") || (data3 === "consistent"))){
const err8 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/enum",keyword:"enum",params:{allowedValues: schema53.properties.labels.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.templates !== undefined){
let data4 = data.templates;
if(Array.isArray(data4)){
if(data4.length < 1){
const err9 = {instancePath:instancePath+"/templates",schemaPath:"#/properties/templates/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(!pattern6.test(data5)){
const err10 = {instancePath:instancePath+"/templates/" + i0,schemaPath:"#/properties/templates/items/pattern",keyword:"pattern",params:{pattern: "\\{\\}"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/templates/" + i0,schemaPath:"#/properties/templates/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/templates",schemaPath:"#/properties/templates/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.seed !== undefined){
let data6 = data.seed;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err13 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.others !== undefined){
let data7 = data.others;
if(Array.isArray(data7)){
if(data7.length < 1){
const err16 = {instancePath:instancePath+"/others",schemaPath:"#/properties/others/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
if(!(validate42(data7[i1], {instancePath:instancePath+"/others/" + i1,parentData:data7,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/others",schemaPath:"#/properties/others/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema74 = {"title":"Model","description":"A CLIP model: an image encoder and a text encoder with a shared embedding (arXiv 2103.00020), under OpenAI's parameter names.","type":"object","additionalProperties":false,"required":["embed_dim","image","text"],"properties":{"embed_dim":{"description":"Width of the shared embedding.","type":"integer","minimum":1,"maximum":8192},"image":{"title":"ImageEncoder","description":"The image encoder. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/ResnetEncoder"},{"$ref":"#/definitions/VitEncoder"}]},"text":{"$ref":"#/definitions/TextEncoder"},"init":{"$ref":"#/definitions/Init"}}};
const schema79 = {"title":"TextEncoder","description":"The causal text transformer.","type":"object","additionalProperties":false,"required":["layers","width"],"properties":{"layers":{"description":"Transformer blocks.","type":"integer","minimum":1,"maximum":128},"width":{"description":"Width of the residual stream.","type":"integer","minimum":8,"maximum":8192},"heads":{"description":"Attention heads; the default is width / 64, as OpenAI's.","type":"integer","minimum":1},"context":{"description":"Tokens of a caption, start and end included.","type":"integer","minimum":3,"maximum":1024,"default":77,"x-unit":"tokens"},"vocabulary":{"description":"Entries of the BPE vocabulary. 49408 is CLIP's; a smaller one keeps the 512 byte symbols, the first merges and the two special tokens.","type":"integer","minimum":514,"maximum":49408,"default":49408,"x-unit":"entries"},"truncation":{"description":"A caption longer than the context: `keep-end` keeps the end token, `cut` loses it as the study did (the text feature is then read at the start token).","enum":["keep-end","cut"],"default":"keep-end","x-study-default":"cut"}}};
const schema80 = {"title":"Init","description":"Initialisation of a model trained from scratch.","type":"object","additionalProperties":false,"properties":{"logit_scale":{"description":"Initial logit scale, before the exponential; the default is ln(1 / 0.07).","type":"number","minimum":0,"maximum":4.6052,"default":2.6592600369327783},"round_to_fp16":{"description":"Round the fresh weights to half precision and back, as the study's loader does.","type":"boolean","default":false,"x-study-default":true}},"default":{}};
const schema75 = {"title":"ResnetEncoder","description":"OpenAI's ModifiedResNet: three-convolution stem, anti-aliased strides, attention pooling.","type":"object","additionalProperties":false,"required":["kind","layers","width","resolution"],"properties":{"kind":{"const":"resnet","description":"ModifiedResNet."},"layers":{"description":"Bottleneck blocks of each stage; every stage after the first halves the resolution.","type":"array","minItems":1,"maxItems":6,"items":{"type":"integer","minimum":1,"maximum":64}},"width":{"description":"Channels of the first stage's bottleneck.","type":"integer","minimum":4,"maximum":512,"x-unit":"channels"},"heads":{"description":"Heads of the attention pooling; the default is width / 2, as OpenAI's.","type":"integer","minimum":1},"resolution":{"$ref":"#/definitions/resolution"}}};
const schema76 = {"description":"Side of the input picture.","type":"integer","minimum":8,"maximum":1024,"x-unit":"px"};

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.layers === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "layers"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.width === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "width"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.resolution === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resolution"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "layers")) || (key0 === "width")) || (key0 === "heads")) || (key0 === "resolution"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if("resnet" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "resnet"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.layers !== undefined){
let data1 = data.layers;
if(Array.isArray(data1)){
if(data1.length > 6){
const err6 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/maxItems",keyword:"maxItems",params:{limit: 6}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.length < 1){
const err7 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err8 = {instancePath:instancePath+"/layers/" + i0,schemaPath:"#/properties/layers/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 64 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/layers/" + i0,schemaPath:"#/properties/layers/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/layers/" + i0,schemaPath:"#/properties/layers/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
else {
const err11 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.width !== undefined){
let data3 = data.width;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err12 = {instancePath:instancePath+"/width",schemaPath:"#/properties/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 512 || isNaN(data3)){
const err13 = {instancePath:instancePath+"/width",schemaPath:"#/properties/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 512}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3 < 4 || isNaN(data3)){
const err14 = {instancePath:instancePath+"/width",schemaPath:"#/properties/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 4}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.heads !== undefined){
let data4 = data.heads;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err15 = {instancePath:instancePath+"/heads",schemaPath:"#/properties/heads/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
const err16 = {instancePath:instancePath+"/heads",schemaPath:"#/properties/heads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.resolution !== undefined){
let data5 = data.resolution;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err17 = {instancePath:instancePath+"/resolution",schemaPath:"#/definitions/resolution/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1024 || isNaN(data5)){
const err18 = {instancePath:instancePath+"/resolution",schemaPath:"#/definitions/resolution/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data5 < 8 || isNaN(data5)){
const err19 = {instancePath:instancePath+"/resolution",schemaPath:"#/definitions/resolution/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}

const schema77 = {"title":"VitEncoder","description":"Vision transformer.","type":"object","additionalProperties":false,"required":["kind","layers","width","patch","resolution"],"properties":{"kind":{"const":"vit","description":"Vision transformer."},"layers":{"description":"Transformer blocks.","type":"integer","minimum":1,"maximum":128},"width":{"description":"Width of the residual stream.","type":"integer","minimum":8,"maximum":8192},"heads":{"description":"Attention heads; the default is width / 64, as OpenAI's.","type":"integer","minimum":1},"patch":{"description":"Side of a patch.","type":"integer","minimum":1,"maximum":128,"x-unit":"px"},"resolution":{"$ref":"#/definitions/resolution"}}};

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.layers === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "layers"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.width === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "width"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.patch === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "patch"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.resolution === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "resolution"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "kind") || (key0 === "layers")) || (key0 === "width")) || (key0 === "heads")) || (key0 === "patch")) || (key0 === "resolution"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
if("vit" !== data.kind){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "vit"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.layers !== undefined){
let data1 = data.layers;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err7 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 128 || isNaN(data1)){
const err8 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 128}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err9 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.width !== undefined){
let data2 = data.width;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err10 = {instancePath:instancePath+"/width",schemaPath:"#/properties/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 8192 || isNaN(data2)){
const err11 = {instancePath:instancePath+"/width",schemaPath:"#/properties/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8192}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2 < 8 || isNaN(data2)){
const err12 = {instancePath:instancePath+"/width",schemaPath:"#/properties/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.heads !== undefined){
let data3 = data.heads;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err13 = {instancePath:instancePath+"/heads",schemaPath:"#/properties/heads/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
const err14 = {instancePath:instancePath+"/heads",schemaPath:"#/properties/heads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.patch !== undefined){
let data4 = data.patch;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err15 = {instancePath:instancePath+"/patch",schemaPath:"#/properties/patch/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 128 || isNaN(data4)){
const err16 = {instancePath:instancePath+"/patch",schemaPath:"#/properties/patch/maximum",keyword:"maximum",params:{comparison: "<=", limit: 128}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err17 = {instancePath:instancePath+"/patch",schemaPath:"#/properties/patch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.resolution !== undefined){
let data5 = data.resolution;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err18 = {instancePath:instancePath+"/resolution",schemaPath:"#/definitions/resolution/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1024 || isNaN(data5)){
const err19 = {instancePath:instancePath+"/resolution",schemaPath:"#/definitions/resolution/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data5 < 8 || isNaN(data5)){
const err20 = {instancePath:instancePath+"/resolution",schemaPath:"#/definitions/resolution/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}


function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.embed_dim === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "embed_dim"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.image === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "image"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.text === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "embed_dim") || (key0 === "image")) || (key0 === "text")) || (key0 === "init"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.embed_dim !== undefined){
let data0 = data.embed_dim;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err4 = {instancePath:instancePath+"/embed_dim",schemaPath:"#/properties/embed_dim/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 8192 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/embed_dim",schemaPath:"#/properties/embed_dim/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8192}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/embed_dim",schemaPath:"#/properties/embed_dim/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.image !== undefined){
let data1 = data.image;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.kind === undefined){
const err7 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const tag0 = data1.kind;
if(typeof tag0 == "string"){
if(tag0 === "resnet"){
if(!(validate47(data1, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
else if(tag0 === "vit"){
if(!(validate48(data1, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
else {
const err8 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.text !== undefined){
let data2 = data.text;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.layers === undefined){
const err11 = {instancePath:instancePath+"/text",schemaPath:"#/definitions/TextEncoder/required",keyword:"required",params:{missingProperty: "layers"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2.width === undefined){
const err12 = {instancePath:instancePath+"/text",schemaPath:"#/definitions/TextEncoder/required",keyword:"required",params:{missingProperty: "width"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data2){
if(!((((((key1 === "layers") || (key1 === "width")) || (key1 === "heads")) || (key1 === "context")) || (key1 === "vocabulary")) || (key1 === "truncation"))){
const err13 = {instancePath:instancePath+"/text",schemaPath:"#/definitions/TextEncoder/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.layers !== undefined){
let data3 = data2.layers;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err14 = {instancePath:instancePath+"/text/layers",schemaPath:"#/definitions/TextEncoder/properties/layers/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 128 || isNaN(data3)){
const err15 = {instancePath:instancePath+"/text/layers",schemaPath:"#/definitions/TextEncoder/properties/layers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 128}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err16 = {instancePath:instancePath+"/text/layers",schemaPath:"#/definitions/TextEncoder/properties/layers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data2.width !== undefined){
let data4 = data2.width;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err17 = {instancePath:instancePath+"/text/width",schemaPath:"#/definitions/TextEncoder/properties/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 8192 || isNaN(data4)){
const err18 = {instancePath:instancePath+"/text/width",schemaPath:"#/definitions/TextEncoder/properties/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8192}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data4 < 8 || isNaN(data4)){
const err19 = {instancePath:instancePath+"/text/width",schemaPath:"#/definitions/TextEncoder/properties/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 8}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data2.heads !== undefined){
let data5 = data2.heads;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err20 = {instancePath:instancePath+"/text/heads",schemaPath:"#/definitions/TextEncoder/properties/heads/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err21 = {instancePath:instancePath+"/text/heads",schemaPath:"#/definitions/TextEncoder/properties/heads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data2.context !== undefined){
let data6 = data2.context;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err22 = {instancePath:instancePath+"/text/context",schemaPath:"#/definitions/TextEncoder/properties/context/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 1024 || isNaN(data6)){
const err23 = {instancePath:instancePath+"/text/context",schemaPath:"#/definitions/TextEncoder/properties/context/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data6 < 3 || isNaN(data6)){
const err24 = {instancePath:instancePath+"/text/context",schemaPath:"#/definitions/TextEncoder/properties/context/minimum",keyword:"minimum",params:{comparison: ">=", limit: 3}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data2.vocabulary !== undefined){
let data7 = data2.vocabulary;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err25 = {instancePath:instancePath+"/text/vocabulary",schemaPath:"#/definitions/TextEncoder/properties/vocabulary/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 49408 || isNaN(data7)){
const err26 = {instancePath:instancePath+"/text/vocabulary",schemaPath:"#/definitions/TextEncoder/properties/vocabulary/maximum",keyword:"maximum",params:{comparison: "<=", limit: 49408}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data7 < 514 || isNaN(data7)){
const err27 = {instancePath:instancePath+"/text/vocabulary",schemaPath:"#/definitions/TextEncoder/properties/vocabulary/minimum",keyword:"minimum",params:{comparison: ">=", limit: 514}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data2.truncation !== undefined){
let data8 = data2.truncation;
if(!((data8 === "keep-end") || (data8 === "cut"))){
const err28 = {instancePath:instancePath+"/text/truncation",schemaPath:"#/definitions/TextEncoder/properties/truncation/enum",keyword:"enum",params:{allowedValues: schema79.properties.truncation.enum}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/text",schemaPath:"#/definitions/TextEncoder/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.init !== undefined){
let data9 = data.init;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
if(!((key2 === "logit_scale") || (key2 === "round_to_fp16"))){
const err30 = {instancePath:instancePath+"/init",schemaPath:"#/definitions/Init/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.logit_scale !== undefined){
let data10 = data9.logit_scale;
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 4.6052 || isNaN(data10)){
const err31 = {instancePath:instancePath+"/init/logit_scale",schemaPath:"#/definitions/Init/properties/logit_scale/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4.6052}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err32 = {instancePath:instancePath+"/init/logit_scale",schemaPath:"#/definitions/Init/properties/logit_scale/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/init/logit_scale",schemaPath:"#/definitions/Init/properties/logit_scale/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data9.round_to_fp16 !== undefined){
if(typeof data9.round_to_fp16 !== "boolean"){
const err34 = {instancePath:instancePath+"/init/round_to_fp16",schemaPath:"#/definitions/Init/properties/round_to_fp16/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/init",schemaPath:"#/definitions/Init/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}

const schema81 = {"title":"Pretrain","description":"Pre-training of the model from scratch on the (poisoned) data.","type":"object","additionalProperties":false,"required":["dataset","objective","optimizer","epochs","batch_size"],"properties":{"dataset":{"description":"Name of the data set trained on.","type":"string","x-refers-to":"datasets"},"from":{"$ref":"#/definitions/Start","description":"Start from these weights instead of fresh ones, with fresh optimizer moments and the schedule from its first step."},"objective":{"$ref":"#/definitions/Objective"},"optimizer":{"$ref":"#/definitions/Optimizer"},"schedule":{"$ref":"#/definitions/Schedule"},"augment":{"$ref":"#/definitions/Augment"},"siglip":{"$ref":"#/definitions/Siglip"},"clustering":{"$ref":"#/definitions/Clustering"},"pseudo_labels":{"$ref":"#/definitions/PseudoLabels"},"epochs":{"$ref":"#/definitions/epochs"},"batch_size":{"$ref":"#/definitions/batch_size"},"micro_batch_size":{"$ref":"#/definitions/microBatch"},"precision":{"$ref":"#/definitions/precision"},"log_every":{"$ref":"#/definitions/logEvery"},"seed":{"$ref":"#/definitions/seed"}}};
const schema87 = {"title":"Objective","description":"The training objective: a weighted sum of losses. A weight of 0 is the same as leaving the loss out.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"mmcl":{"description":"Weight of the multimodal contrastive loss (CLIP's).","type":"number","minimum":0},"ssl":{"description":"Weight of the in-modality self-supervised contrastive loss: each picture and caption against its augmented copy.","type":"number","minimum":0},"siglip":{"description":"Weight of the sigmoid loss (arXiv 2303.15343): every picture with every caption of the batch is a yes-no question. `siglip` of the section says in which form.","type":"number","minimum":0},"clustering":{"description":"Weight of deep clustering: before every epoch the embeddings of all training pictures are clustered by spherical k-means, and a linear head learns to tell a picture's cluster. `clustering` of the section has its settings.","type":"number","minimum":0},"pseudo_labels":{"description":"Weight of the cross-entropy of a linear head on the classes that a teacher gave to the training pictures. `pseudo_labels` of the section says which teacher.","type":"number","minimum":0},"supervised":{"description":"Weight of the cross-entropy of a linear head over the image features on the classes of the training data: supervised finetuning, the other method of CleanCLIP (arXiv 2303.03323). The data need classes (`label_column` of a CSV file).","type":"number","minimum":0}}};
const schema88 = {"title":"Optimizer","description":"AdamW (arXiv 1711.05101). Parameters whose name has none of bn, ln, bias, logit_scale are decayed, as in the study.","type":"object","additionalProperties":false,"required":["lr"],"properties":{"lr":{"description":"Peak learning rate.","type":"number","exclusiveMinimum":0,"maximum":10},"beta1":{"description":"Decay of the first moment.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the second moment.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"eps":{"description":"Term added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-8},"weight_decay":{"description":"Decoupled weight decay.","type":"number","minimum":0,"default":0.1}}};
const schema89 = {"title":"Schedule","description":"Linear warm-up, then a half cosine to zero at the last step.","type":"object","additionalProperties":false,"properties":{"warmup_steps":{"description":"Steps of the linear warm-up.","type":"integer","minimum":0,"default":0,"x-unit":"steps"},"step_origin":{"description":"`textbook` counts steps from 0. `study` counts them from one epoch's worth, as the study's loop did: warm-up is cut short and the last epoch runs past the end.","enum":["textbook","study"],"default":"textbook","x-study-default":"study"}},"default":{}};
const schema90 = {"title":"Augment","description":"How the augmented copies of the self-supervised loss are made. Without weight on `ssl` it has no effect.","type":"object","additionalProperties":false,"properties":{"image":{"description":"Augmentation of pictures: AutoAugment's ImageNet policy (arXiv 1805.09501), or none.","enum":["autoaugment-imagenet","none"],"default":"autoaugment-imagenet"},"text":{"description":"Augmentation of captions: EDA (arXiv 1901.11196) with WordNet synonyms, or none.","enum":["eda","none"],"default":"eda"},"text_draw":{"description":"A caption's augmented copy is drawn anew `each-epoch`, or `once` and kept as in the study.","enum":["each-epoch","once"],"default":"each-epoch","x-study-default":"once"}},"default":{}};
const schema91 = {"title":"Siglip","description":"The form of the sigmoid loss. Without weight on `siglip` it has no effect.","type":"object","additionalProperties":false,"properties":{"form":{"description":"`published`: the sum over all pairs of the batch divided by the batch size, with a learned bias (arXiv 2303.15343). `study`: the mean over all pairs, without a bias.","enum":["published","study"],"default":"published","x-study-default":"study"},"initial_bias":{"description":"What the learned bias of the published form starts from, unless the weights that training starts from have one.","type":"number","minimum":-100,"maximum":100,"default":-10}},"default":{}};
const schema92 = {"title":"Clustering","description":"Deep clustering, as the study did it: before every epoch spherical k-means over the embeddings of the un-augmented training pictures, and a fresh linear head (weights N(0, 0.01), bias 0, without weight decay); in every batch the label of a picture is the centroid nearest to its current embedding. Without weight on `clustering` it has no effect.","type":"object","additionalProperties":false,"properties":{"clusters":{"description":"Number of centroids.","type":"integer","minimum":2,"maximum":1000000,"default":1000},"iterations":{"description":"Iterations of k-means.","type":"integer","minimum":1,"maximum":10000,"default":20},"points_per_centroid":{"description":"At most this many embeddings for each centroid are clustered, drawn at random; faiss's default.","type":"integer","minimum":1,"maximum":1000000,"default":256},"embedding":{"description":"How pictures are embedded for k-means: in `evaluation` mode, all of them; or in `training` mode as the study did, where running statistics of batch norm move, in batches of `batch_size`, the last incomplete batch left out.","enum":["evaluation","training"],"default":"evaluation","x-study-default":"training"},"batch_size":{"description":"Pictures embedded at once for k-means.","type":"integer","minimum":2,"maximum":1048576,"default":256,"x-study-default":1024,"x-unit":"pictures"}},"default":{}};
const schema98 = {"description":"Passes over the training data.","type":"integer","minimum":1,"maximum":100000,"x-unit":"epochs"};
const schema99 = {"description":"Pairs of a batch. The last incomplete batch of an epoch is dropped.","type":"integer","minimum":2,"maximum":1048576,"x-unit":"pairs"};
const schema100 = {"description":"Gradient caching (arXiv 2101.06983): pairs that go through the network at once; the loss and its gradient are those of the whole batch. For a batch beyond memory. Exact for models without batch norm; with batch norm its statistics are those of each micro-batch. The default is the whole batch at once.","type":"integer","minimum":1,"maximum":1048576,"x-unit":"pairs"};
const schema101 = {"description":"Arithmetic of the training step. `bf16`: convolutions and matrix products of the encoders, and the activations between them, are in bfloat16, as in PyTorch's autocast; weights, optimizer, softmax, layer norm, batch-norm statistics, losses and all evaluation stay in float32. Faster where the processor has bfloat16 instructions (AMX, AVX512-BF16, a GPU).","enum":["fp32","bf16"],"default":"fp32"};
const schema102 = {"description":"Steps between recorded training losses.","type":"integer","minimum":1,"default":10,"x-unit":"steps"};
const schema103 = {"description":"Seed of this stage; the default is the experiment's seed.","type":"integer","minimum":0,"maximum":9007199254740991};
const schema82 = {"title":"Start","description":"Where the weights of a training come from when not from this experiment: a stage of another experiment, or a file. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/ExperimentStart"},{"$ref":"#/definitions/WeightsStart"}]};
const schema86 = {"title":"WeightsStart","description":"A file of weights: safetensors under OpenAI's names, a checkpoint of PyTorch (the study's, open_clip's), or OpenAI's archive. Its content counts, not its name. Moments start fresh unless it has some and they are asked for.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"weights","description":"A file of weights."},"path":{"description":"The file, relative to the file that names it.","type":"string","minLength":1,"x-file":"content"}}};
const schema83 = {"title":"ExperimentStart","description":"A stage of another experiment. It is done first where it is not done yet.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"experiment","description":"A stage of another experiment."},"path":{"description":"The other experiment's file, relative to the file that names it.","type":"string","minLength":1},"ablation":{"description":"The ablation that the stage is of; the default is any.","type":"string","minLength":1},"where":{"title":"Where","description":"Labels on axes of the other experiment (`pretraining: mmcl`), as many as it takes to leave one stage.","type":"object","minProperties":1,"additionalProperties":true},"stage":{"description":"Start from a pre-training, or from a model that was cleaned already.","enum":["pretrain","clean"],"default":"pretrain"},"epoch":{"$ref":"#/definitions/Checkpoint","default":"last"}}};
const schema84 = {"title":"Checkpoint","description":"The `last` epoch, the number of one, the `best` (highest top-1 accuracy), or a rule over what was measured after each epoch, in percent: `asr >= 80 and top1 >= 55, highest top1`.","oneOf":[{"enum":["last","best"]},{"type":"integer","minimum":1,"x-unit":"epoch"},{"$ref":"#/definitions/CheckpointRule"}]};
const schema85 = {"title":"CheckpointRule","description":"Conditions joined by `and`, a comma, and which of the epochs that meet them: `highest` or `lowest` of a metric, `first` or `last`.","type":"string","pattern":"\\s","x-form":"`last`, `best`, an epoch's number, or a rule (`asr >= 80, highest top1`)"};
const pattern7 = new RegExp("\\s", "u");

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(!((data === "last") || (data === "best"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema84.oneOf[0].enum}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs2 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err1 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/oneOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs4 = errors;
if(typeof data === "string"){
if(!pattern7.test(data)){
const err3 = {instancePath,schemaPath:"#/definitions/CheckpointRule/pattern",keyword:"pattern",params:{pattern: "\\s"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath,schemaPath:"#/definitions/CheckpointRule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
}
}
if(!valid0){
const err5 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate55.errors = vErrors;
return errors === 0;
}


function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "kind") || (key0 === "path")) || (key0 === "ablation")) || (key0 === "where")) || (key0 === "stage")) || (key0 === "epoch"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("experiment" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "experiment"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.ablation !== undefined){
let data2 = data.ablation;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err6 = {instancePath:instancePath+"/ablation",schemaPath:"#/properties/ablation/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/ablation",schemaPath:"#/properties/ablation/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.where !== undefined){
let data3 = data.where;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err8 = {instancePath:instancePath+"/where",schemaPath:"#/properties/where/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/where",schemaPath:"#/properties/where/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.stage !== undefined){
let data4 = data.stage;
if(!((data4 === "pretrain") || (data4 === "clean"))){
const err10 = {instancePath:instancePath+"/stage",schemaPath:"#/properties/stage/enum",keyword:"enum",params:{allowedValues: schema83.properties.stage.enum}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.epoch !== undefined){
if(!(validate55(data.epoch, {instancePath:instancePath+"/epoch",parentData:data,parentDataProperty:"epoch",rootData}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "experiment"){
if(!(validate54(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
else if(tag0 === "weights"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/definitions/WeightsStart/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.path === undefined){
const err2 = {instancePath,schemaPath:"#/definitions/WeightsStart/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "path"))){
const err3 = {instancePath,schemaPath:"#/definitions/WeightsStart/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("weights" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/WeightsStart/properties/kind/const",keyword:"const",params:{allowedValue: "weights"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/WeightsStart/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/WeightsStart/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/definitions/WeightsStart/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}

const schema93 = {"title":"PseudoLabels","description":"Classes that a teacher gives to the training pictures, once, before training. Without weight on `pseudo_labels` it has no effect.","type":"object","additionalProperties":false,"required":["teacher"],"properties":{"teacher":{"$ref":"#/definitions/Teacher"}}};
const schema94 = {"title":"Teacher","description":"Who labels the training pictures. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/CsvTeacher"},{"$ref":"#/definitions/ClipTeacher"},{"$ref":"#/definitions/SiglipTeacher"}]};
const schema96 = {"title":"CsvTeacher","description":"Ready-made labels in a CSV file, one row a picture. A label belongs to the picture that is named beside it, in whatever order the rows are.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"csv","description":"A CSV file of pictures and labels."},"path":{"description":"The CSV file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"image_column":{"description":"Name of the column that names the picture: its path as written in the data set's CSV file, or the id of an emoji drawing.","type":"string","default":"image"},"label_column":{"description":"Name of the column of labels.","type":"string","default":"label"},"delimiter":{"description":"Field separator.","type":"string","minLength":1,"maxLength":1,"default":","}}};
const schema97 = {"title":"SiglipTeacher","description":"A SigLIP model in ONNX (arXiv 2303.15343), as a folder of Hugging Face's layout: `config.json`, `preprocessor_config.json`, `tokenizer.json`, `tokenizer_config.json`, `onnx/vision_model.onnx`, `onnx/text_model.onnx`. The label of a picture is its zero-shot class among the classes of the evaluation data. Read by `@huggingface/transformers`, which `npm run bootstrap -- --with onnx` installs; nothing is fetched.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"siglip","description":"A SigLIP model's zero-shot classes."},"path":{"description":"The folder, relative to the YAML file that names it. The content of the files in it that are read, not their place, enters the keys of stages.","type":"string","minLength":1,"x-file":"contents"},"precision":{"description":"Which of the folder's towers are read: `fp32` as above, or `onnx/*_model_fp16.onnx`, `*_quantized` (q8), `*_q4`.","enum":["fp32","fp16","q8","q4"],"default":"fp32"},"templates":{"description":"Prompt templates, `{}` stands for the class; the default are the zero-shot templates of `evaluate`.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\{\\}","x-form":"a text with `{}` where the class name goes"}},"batch_size":{"description":"Pictures embedded at once.","type":"integer","minimum":1,"maximum":65536,"default":16,"x-effect":"none","x-unit":"pictures"}}};
const schema95 = {"title":"ClipTeacher","description":"A CLIP model: the label of a picture is its zero-shot class among the classes of the evaluation data.","type":"object","additionalProperties":false,"required":["kind","path"],"properties":{"kind":{"const":"clip","description":"A CLIP model's zero-shot classes."},"path":{"description":"The file of weights (safetensors, PyTorch, or OpenAI's archive), relative to the YAML file that names it. Its content, not its name, enters the keys of stages.","type":"string","minLength":1,"x-file":"content"},"model":{"$ref":"#/definitions/Model"},"templates":{"description":"Prompt templates, `{}` stands for the class; the default are the zero-shot templates of `evaluate`.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\{\\}","x-form":"a text with `{}` where the class name goes"}},"batch_size":{"description":"Pictures embedded at once.","type":"integer","minimum":1,"maximum":65536,"default":64,"x-effect":"none","x-unit":"pictures"}}};

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "path")) || (key0 === "model")) || (key0 === "templates")) || (key0 === "batch_size"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("clip" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "clip"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.model !== undefined){
if(!(validate46(data.model, {instancePath:instancePath+"/model",parentData:data,parentDataProperty:"model",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
if(data.templates !== undefined){
let data3 = data.templates;
if(Array.isArray(data3)){
if(data3.length < 1){
const err6 = {instancePath:instancePath+"/templates",schemaPath:"#/properties/templates/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err7 = {instancePath:instancePath+"/templates/" + i0,schemaPath:"#/properties/templates/items/pattern",keyword:"pattern",params:{pattern: "\\{\\}"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/templates/" + i0,schemaPath:"#/properties/templates/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/templates",schemaPath:"#/properties/templates/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.batch_size !== undefined){
let data5 = data.batch_size;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err10 = {instancePath:instancePath+"/batch_size",schemaPath:"#/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 65536 || isNaN(data5)){
const err11 = {instancePath:instancePath+"/batch_size",schemaPath:"#/properties/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/batch_size",schemaPath:"#/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}


function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "csv"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/definitions/CsvTeacher/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.path === undefined){
const err2 = {instancePath,schemaPath:"#/definitions/CsvTeacher/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "kind") || (key0 === "path")) || (key0 === "image_column")) || (key0 === "label_column")) || (key0 === "delimiter"))){
const err3 = {instancePath,schemaPath:"#/definitions/CsvTeacher/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("csv" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/CsvTeacher/properties/kind/const",keyword:"const",params:{allowedValue: "csv"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/CsvTeacher/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/CsvTeacher/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.image_column !== undefined){
if(typeof data.image_column !== "string"){
const err7 = {instancePath:instancePath+"/image_column",schemaPath:"#/definitions/CsvTeacher/properties/image_column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.label_column !== undefined){
if(typeof data.label_column !== "string"){
const err8 = {instancePath:instancePath+"/label_column",schemaPath:"#/definitions/CsvTeacher/properties/label_column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.delimiter !== undefined){
let data4 = data.delimiter;
if(typeof data4 === "string"){
if(func3(data4) > 1){
const err9 = {instancePath:instancePath+"/delimiter",schemaPath:"#/definitions/CsvTeacher/properties/delimiter/maxLength",keyword:"maxLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func3(data4) < 1){
const err10 = {instancePath:instancePath+"/delimiter",schemaPath:"#/definitions/CsvTeacher/properties/delimiter/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/delimiter",schemaPath:"#/definitions/CsvTeacher/properties/delimiter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/definitions/CsvTeacher/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else if(tag0 === "clip"){
if(!(validate61(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
else if(tag0 === "siglip"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err13 = {instancePath,schemaPath:"#/definitions/SiglipTeacher/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.path === undefined){
const err14 = {instancePath,schemaPath:"#/definitions/SiglipTeacher/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data){
if(!(((((key1 === "kind") || (key1 === "path")) || (key1 === "precision")) || (key1 === "templates")) || (key1 === "batch_size"))){
const err15 = {instancePath,schemaPath:"#/definitions/SiglipTeacher/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.kind !== undefined){
if("siglip" !== data.kind){
const err16 = {instancePath:instancePath+"/kind",schemaPath:"#/definitions/SiglipTeacher/properties/kind/const",keyword:"const",params:{allowedValue: "siglip"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.path !== undefined){
let data6 = data.path;
if(typeof data6 === "string"){
if(func3(data6) < 1){
const err17 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/SiglipTeacher/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/SiglipTeacher/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.precision !== undefined){
let data7 = data.precision;
if(!((((data7 === "fp32") || (data7 === "fp16")) || (data7 === "q8")) || (data7 === "q4"))){
const err19 = {instancePath:instancePath+"/precision",schemaPath:"#/definitions/SiglipTeacher/properties/precision/enum",keyword:"enum",params:{allowedValues: schema97.properties.precision.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.templates !== undefined){
let data8 = data.templates;
if(Array.isArray(data8)){
if(data8.length < 1){
const err20 = {instancePath:instancePath+"/templates",schemaPath:"#/definitions/SiglipTeacher/properties/templates/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
const err21 = {instancePath:instancePath+"/templates/" + i0,schemaPath:"#/definitions/SiglipTeacher/properties/templates/items/pattern",keyword:"pattern",params:{pattern: "\\{\\}"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/templates/" + i0,schemaPath:"#/definitions/SiglipTeacher/properties/templates/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/templates",schemaPath:"#/definitions/SiglipTeacher/properties/templates/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.batch_size !== undefined){
let data10 = data.batch_size;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err24 = {instancePath:instancePath+"/batch_size",schemaPath:"#/definitions/SiglipTeacher/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 65536 || isNaN(data10)){
const err25 = {instancePath:instancePath+"/batch_size",schemaPath:"#/definitions/SiglipTeacher/properties/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err26 = {instancePath:instancePath+"/batch_size",schemaPath:"#/definitions/SiglipTeacher/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/definitions/SiglipTeacher/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}


function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.teacher === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "teacher"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "teacher")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.teacher !== undefined){
if(!(validate60(data.teacher, {instancePath:instancePath+"/teacher",parentData:data,parentDataProperty:"teacher",rootData}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate59.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.objective === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "objective"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.optimizer === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "optimizer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.epochs === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "epochs"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.batch_size === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "batch_size"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema81.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.dataset !== undefined){
if(typeof data.dataset !== "string"){
const err6 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.from !== undefined){
if(!(validate53(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.objective !== undefined){
let data2 = data.objective;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
const err7 = {instancePath:instancePath+"/objective",schemaPath:"#/definitions/Objective/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data2){
if(!((((((key1 === "mmcl") || (key1 === "ssl")) || (key1 === "siglip")) || (key1 === "clustering")) || (key1 === "pseudo_labels")) || (key1 === "supervised"))){
const err8 = {instancePath:instancePath+"/objective",schemaPath:"#/definitions/Objective/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.mmcl !== undefined){
let data3 = data2.mmcl;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/objective/mmcl",schemaPath:"#/definitions/Objective/properties/mmcl/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/objective/mmcl",schemaPath:"#/definitions/Objective/properties/mmcl/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.ssl !== undefined){
let data4 = data2.ssl;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/objective/ssl",schemaPath:"#/definitions/Objective/properties/ssl/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/objective/ssl",schemaPath:"#/definitions/Objective/properties/ssl/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.siglip !== undefined){
let data5 = data2.siglip;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/objective/siglip",schemaPath:"#/definitions/Objective/properties/siglip/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/objective/siglip",schemaPath:"#/definitions/Objective/properties/siglip/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.clustering !== undefined){
let data6 = data2.clustering;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/objective/clustering",schemaPath:"#/definitions/Objective/properties/clustering/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/objective/clustering",schemaPath:"#/definitions/Objective/properties/clustering/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.pseudo_labels !== undefined){
let data7 = data2.pseudo_labels;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/objective/pseudo_labels",schemaPath:"#/definitions/Objective/properties/pseudo_labels/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/objective/pseudo_labels",schemaPath:"#/definitions/Objective/properties/pseudo_labels/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data2.supervised !== undefined){
let data8 = data2.supervised;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err19 = {instancePath:instancePath+"/objective/supervised",schemaPath:"#/definitions/Objective/properties/supervised/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/objective/supervised",schemaPath:"#/definitions/Objective/properties/supervised/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/objective",schemaPath:"#/definitions/Objective/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.optimizer !== undefined){
let data9 = data.optimizer;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.lr === undefined){
const err22 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/Optimizer/required",keyword:"required",params:{missingProperty: "lr"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key2 in data9){
if(!(((((key2 === "lr") || (key2 === "beta1")) || (key2 === "beta2")) || (key2 === "eps")) || (key2 === "weight_decay"))){
const err23 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/Optimizer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data9.lr !== undefined){
let data10 = data9.lr;
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 10 || isNaN(data10)){
const err24 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/Optimizer/properties/lr/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data10 <= 0 || isNaN(data10)){
const err25 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/Optimizer/properties/lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/Optimizer/properties/lr/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data9.beta1 !== undefined){
let data11 = data9.beta1;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/optimizer/beta1",schemaPath:"#/definitions/Optimizer/properties/beta1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data11 >= 1 || isNaN(data11)){
const err28 = {instancePath:instancePath+"/optimizer/beta1",schemaPath:"#/definitions/Optimizer/properties/beta1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/optimizer/beta1",schemaPath:"#/definitions/Optimizer/properties/beta1/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data9.beta2 !== undefined){
let data12 = data9.beta2;
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err30 = {instancePath:instancePath+"/optimizer/beta2",schemaPath:"#/definitions/Optimizer/properties/beta2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data12 >= 1 || isNaN(data12)){
const err31 = {instancePath:instancePath+"/optimizer/beta2",schemaPath:"#/definitions/Optimizer/properties/beta2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/optimizer/beta2",schemaPath:"#/definitions/Optimizer/properties/beta2/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data9.eps !== undefined){
let data13 = data9.eps;
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 <= 0 || isNaN(data13)){
const err33 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/Optimizer/properties/eps/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/Optimizer/properties/eps/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data9.weight_decay !== undefined){
let data14 = data9.weight_decay;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
const err35 = {instancePath:instancePath+"/optimizer/weight_decay",schemaPath:"#/definitions/Optimizer/properties/weight_decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/optimizer/weight_decay",schemaPath:"#/definitions/Optimizer/properties/weight_decay/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/Optimizer/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.schedule !== undefined){
let data15 = data.schedule;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key3 in data15){
if(!((key3 === "warmup_steps") || (key3 === "step_origin"))){
const err38 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/Schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data15.warmup_steps !== undefined){
let data16 = data15.warmup_steps;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err39 = {instancePath:instancePath+"/schedule/warmup_steps",schemaPath:"#/definitions/Schedule/properties/warmup_steps/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
const err40 = {instancePath:instancePath+"/schedule/warmup_steps",schemaPath:"#/definitions/Schedule/properties/warmup_steps/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data15.step_origin !== undefined){
let data17 = data15.step_origin;
if(!((data17 === "textbook") || (data17 === "study"))){
const err41 = {instancePath:instancePath+"/schedule/step_origin",schemaPath:"#/definitions/Schedule/properties/step_origin/enum",keyword:"enum",params:{allowedValues: schema89.properties.step_origin.enum}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/Schedule/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.augment !== undefined){
let data18 = data.augment;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key4 in data18){
if(!(((key4 === "image") || (key4 === "text")) || (key4 === "text_draw"))){
const err43 = {instancePath:instancePath+"/augment",schemaPath:"#/definitions/Augment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data18.image !== undefined){
let data19 = data18.image;
if(!((data19 === "autoaugment-imagenet") || (data19 === "none"))){
const err44 = {instancePath:instancePath+"/augment/image",schemaPath:"#/definitions/Augment/properties/image/enum",keyword:"enum",params:{allowedValues: schema90.properties.image.enum}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data18.text !== undefined){
let data20 = data18.text;
if(!((data20 === "eda") || (data20 === "none"))){
const err45 = {instancePath:instancePath+"/augment/text",schemaPath:"#/definitions/Augment/properties/text/enum",keyword:"enum",params:{allowedValues: schema90.properties.text.enum}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data18.text_draw !== undefined){
let data21 = data18.text_draw;
if(!((data21 === "each-epoch") || (data21 === "once"))){
const err46 = {instancePath:instancePath+"/augment/text_draw",schemaPath:"#/definitions/Augment/properties/text_draw/enum",keyword:"enum",params:{allowedValues: schema90.properties.text_draw.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/augment",schemaPath:"#/definitions/Augment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.siglip !== undefined){
let data22 = data.siglip;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key5 in data22){
if(!((key5 === "form") || (key5 === "initial_bias"))){
const err48 = {instancePath:instancePath+"/siglip",schemaPath:"#/definitions/Siglip/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data22.form !== undefined){
let data23 = data22.form;
if(!((data23 === "published") || (data23 === "study"))){
const err49 = {instancePath:instancePath+"/siglip/form",schemaPath:"#/definitions/Siglip/properties/form/enum",keyword:"enum",params:{allowedValues: schema91.properties.form.enum}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data22.initial_bias !== undefined){
let data24 = data22.initial_bias;
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 100 || isNaN(data24)){
const err50 = {instancePath:instancePath+"/siglip/initial_bias",schemaPath:"#/definitions/Siglip/properties/initial_bias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data24 < -100 || isNaN(data24)){
const err51 = {instancePath:instancePath+"/siglip/initial_bias",schemaPath:"#/definitions/Siglip/properties/initial_bias/minimum",keyword:"minimum",params:{comparison: ">=", limit: -100}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/siglip/initial_bias",schemaPath:"#/definitions/Siglip/properties/initial_bias/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/siglip",schemaPath:"#/definitions/Siglip/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.clustering !== undefined){
let data25 = data.clustering;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key6 in data25){
if(!(((((key6 === "clusters") || (key6 === "iterations")) || (key6 === "points_per_centroid")) || (key6 === "embedding")) || (key6 === "batch_size"))){
const err54 = {instancePath:instancePath+"/clustering",schemaPath:"#/definitions/Clustering/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data25.clusters !== undefined){
let data26 = data25.clusters;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err55 = {instancePath:instancePath+"/clustering/clusters",schemaPath:"#/definitions/Clustering/properties/clusters/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 1000000 || isNaN(data26)){
const err56 = {instancePath:instancePath+"/clustering/clusters",schemaPath:"#/definitions/Clustering/properties/clusters/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data26 < 2 || isNaN(data26)){
const err57 = {instancePath:instancePath+"/clustering/clusters",schemaPath:"#/definitions/Clustering/properties/clusters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
if(data25.iterations !== undefined){
let data27 = data25.iterations;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err58 = {instancePath:instancePath+"/clustering/iterations",schemaPath:"#/definitions/Clustering/properties/iterations/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 10000 || isNaN(data27)){
const err59 = {instancePath:instancePath+"/clustering/iterations",schemaPath:"#/definitions/Clustering/properties/iterations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data27 < 1 || isNaN(data27)){
const err60 = {instancePath:instancePath+"/clustering/iterations",schemaPath:"#/definitions/Clustering/properties/iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data25.points_per_centroid !== undefined){
let data28 = data25.points_per_centroid;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err61 = {instancePath:instancePath+"/clustering/points_per_centroid",schemaPath:"#/definitions/Clustering/properties/points_per_centroid/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 1000000 || isNaN(data28)){
const err62 = {instancePath:instancePath+"/clustering/points_per_centroid",schemaPath:"#/definitions/Clustering/properties/points_per_centroid/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data28 < 1 || isNaN(data28)){
const err63 = {instancePath:instancePath+"/clustering/points_per_centroid",schemaPath:"#/definitions/Clustering/properties/points_per_centroid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data25.embedding !== undefined){
let data29 = data25.embedding;
if(!((data29 === "evaluation") || (data29 === "training"))){
const err64 = {instancePath:instancePath+"/clustering/embedding",schemaPath:"#/definitions/Clustering/properties/embedding/enum",keyword:"enum",params:{allowedValues: schema92.properties.embedding.enum}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data25.batch_size !== undefined){
let data30 = data25.batch_size;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err65 = {instancePath:instancePath+"/clustering/batch_size",schemaPath:"#/definitions/Clustering/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 1048576 || isNaN(data30)){
const err66 = {instancePath:instancePath+"/clustering/batch_size",schemaPath:"#/definitions/Clustering/properties/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data30 < 2 || isNaN(data30)){
const err67 = {instancePath:instancePath+"/clustering/batch_size",schemaPath:"#/definitions/Clustering/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
}
else {
const err68 = {instancePath:instancePath+"/clustering",schemaPath:"#/definitions/Clustering/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data.pseudo_labels !== undefined){
if(!(validate59(data.pseudo_labels, {instancePath:instancePath+"/pseudo_labels",parentData:data,parentDataProperty:"pseudo_labels",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.epochs !== undefined){
let data32 = data.epochs;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err69 = {instancePath:instancePath+"/epochs",schemaPath:"#/definitions/epochs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 100000 || isNaN(data32)){
const err70 = {instancePath:instancePath+"/epochs",schemaPath:"#/definitions/epochs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data32 < 1 || isNaN(data32)){
const err71 = {instancePath:instancePath+"/epochs",schemaPath:"#/definitions/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
if(data.batch_size !== undefined){
let data33 = data.batch_size;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err72 = {instancePath:instancePath+"/batch_size",schemaPath:"#/definitions/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 1048576 || isNaN(data33)){
const err73 = {instancePath:instancePath+"/batch_size",schemaPath:"#/definitions/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data33 < 2 || isNaN(data33)){
const err74 = {instancePath:instancePath+"/batch_size",schemaPath:"#/definitions/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
if(data.micro_batch_size !== undefined){
let data34 = data.micro_batch_size;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err75 = {instancePath:instancePath+"/micro_batch_size",schemaPath:"#/definitions/microBatch/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 1048576 || isNaN(data34)){
const err76 = {instancePath:instancePath+"/micro_batch_size",schemaPath:"#/definitions/microBatch/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data34 < 1 || isNaN(data34)){
const err77 = {instancePath:instancePath+"/micro_batch_size",schemaPath:"#/definitions/microBatch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
if(data.precision !== undefined){
let data35 = data.precision;
if(!((data35 === "fp32") || (data35 === "bf16"))){
const err78 = {instancePath:instancePath+"/precision",schemaPath:"#/definitions/precision/enum",keyword:"enum",params:{allowedValues: schema101.enum}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data.log_every !== undefined){
let data36 = data.log_every;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err79 = {instancePath:instancePath+"/log_every",schemaPath:"#/definitions/logEvery/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 1 || isNaN(data36)){
const err80 = {instancePath:instancePath+"/log_every",schemaPath:"#/definitions/logEvery/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
if(data.seed !== undefined){
let data37 = data.seed;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err81 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 9007199254740991 || isNaN(data37)){
const err82 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data37 < 0 || isNaN(data37)){
const err83 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
}
else {
const err84 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}

const schema104 = {"title":"Clean","description":"Cleaning: finetuning the pre-trained model on clean pairs. With weights on both `mmcl` and `ssl` this is CleanCLIP (arXiv 2303.03323).","type":"object","additionalProperties":false,"required":["data","objective","optimizer","epochs","batch_size"],"properties":{"from":{"description":"The model that is cleaned. Of this experiment's pre-training: the `last` epoch, an epoch's number, the `best`, or a rule (see Checkpoint). Or a stage of another experiment, or a file of weights; then nothing is pre-trained here.","default":"last","oneOf":[{"enum":["last","best"]},{"type":"integer","minimum":1,"x-unit":"epoch"},{"$ref":"#/definitions/CheckpointRule"},{"$ref":"#/definitions/Start"}]},"data":{"title":"CleaningData","description":"The cleaning set: pairs drawn from the pre-training data, poisoned pairs excluded.","type":"object","additionalProperties":false,"required":["size"],"properties":{"dataset":{"description":"Name of the data set that the pairs are drawn from; the default is the one pre-trained on.","type":"string","x-refers-to":"datasets"},"size":{"description":"Pairs in the cleaning set.","type":"integer","minimum":2,"x-unit":"pairs"},"poisons":{"description":"Pairs of the cleaning set that are poisoned, by the same attack: what an imperfect filter would leave.","type":"integer","minimum":0,"default":0,"x-unit":"pairs"},"seed":{"$ref":"#/definitions/seed"}}},"optimizer_state":{"description":"Start with `fresh` optimizer moments, or with those `kept` from pre-training as the study did. The options of the optimizer (learning rate, weight decay) are always the ones written here.","enum":["fresh","kept"],"default":"fresh","x-study-default":"kept"},"shrink_and_perturb":{"title":"ShrinkAndPerturb","description":"Shrink and perturb (arXiv 1910.08475) before cleaning: every parameter becomes shrink * trained + perturb * fresh, where `fresh` is a new random initialisation of the model. Statistics of batch norm stay.","type":"object","additionalProperties":false,"required":["shrink","perturb"],"properties":{"shrink":{"description":"Factor of the trained parameters.","type":"number","minimum":0,"maximum":1},"perturb":{"description":"Factor of the fresh parameters.","type":"number","minimum":0,"maximum":1}}},"objective":{"$ref":"#/definitions/Objective"},"optimizer":{"$ref":"#/definitions/Optimizer"},"schedule":{"$ref":"#/definitions/Schedule"},"augment":{"$ref":"#/definitions/Augment"},"siglip":{"$ref":"#/definitions/Siglip"},"clustering":{"$ref":"#/definitions/Clustering"},"pseudo_labels":{"$ref":"#/definitions/PseudoLabels"},"epochs":{"$ref":"#/definitions/epochs"},"batch_size":{"$ref":"#/definitions/batch_size"},"micro_batch_size":{"$ref":"#/definitions/microBatch"},"precision":{"$ref":"#/definitions/precision"},"log_every":{"$ref":"#/definitions/logEvery"},"seed":{"$ref":"#/definitions/seed"}}};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "data"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.objective === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "objective"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.optimizer === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "optimizer"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.epochs === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "epochs"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.batch_size === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "batch_size"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema104.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.from !== undefined){
let data0 = data.from;
const _errs3 = errors;
let valid1 = false;
let passing0 = null;
const _errs4 = errors;
if(!((data0 === "last") || (data0 === "best"))){
const err6 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema104.properties.from.oneOf[0].enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs4 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs5 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err7 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/oneOf/1/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
const err8 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/oneOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
const _errs7 = errors;
if(typeof data0 === "string"){
if(!pattern7.test(data0)){
const err9 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/CheckpointRule/pattern",keyword:"pattern",params:{pattern: "\\s"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/from",schemaPath:"#/definitions/CheckpointRule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs7 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid1 = true;
passing0 = 2;
}
const _errs10 = errors;
if(!(validate53(data0, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var _valid0 = _errs10 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid1 = true;
passing0 = 3;
}
}
}
}
if(!valid1){
const err11 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.data !== undefined){
let data1 = data.data;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.size === undefined){
const err12 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "size"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data1){
if(!((((key1 === "dataset") || (key1 === "size")) || (key1 === "poisons")) || (key1 === "seed"))){
const err13 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data1.dataset !== undefined){
if(typeof data1.dataset !== "string"){
const err14 = {instancePath:instancePath+"/data/dataset",schemaPath:"#/properties/data/properties/dataset/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data1.size !== undefined){
let data3 = data1.size;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err15 = {instancePath:instancePath+"/data/size",schemaPath:"#/properties/data/properties/size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 2 || isNaN(data3)){
const err16 = {instancePath:instancePath+"/data/size",schemaPath:"#/properties/data/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data1.poisons !== undefined){
let data4 = data1.poisons;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err17 = {instancePath:instancePath+"/data/poisons",schemaPath:"#/properties/data/properties/poisons/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err18 = {instancePath:instancePath+"/data/poisons",schemaPath:"#/properties/data/properties/poisons/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data1.seed !== undefined){
let data5 = data1.seed;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err19 = {instancePath:instancePath+"/data/seed",schemaPath:"#/definitions/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9007199254740991 || isNaN(data5)){
const err20 = {instancePath:instancePath+"/data/seed",schemaPath:"#/definitions/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err21 = {instancePath:instancePath+"/data/seed",schemaPath:"#/definitions/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
else {
const err22 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.optimizer_state !== undefined){
let data6 = data.optimizer_state;
if(!((data6 === "fresh") || (data6 === "kept"))){
const err23 = {instancePath:instancePath+"/optimizer_state",schemaPath:"#/properties/optimizer_state/enum",keyword:"enum",params:{allowedValues: schema104.properties.optimizer_state.enum}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.shrink_and_perturb !== undefined){
let data7 = data.shrink_and_perturb;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.shrink === undefined){
const err24 = {instancePath:instancePath+"/shrink_and_perturb",schemaPath:"#/properties/shrink_and_perturb/required",keyword:"required",params:{missingProperty: "shrink"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data7.perturb === undefined){
const err25 = {instancePath:instancePath+"/shrink_and_perturb",schemaPath:"#/properties/shrink_and_perturb/required",keyword:"required",params:{missingProperty: "perturb"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key2 in data7){
if(!((key2 === "shrink") || (key2 === "perturb"))){
const err26 = {instancePath:instancePath+"/shrink_and_perturb",schemaPath:"#/properties/shrink_and_perturb/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data7.shrink !== undefined){
let data8 = data7.shrink;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 1 || isNaN(data8)){
const err27 = {instancePath:instancePath+"/shrink_and_perturb/shrink",schemaPath:"#/properties/shrink_and_perturb/properties/shrink/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err28 = {instancePath:instancePath+"/shrink_and_perturb/shrink",schemaPath:"#/properties/shrink_and_perturb/properties/shrink/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/shrink_and_perturb/shrink",schemaPath:"#/properties/shrink_and_perturb/properties/shrink/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data7.perturb !== undefined){
let data9 = data7.perturb;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 1 || isNaN(data9)){
const err30 = {instancePath:instancePath+"/shrink_and_perturb/perturb",schemaPath:"#/properties/shrink_and_perturb/properties/perturb/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err31 = {instancePath:instancePath+"/shrink_and_perturb/perturb",schemaPath:"#/properties/shrink_and_perturb/properties/perturb/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/shrink_and_perturb/perturb",schemaPath:"#/properties/shrink_and_perturb/properties/perturb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/shrink_and_perturb",schemaPath:"#/properties/shrink_and_perturb/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.objective !== undefined){
let data10 = data.objective;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length < 1){
const err34 = {instancePath:instancePath+"/objective",schemaPath:"#/definitions/Objective/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
for(const key3 in data10){
if(!((((((key3 === "mmcl") || (key3 === "ssl")) || (key3 === "siglip")) || (key3 === "clustering")) || (key3 === "pseudo_labels")) || (key3 === "supervised"))){
const err35 = {instancePath:instancePath+"/objective",schemaPath:"#/definitions/Objective/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data10.mmcl !== undefined){
let data11 = data10.mmcl;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err36 = {instancePath:instancePath+"/objective/mmcl",schemaPath:"#/definitions/Objective/properties/mmcl/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/objective/mmcl",schemaPath:"#/definitions/Objective/properties/mmcl/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data10.ssl !== undefined){
let data12 = data10.ssl;
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err38 = {instancePath:instancePath+"/objective/ssl",schemaPath:"#/definitions/Objective/properties/ssl/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/objective/ssl",schemaPath:"#/definitions/Objective/properties/ssl/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data10.siglip !== undefined){
let data13 = data10.siglip;
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 0 || isNaN(data13)){
const err40 = {instancePath:instancePath+"/objective/siglip",schemaPath:"#/definitions/Objective/properties/siglip/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/objective/siglip",schemaPath:"#/definitions/Objective/properties/siglip/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data10.clustering !== undefined){
let data14 = data10.clustering;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
const err42 = {instancePath:instancePath+"/objective/clustering",schemaPath:"#/definitions/Objective/properties/clustering/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/objective/clustering",schemaPath:"#/definitions/Objective/properties/clustering/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data10.pseudo_labels !== undefined){
let data15 = data10.pseudo_labels;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err44 = {instancePath:instancePath+"/objective/pseudo_labels",schemaPath:"#/definitions/Objective/properties/pseudo_labels/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/objective/pseudo_labels",schemaPath:"#/definitions/Objective/properties/pseudo_labels/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data10.supervised !== undefined){
let data16 = data10.supervised;
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
const err46 = {instancePath:instancePath+"/objective/supervised",schemaPath:"#/definitions/Objective/properties/supervised/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/objective/supervised",schemaPath:"#/definitions/Objective/properties/supervised/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/objective",schemaPath:"#/definitions/Objective/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.optimizer !== undefined){
let data17 = data.optimizer;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.lr === undefined){
const err49 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/Optimizer/required",keyword:"required",params:{missingProperty: "lr"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
for(const key4 in data17){
if(!(((((key4 === "lr") || (key4 === "beta1")) || (key4 === "beta2")) || (key4 === "eps")) || (key4 === "weight_decay"))){
const err50 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/Optimizer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data17.lr !== undefined){
let data18 = data17.lr;
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 10 || isNaN(data18)){
const err51 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/Optimizer/properties/lr/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data18 <= 0 || isNaN(data18)){
const err52 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/Optimizer/properties/lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/optimizer/lr",schemaPath:"#/definitions/Optimizer/properties/lr/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data17.beta1 !== undefined){
let data19 = data17.beta1;
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err54 = {instancePath:instancePath+"/optimizer/beta1",schemaPath:"#/definitions/Optimizer/properties/beta1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data19 >= 1 || isNaN(data19)){
const err55 = {instancePath:instancePath+"/optimizer/beta1",schemaPath:"#/definitions/Optimizer/properties/beta1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/optimizer/beta1",schemaPath:"#/definitions/Optimizer/properties/beta1/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data17.beta2 !== undefined){
let data20 = data17.beta2;
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
const err57 = {instancePath:instancePath+"/optimizer/beta2",schemaPath:"#/definitions/Optimizer/properties/beta2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data20 >= 1 || isNaN(data20)){
const err58 = {instancePath:instancePath+"/optimizer/beta2",schemaPath:"#/definitions/Optimizer/properties/beta2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/optimizer/beta2",schemaPath:"#/definitions/Optimizer/properties/beta2/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data17.eps !== undefined){
let data21 = data17.eps;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 <= 0 || isNaN(data21)){
const err60 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/Optimizer/properties/eps/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/optimizer/eps",schemaPath:"#/definitions/Optimizer/properties/eps/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data17.weight_decay !== undefined){
let data22 = data17.weight_decay;
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err62 = {instancePath:instancePath+"/optimizer/weight_decay",schemaPath:"#/definitions/Optimizer/properties/weight_decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/optimizer/weight_decay",schemaPath:"#/definitions/Optimizer/properties/weight_decay/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/optimizer",schemaPath:"#/definitions/Optimizer/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.schedule !== undefined){
let data23 = data.schedule;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key5 in data23){
if(!((key5 === "warmup_steps") || (key5 === "step_origin"))){
const err65 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/Schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data23.warmup_steps !== undefined){
let data24 = data23.warmup_steps;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err66 = {instancePath:instancePath+"/schedule/warmup_steps",schemaPath:"#/definitions/Schedule/properties/warmup_steps/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
const err67 = {instancePath:instancePath+"/schedule/warmup_steps",schemaPath:"#/definitions/Schedule/properties/warmup_steps/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
if(data23.step_origin !== undefined){
let data25 = data23.step_origin;
if(!((data25 === "textbook") || (data25 === "study"))){
const err68 = {instancePath:instancePath+"/schedule/step_origin",schemaPath:"#/definitions/Schedule/properties/step_origin/enum",keyword:"enum",params:{allowedValues: schema89.properties.step_origin.enum}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/schedule",schemaPath:"#/definitions/Schedule/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data.augment !== undefined){
let data26 = data.augment;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key6 in data26){
if(!(((key6 === "image") || (key6 === "text")) || (key6 === "text_draw"))){
const err70 = {instancePath:instancePath+"/augment",schemaPath:"#/definitions/Augment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data26.image !== undefined){
let data27 = data26.image;
if(!((data27 === "autoaugment-imagenet") || (data27 === "none"))){
const err71 = {instancePath:instancePath+"/augment/image",schemaPath:"#/definitions/Augment/properties/image/enum",keyword:"enum",params:{allowedValues: schema90.properties.image.enum}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data26.text !== undefined){
let data28 = data26.text;
if(!((data28 === "eda") || (data28 === "none"))){
const err72 = {instancePath:instancePath+"/augment/text",schemaPath:"#/definitions/Augment/properties/text/enum",keyword:"enum",params:{allowedValues: schema90.properties.text.enum}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data26.text_draw !== undefined){
let data29 = data26.text_draw;
if(!((data29 === "each-epoch") || (data29 === "once"))){
const err73 = {instancePath:instancePath+"/augment/text_draw",schemaPath:"#/definitions/Augment/properties/text_draw/enum",keyword:"enum",params:{allowedValues: schema90.properties.text_draw.enum}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/augment",schemaPath:"#/definitions/Augment/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.siglip !== undefined){
let data30 = data.siglip;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key7 in data30){
if(!((key7 === "form") || (key7 === "initial_bias"))){
const err75 = {instancePath:instancePath+"/siglip",schemaPath:"#/definitions/Siglip/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data30.form !== undefined){
let data31 = data30.form;
if(!((data31 === "published") || (data31 === "study"))){
const err76 = {instancePath:instancePath+"/siglip/form",schemaPath:"#/definitions/Siglip/properties/form/enum",keyword:"enum",params:{allowedValues: schema91.properties.form.enum}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data30.initial_bias !== undefined){
let data32 = data30.initial_bias;
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 100 || isNaN(data32)){
const err77 = {instancePath:instancePath+"/siglip/initial_bias",schemaPath:"#/definitions/Siglip/properties/initial_bias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data32 < -100 || isNaN(data32)){
const err78 = {instancePath:instancePath+"/siglip/initial_bias",schemaPath:"#/definitions/Siglip/properties/initial_bias/minimum",keyword:"minimum",params:{comparison: ">=", limit: -100}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/siglip/initial_bias",schemaPath:"#/definitions/Siglip/properties/initial_bias/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/siglip",schemaPath:"#/definitions/Siglip/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data.clustering !== undefined){
let data33 = data.clustering;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key8 in data33){
if(!(((((key8 === "clusters") || (key8 === "iterations")) || (key8 === "points_per_centroid")) || (key8 === "embedding")) || (key8 === "batch_size"))){
const err81 = {instancePath:instancePath+"/clustering",schemaPath:"#/definitions/Clustering/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data33.clusters !== undefined){
let data34 = data33.clusters;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err82 = {instancePath:instancePath+"/clustering/clusters",schemaPath:"#/definitions/Clustering/properties/clusters/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 1000000 || isNaN(data34)){
const err83 = {instancePath:instancePath+"/clustering/clusters",schemaPath:"#/definitions/Clustering/properties/clusters/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(data34 < 2 || isNaN(data34)){
const err84 = {instancePath:instancePath+"/clustering/clusters",schemaPath:"#/definitions/Clustering/properties/clusters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
if(data33.iterations !== undefined){
let data35 = data33.iterations;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err85 = {instancePath:instancePath+"/clustering/iterations",schemaPath:"#/definitions/Clustering/properties/iterations/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 10000 || isNaN(data35)){
const err86 = {instancePath:instancePath+"/clustering/iterations",schemaPath:"#/definitions/Clustering/properties/iterations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(data35 < 1 || isNaN(data35)){
const err87 = {instancePath:instancePath+"/clustering/iterations",schemaPath:"#/definitions/Clustering/properties/iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
if(data33.points_per_centroid !== undefined){
let data36 = data33.points_per_centroid;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err88 = {instancePath:instancePath+"/clustering/points_per_centroid",schemaPath:"#/definitions/Clustering/properties/points_per_centroid/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 1000000 || isNaN(data36)){
const err89 = {instancePath:instancePath+"/clustering/points_per_centroid",schemaPath:"#/definitions/Clustering/properties/points_per_centroid/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data36 < 1 || isNaN(data36)){
const err90 = {instancePath:instancePath+"/clustering/points_per_centroid",schemaPath:"#/definitions/Clustering/properties/points_per_centroid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
if(data33.embedding !== undefined){
let data37 = data33.embedding;
if(!((data37 === "evaluation") || (data37 === "training"))){
const err91 = {instancePath:instancePath+"/clustering/embedding",schemaPath:"#/definitions/Clustering/properties/embedding/enum",keyword:"enum",params:{allowedValues: schema92.properties.embedding.enum}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data33.batch_size !== undefined){
let data38 = data33.batch_size;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err92 = {instancePath:instancePath+"/clustering/batch_size",schemaPath:"#/definitions/Clustering/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 1048576 || isNaN(data38)){
const err93 = {instancePath:instancePath+"/clustering/batch_size",schemaPath:"#/definitions/Clustering/properties/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data38 < 2 || isNaN(data38)){
const err94 = {instancePath:instancePath+"/clustering/batch_size",schemaPath:"#/definitions/Clustering/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
}
else {
const err95 = {instancePath:instancePath+"/clustering",schemaPath:"#/definitions/Clustering/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data.pseudo_labels !== undefined){
if(!(validate59(data.pseudo_labels, {instancePath:instancePath+"/pseudo_labels",parentData:data,parentDataProperty:"pseudo_labels",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.epochs !== undefined){
let data40 = data.epochs;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err96 = {instancePath:instancePath+"/epochs",schemaPath:"#/definitions/epochs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 > 100000 || isNaN(data40)){
const err97 = {instancePath:instancePath+"/epochs",schemaPath:"#/definitions/epochs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data40 < 1 || isNaN(data40)){
const err98 = {instancePath:instancePath+"/epochs",schemaPath:"#/definitions/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
if(data.batch_size !== undefined){
let data41 = data.batch_size;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err99 = {instancePath:instancePath+"/batch_size",schemaPath:"#/definitions/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 1048576 || isNaN(data41)){
const err100 = {instancePath:instancePath+"/batch_size",schemaPath:"#/definitions/batch_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data41 < 2 || isNaN(data41)){
const err101 = {instancePath:instancePath+"/batch_size",schemaPath:"#/definitions/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
if(data.micro_batch_size !== undefined){
let data42 = data.micro_batch_size;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err102 = {instancePath:instancePath+"/micro_batch_size",schemaPath:"#/definitions/microBatch/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 > 1048576 || isNaN(data42)){
const err103 = {instancePath:instancePath+"/micro_batch_size",schemaPath:"#/definitions/microBatch/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data42 < 1 || isNaN(data42)){
const err104 = {instancePath:instancePath+"/micro_batch_size",schemaPath:"#/definitions/microBatch/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
if(data.precision !== undefined){
let data43 = data.precision;
if(!((data43 === "fp32") || (data43 === "bf16"))){
const err105 = {instancePath:instancePath+"/precision",schemaPath:"#/definitions/precision/enum",keyword:"enum",params:{allowedValues: schema101.enum}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data.log_every !== undefined){
let data44 = data.log_every;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err106 = {instancePath:instancePath+"/log_every",schemaPath:"#/definitions/logEvery/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 1 || isNaN(data44)){
const err107 = {instancePath:instancePath+"/log_every",schemaPath:"#/definitions/logEvery/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
if(data.seed !== undefined){
let data45 = data.seed;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err108 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 9007199254740991 || isNaN(data45)){
const err109 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data45 < 0 || isNaN(data45)){
const err110 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
}
else {
const err111 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}

const schema119 = {"title":"Evaluate","description":"What is measured before training and after every epoch: zero-shot accuracy on clean pictures, and the attack success rate on triggered ones.","type":"object","additionalProperties":false,"required":["dataset","templates"],"properties":{"dataset":{"description":"Name of the labelled data set that is classified.","type":"string","x-refers-to":"datasets"},"templates":{"description":"Prompt templates of the zero-shot classifier, `{}` stands for the class name: the embeddings of all templates of a class are averaged.","type":"array","minItems":1,"items":{"type":"string","pattern":"\\{\\}","x-form":"a text with `{}` where the class name goes"}},"top_k":{"description":"The k of top-k accuracy and top-k attack success rate.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"integer","minimum":1},"default":[1,5]},"asr":{"title":"Asr","description":"The attack success rate: share of triggered pictures of other classes whose k best classes include the target.","type":"object","additionalProperties":false,"properties":{"trigger":{"$ref":"#/definitions/Trigger","description":"Trigger put on the test pictures; the default is the trigger of `poison`."},"target":{"description":"The target class; the default is the target of `poison`.","type":"string"},"copies":{"description":"Triggered copies of each test picture, each with its own place and noise.","type":"integer","minimum":1,"maximum":1000,"default":1,"x-unit":"copies"},"redraw":{"description":"Draw trigger places and noise anew at every evaluation, as the study did; by default every evaluation sees the same triggered pictures.","type":"boolean","default":false,"x-study-default":true},"also":{"description":"Further numbers on triggered pictures, which are often taken for the attack success rate. `triggered-accuracy`: share of triggered pictures, those of the target too, whose k best classes include their own (`triggered_accuracy.topK`). `target-share`: share of all triggered pictures, those of the target too, whose k best classes include the target (`target_share.topK`). `false-alarm`: share of clean pictures of other classes whose k best classes include the target (`false_alarm.topK`): what the attack success rate would be without any trigger.","type":"array","uniqueItems":true,"items":{"enum":["triggered-accuracy","target-share","false-alarm"]}}},"default":{}},"batch_size":{"description":"Pictures embedded at once.","type":"integer","minimum":1,"default":100,"x-effect":"none","x-unit":"pictures"},"every_steps":{"description":"Measure also inside an epoch, after every so many steps of the training; such points have a fractional epoch. By default only the start and the ends of epochs are measured.","type":"integer","minimum":1,"x-unit":"steps"},"selection":{"description":"Share of the test pictures that is set apart for choosing among models: its numbers are called `selection.accuracy.topK` and `selection.asr.topK`, and `accuracy` and `asr` are of the other pictures alone. Who chooses the best of many models on the pictures that are reported, as the study does, reports too good a number.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1},"superclasses":{"description":"Superclasses by name, each with its classes: `superclass_accuracy.top1` takes a mistake inside a superclass for right. Pictures of classes that are in none are left out.","type":"object","minProperties":1,"additionalProperties":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string"}}},"similarity":{"description":"Measure the similarity of pairs (100 x cosine): mean and deviation for test pictures with their own caption (`similarity.clean.mean`, `.std`) and for triggered ones with a prompt of the target (`similarity.triggered.mean`, `.std`), and the modality gap, the distance of the centres of both embeddings (`similarity.gap`).","type":"boolean"},"embeddings":{"title":"Embeddings","description":"Keep the embeddings of some test pictures, clean and with the trigger, of their captions and of the classes' prompts, for figures of kind `embedding`. Kept are those after the last epoch that was measured, and those of `epochs`.","type":"object","additionalProperties":false,"properties":{"pictures":{"description":"Test pictures, drawn at random.","type":"integer","minimum":2,"maximum":1000,"default":300,"x-unit":"pictures"},"epochs":{"description":"Epochs whose embeddings are kept beside those of the last; 0 is the model before training.","type":"array","uniqueItems":true,"items":{"type":"integer","minimum":0},"default":[0]}}},"detection":{"title":"Detection","description":"Poison detection by similarity on the training data: how well the similarity of picture and caption tells poisoned pairs from clean ones (`detection.auc`, 0.5 tells nothing), and the share of poisoned pairs among the most similar 1, 5, 10, 25 and 50 % (`detection.found1` and so on).","type":"object","additionalProperties":false,"properties":{"pairs":{"description":"Clean pairs that are looked at, drawn at random; of poisoned ones all.","type":"integer","minimum":1,"default":10000,"x-unit":"pairs"}}},"validation":{"title":"Validation","description":"The validation loss: both cross-entropies of the contrastive loss on held-out pairs, with the other captions of the batch as negatives, a pair (`validation.loss`).","type":"object","additionalProperties":false,"required":["dataset"],"properties":{"dataset":{"description":"Name of the data set of held-out pairs.","type":"string","x-refers-to":"datasets"},"batch_size":{"description":"Pairs that are contrasted with each other.","type":"integer","minimum":2,"default":128,"x-unit":"pairs"}}},"retrieval":{"title":"Retrieval","description":"Image-to-text retrieval: share of pictures whose own caption is among the k most similar ones (`retrieval.recallK`), and with an attack the share of triggered pictures among whose k best captions at least floor(k / 2), and at least one, are of the target (`retrieval.asrK`). The first caption of each picture counts.","type":"object","additionalProperties":false,"required":["dataset"],"properties":{"dataset":{"description":"Name of the data set of pictures and captions.","type":"string","x-refers-to":"datasets"},"top_k":{"description":"The k of recall and attack success rate.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"integer","minimum":1},"default":[1,5,10]},"closest":{"description":"Captions of the target are those that name it and so many that are closest to its averaged prompts.","type":"integer","minimum":0,"default":20,"x-unit":"captions"}}},"supervised":{"description":"Measure the classifier that the loss `supervised` trains, the linear head over image features: `supervised.accuracy.topK`, and with an attack `supervised.asr.topK`. Counted are test pictures of classes that the training data have. Only trainings with weight on `supervised` have such a head; the others go without.","type":"boolean"},"readouts":{"title":"Readouts","description":"Classification by the pictures' embeddings alone, learned from a labelled training set: what the image encoder knows without the texts. With an attack, the attack success rate through the readout too (`knn.asr`, `prototypes.asr`).","type":"object","additionalProperties":false,"required":["dataset"],"properties":{"dataset":{"description":"Name of the labelled data set that the readouts learn from.","type":"string","x-refers-to":"datasets"},"neighbours":{"description":"Classify by the most frequent class among so many nearest pictures (`knn.accuracy`).","type":"integer","minimum":1,"x-unit":"pictures"},"prototypes":{"description":"Classify by the nearest mean of a class (`prototypes.accuracy`).","type":"boolean"},"linear_probe":{"title":"LinearProbe","description":"Train a linear layer on the embeddings before they are normalised (`linear_probe.accuracy`).","type":"object","additionalProperties":false,"properties":{"epochs":{"description":"Epochs over the training pictures.","type":"integer","minimum":1,"default":32,"x-unit":"epochs"},"batch_size":{"description":"Pictures in a step.","type":"integer","minimum":1,"default":16,"x-unit":"pictures"},"lr":{"description":"Learning rate at the start; a cosine brings it to 0.","type":"number","exclusiveMinimum":0,"default":0.005},"weight_decay":{"description":"Decoupled weight decay of the layer's weight.","type":"number","minimum":0,"default":0.01}}}}}}};

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dataset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.templates === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "templates"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema119.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.dataset !== undefined){
if(typeof data.dataset !== "string"){
const err3 = {instancePath:instancePath+"/dataset",schemaPath:"#/properties/dataset/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.templates !== undefined){
let data1 = data.templates;
if(Array.isArray(data1)){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/templates",schemaPath:"#/properties/templates/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err5 = {instancePath:instancePath+"/templates/" + i0,schemaPath:"#/properties/templates/items/pattern",keyword:"pattern",params:{pattern: "\\{\\}"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/templates/" + i0,schemaPath:"#/properties/templates/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/templates",schemaPath:"#/properties/templates/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.top_k !== undefined){
let data3 = data.top_k;
if(Array.isArray(data3)){
if(data3.length < 1){
const err8 = {instancePath:instancePath+"/top_k",schemaPath:"#/properties/top_k/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err9 = {instancePath:instancePath+"/top_k/" + i1,schemaPath:"#/properties/top_k/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/top_k/" + i1,schemaPath:"#/properties/top_k/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
let i2 = data3.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data3[i2];
if(!(((typeof item0 == "number") && (!(item0 % 1) && !isNaN(item0))) && (isFinite(item0)))){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err11 = {instancePath:instancePath+"/top_k",schemaPath:"#/properties/top_k/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err12 = {instancePath:instancePath+"/top_k",schemaPath:"#/properties/top_k/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.asr !== undefined){
let data5 = data.asr;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
if(!(((((key1 === "trigger") || (key1 === "target")) || (key1 === "copies")) || (key1 === "redraw")) || (key1 === "also"))){
const err13 = {instancePath:instancePath+"/asr",schemaPath:"#/properties/asr/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data5.trigger !== undefined){
if(!(validate30(data5.trigger, {instancePath:instancePath+"/asr/trigger",parentData:data5,parentDataProperty:"trigger",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data5.target !== undefined){
if(typeof data5.target !== "string"){
const err14 = {instancePath:instancePath+"/asr/target",schemaPath:"#/properties/asr/properties/target/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.copies !== undefined){
let data8 = data5.copies;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err15 = {instancePath:instancePath+"/asr/copies",schemaPath:"#/properties/asr/properties/copies/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 1000 || isNaN(data8)){
const err16 = {instancePath:instancePath+"/asr/copies",schemaPath:"#/properties/asr/properties/copies/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err17 = {instancePath:instancePath+"/asr/copies",schemaPath:"#/properties/asr/properties/copies/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data5.redraw !== undefined){
if(typeof data5.redraw !== "boolean"){
const err18 = {instancePath:instancePath+"/asr/redraw",schemaPath:"#/properties/asr/properties/redraw/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.also !== undefined){
let data10 = data5.also;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i3=0; i3<len2; i3++){
let data11 = data10[i3];
if(!(((data11 === "triggered-accuracy") || (data11 === "target-share")) || (data11 === "false-alarm"))){
const err19 = {instancePath:instancePath+"/asr/also/" + i3,schemaPath:"#/properties/asr/properties/also/items/enum",keyword:"enum",params:{allowedValues: schema119.properties.asr.properties.also.items.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
let i4 = data10.length;
let j1;
if(i4 > 1){
outer0:
for(;i4--;){
for(j1 = i4; j1--;){
if(func0(data10[i4], data10[j1])){
const err20 = {instancePath:instancePath+"/asr/also",schemaPath:"#/properties/asr/properties/also/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err21 = {instancePath:instancePath+"/asr/also",schemaPath:"#/properties/asr/properties/also/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/asr",schemaPath:"#/properties/asr/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.batch_size !== undefined){
let data12 = data.batch_size;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err23 = {instancePath:instancePath+"/batch_size",schemaPath:"#/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err24 = {instancePath:instancePath+"/batch_size",schemaPath:"#/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.every_steps !== undefined){
let data13 = data.every_steps;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err25 = {instancePath:instancePath+"/every_steps",schemaPath:"#/properties/every_steps/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err26 = {instancePath:instancePath+"/every_steps",schemaPath:"#/properties/every_steps/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.selection !== undefined){
let data14 = data.selection;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 >= 1 || isNaN(data14)){
const err27 = {instancePath:instancePath+"/selection",schemaPath:"#/properties/selection/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data14 <= 0 || isNaN(data14)){
const err28 = {instancePath:instancePath+"/selection",schemaPath:"#/properties/selection/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/selection",schemaPath:"#/properties/selection/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.superclasses !== undefined){
let data15 = data.superclasses;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
const err30 = {instancePath:instancePath+"/superclasses",schemaPath:"#/properties/superclasses/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key2 in data15){
let data16 = data15[key2];
if(Array.isArray(data16)){
if(data16.length < 1){
const err31 = {instancePath:instancePath+"/superclasses/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/superclasses/additionalProperties/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
const len3 = data16.length;
for(let i5=0; i5<len3; i5++){
if(typeof data16[i5] !== "string"){
const err32 = {instancePath:instancePath+"/superclasses/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i5,schemaPath:"#/properties/superclasses/additionalProperties/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
let i6 = data16.length;
let j2;
if(i6 > 1){
const indices1 = {};
for(;i6--;){
let item1 = data16[i6];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j2 = indices1[item1];
const err33 = {instancePath:instancePath+"/superclasses/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/superclasses/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
break;
}
indices1[item1] = i6;
}
}
}
else {
const err34 = {instancePath:instancePath+"/superclasses/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/superclasses/additionalProperties/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/superclasses",schemaPath:"#/properties/superclasses/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.similarity !== undefined){
if(typeof data.similarity !== "boolean"){
const err36 = {instancePath:instancePath+"/similarity",schemaPath:"#/properties/similarity/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.embeddings !== undefined){
let data19 = data.embeddings;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key3 in data19){
if(!((key3 === "pictures") || (key3 === "epochs"))){
const err37 = {instancePath:instancePath+"/embeddings",schemaPath:"#/properties/embeddings/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data19.pictures !== undefined){
let data20 = data19.pictures;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err38 = {instancePath:instancePath+"/embeddings/pictures",schemaPath:"#/properties/embeddings/properties/pictures/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 1000 || isNaN(data20)){
const err39 = {instancePath:instancePath+"/embeddings/pictures",schemaPath:"#/properties/embeddings/properties/pictures/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data20 < 2 || isNaN(data20)){
const err40 = {instancePath:instancePath+"/embeddings/pictures",schemaPath:"#/properties/embeddings/properties/pictures/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data19.epochs !== undefined){
let data21 = data19.epochs;
if(Array.isArray(data21)){
const len4 = data21.length;
for(let i7=0; i7<len4; i7++){
let data22 = data21[i7];
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err41 = {instancePath:instancePath+"/embeddings/epochs/" + i7,schemaPath:"#/properties/embeddings/properties/epochs/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err42 = {instancePath:instancePath+"/embeddings/epochs/" + i7,schemaPath:"#/properties/embeddings/properties/epochs/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
let i8 = data21.length;
let j3;
if(i8 > 1){
const indices2 = {};
for(;i8--;){
let item2 = data21[i8];
if(!(((typeof item2 == "number") && (!(item2 % 1) && !isNaN(item2))) && (isFinite(item2)))){
continue;
}
if(typeof indices2[item2] == "number"){
j3 = indices2[item2];
const err43 = {instancePath:instancePath+"/embeddings/epochs",schemaPath:"#/properties/embeddings/properties/epochs/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
break;
}
indices2[item2] = i8;
}
}
}
else {
const err44 = {instancePath:instancePath+"/embeddings/epochs",schemaPath:"#/properties/embeddings/properties/epochs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/embeddings",schemaPath:"#/properties/embeddings/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.detection !== undefined){
let data23 = data.detection;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key4 in data23){
if(!(key4 === "pairs")){
const err46 = {instancePath:instancePath+"/detection",schemaPath:"#/properties/detection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data23.pairs !== undefined){
let data24 = data23.pairs;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err47 = {instancePath:instancePath+"/detection/pairs",schemaPath:"#/properties/detection/properties/pairs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 1 || isNaN(data24)){
const err48 = {instancePath:instancePath+"/detection/pairs",schemaPath:"#/properties/detection/properties/pairs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
}
else {
const err49 = {instancePath:instancePath+"/detection",schemaPath:"#/properties/detection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.validation !== undefined){
let data25 = data.validation;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.dataset === undefined){
const err50 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/required",keyword:"required",params:{missingProperty: "dataset"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key5 in data25){
if(!((key5 === "dataset") || (key5 === "batch_size"))){
const err51 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data25.dataset !== undefined){
if(typeof data25.dataset !== "string"){
const err52 = {instancePath:instancePath+"/validation/dataset",schemaPath:"#/properties/validation/properties/dataset/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data25.batch_size !== undefined){
let data27 = data25.batch_size;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err53 = {instancePath:instancePath+"/validation/batch_size",schemaPath:"#/properties/validation/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 2 || isNaN(data27)){
const err54 = {instancePath:instancePath+"/validation/batch_size",schemaPath:"#/properties/validation/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
}
else {
const err55 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.retrieval !== undefined){
let data28 = data.retrieval;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.dataset === undefined){
const err56 = {instancePath:instancePath+"/retrieval",schemaPath:"#/properties/retrieval/required",keyword:"required",params:{missingProperty: "dataset"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key6 in data28){
if(!(((key6 === "dataset") || (key6 === "top_k")) || (key6 === "closest"))){
const err57 = {instancePath:instancePath+"/retrieval",schemaPath:"#/properties/retrieval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data28.dataset !== undefined){
if(typeof data28.dataset !== "string"){
const err58 = {instancePath:instancePath+"/retrieval/dataset",schemaPath:"#/properties/retrieval/properties/dataset/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data28.top_k !== undefined){
let data30 = data28.top_k;
if(Array.isArray(data30)){
if(data30.length < 1){
const err59 = {instancePath:instancePath+"/retrieval/top_k",schemaPath:"#/properties/retrieval/properties/top_k/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
const len5 = data30.length;
for(let i9=0; i9<len5; i9++){
let data31 = data30[i9];
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err60 = {instancePath:instancePath+"/retrieval/top_k/" + i9,schemaPath:"#/properties/retrieval/properties/top_k/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 1 || isNaN(data31)){
const err61 = {instancePath:instancePath+"/retrieval/top_k/" + i9,schemaPath:"#/properties/retrieval/properties/top_k/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
let i10 = data30.length;
let j4;
if(i10 > 1){
const indices3 = {};
for(;i10--;){
let item3 = data30[i10];
if(!(((typeof item3 == "number") && (!(item3 % 1) && !isNaN(item3))) && (isFinite(item3)))){
continue;
}
if(typeof indices3[item3] == "number"){
j4 = indices3[item3];
const err62 = {instancePath:instancePath+"/retrieval/top_k",schemaPath:"#/properties/retrieval/properties/top_k/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j4}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
break;
}
indices3[item3] = i10;
}
}
}
else {
const err63 = {instancePath:instancePath+"/retrieval/top_k",schemaPath:"#/properties/retrieval/properties/top_k/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data28.closest !== undefined){
let data32 = data28.closest;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err64 = {instancePath:instancePath+"/retrieval/closest",schemaPath:"#/properties/retrieval/properties/closest/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
const err65 = {instancePath:instancePath+"/retrieval/closest",schemaPath:"#/properties/retrieval/properties/closest/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
}
else {
const err66 = {instancePath:instancePath+"/retrieval",schemaPath:"#/properties/retrieval/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.supervised !== undefined){
if(typeof data.supervised !== "boolean"){
const err67 = {instancePath:instancePath+"/supervised",schemaPath:"#/properties/supervised/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.readouts !== undefined){
let data34 = data.readouts;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.dataset === undefined){
const err68 = {instancePath:instancePath+"/readouts",schemaPath:"#/properties/readouts/required",keyword:"required",params:{missingProperty: "dataset"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
for(const key7 in data34){
if(!((((key7 === "dataset") || (key7 === "neighbours")) || (key7 === "prototypes")) || (key7 === "linear_probe"))){
const err69 = {instancePath:instancePath+"/readouts",schemaPath:"#/properties/readouts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data34.dataset !== undefined){
if(typeof data34.dataset !== "string"){
const err70 = {instancePath:instancePath+"/readouts/dataset",schemaPath:"#/properties/readouts/properties/dataset/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data34.neighbours !== undefined){
let data36 = data34.neighbours;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err71 = {instancePath:instancePath+"/readouts/neighbours",schemaPath:"#/properties/readouts/properties/neighbours/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 1 || isNaN(data36)){
const err72 = {instancePath:instancePath+"/readouts/neighbours",schemaPath:"#/properties/readouts/properties/neighbours/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data34.prototypes !== undefined){
if(typeof data34.prototypes !== "boolean"){
const err73 = {instancePath:instancePath+"/readouts/prototypes",schemaPath:"#/properties/readouts/properties/prototypes/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data34.linear_probe !== undefined){
let data38 = data34.linear_probe;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key8 in data38){
if(!((((key8 === "epochs") || (key8 === "batch_size")) || (key8 === "lr")) || (key8 === "weight_decay"))){
const err74 = {instancePath:instancePath+"/readouts/linear_probe",schemaPath:"#/properties/readouts/properties/linear_probe/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data38.epochs !== undefined){
let data39 = data38.epochs;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err75 = {instancePath:instancePath+"/readouts/linear_probe/epochs",schemaPath:"#/properties/readouts/properties/linear_probe/properties/epochs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 < 1 || isNaN(data39)){
const err76 = {instancePath:instancePath+"/readouts/linear_probe/epochs",schemaPath:"#/properties/readouts/properties/linear_probe/properties/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
if(data38.batch_size !== undefined){
let data40 = data38.batch_size;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err77 = {instancePath:instancePath+"/readouts/linear_probe/batch_size",schemaPath:"#/properties/readouts/properties/linear_probe/properties/batch_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 1 || isNaN(data40)){
const err78 = {instancePath:instancePath+"/readouts/linear_probe/batch_size",schemaPath:"#/properties/readouts/properties/linear_probe/properties/batch_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
if(data38.lr !== undefined){
let data41 = data38.lr;
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 <= 0 || isNaN(data41)){
const err79 = {instancePath:instancePath+"/readouts/linear_probe/lr",schemaPath:"#/properties/readouts/properties/linear_probe/properties/lr/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/readouts/linear_probe/lr",schemaPath:"#/properties/readouts/properties/linear_probe/properties/lr/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data38.weight_decay !== undefined){
let data42 = data38.weight_decay;
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 < 0 || isNaN(data42)){
const err81 = {instancePath:instancePath+"/readouts/linear_probe/weight_decay",schemaPath:"#/properties/readouts/properties/linear_probe/properties/weight_decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/readouts/linear_probe/weight_decay",schemaPath:"#/properties/readouts/properties/linear_probe/properties/weight_decay/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/readouts/linear_probe",schemaPath:"#/properties/readouts/properties/linear_probe/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/readouts",schemaPath:"#/properties/readouts/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}

const schema120 = {"title":"Ablation","description":"A grid of runs: every combination of the axes of `matrix`, `zip` and `seeds`; with `grids`, several of them together.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Name of the ablation, unique in the file.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.+-]*$","x-form":"a name of letters, digits and `_ . + -` that starts with a letter or a digit","maxLength":80},"title":{"description":"What the ablation asks, for reports.","type":"string"},"set":{"$ref":"#/definitions/Patch"},"matrix":{"$ref":"#/definitions/Matrix"},"zip":{"$ref":"#/definitions/Zip"},"grids":{"description":"Several grids in one ablation: the runs of all of them, a run that two of them have once. The axes of the ablation itself multiply each grid.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Grid"}},"exclude":{"$ref":"#/definitions/exclude"},"include":{"$ref":"#/definitions/include"},"seeds":{"description":"Seeds of repeated runs: an axis over `seed` that tables and figures aggregate over.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"integer","minimum":0,"maximum":9007199254740991}}}};
const schema121 = {"title":"Patch","description":"Values by path (`clean.optimizer.lr: 1e-4`), or nested as in the document; merged into it.","type":"object","additionalProperties":true};
const schema122 = {"title":"Matrix","description":"The axes. An axis is a list of values for the path that names it, or a map of named variants, each a patch.","type":"object","minProperties":1,"additionalProperties":{"title":"Axis","description":"A list of values for one path; a range (`log: {from: 1e-6, to: 1e-3, count: 8}` or `linear:`); or a map of named variants (label: patch).","oneOf":[{"type":"array","minItems":1},{"type":"object","minProperties":1,"additionalProperties":true}]}};
const schema123 = {"title":"Zip","description":"Axes that pair lists of equal length: the name of the axis, and for each path its list of values. The first values go together, the second ones, and so on.","type":"object","minProperties":1,"additionalProperties":{"title":"ZipAxis","description":"Lists of equal length by path.","type":"object","minProperties":1,"additionalProperties":{"type":"array","minItems":1}}};
const schema124 = {"title":"Grid","description":"One grid of an ablation that has several.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"set":{"$ref":"#/definitions/Patch"},"matrix":{"$ref":"#/definitions/Matrix"},"zip":{"$ref":"#/definitions/Zip"},"exclude":{"$ref":"#/definitions/exclude"},"include":{"$ref":"#/definitions/include"}}};
const schema128 = {"description":"Combinations left out: each entry names some axes and a value (or a list of values) of each.","type":"array","items":{"$ref":"#/definitions/Selection"}};
const schema129 = {"title":"Selection","description":"Axis names with a value or a list of values of each.","type":"object","minProperties":1,"additionalProperties":true};

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length < 1){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate76.errors = vErrors;
return errors === 0;
}

const schema130 = {"description":"Runs added to the product: each entry gives axes their labels, or paths their values; axes that it does not name keep the document's values.","type":"array","items":{"$ref":"#/definitions/Patch"}};

function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/Patch/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}


function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "set") || (key0 === "matrix")) || (key0 === "zip")) || (key0 === "exclude")) || (key0 === "include"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.set !== undefined){
let data0 = data.set;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
}
else {
const err2 = {instancePath:instancePath+"/set",schemaPath:"#/definitions/Patch/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.matrix !== undefined){
let data1 = data.matrix;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length < 1){
const err3 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/Matrix/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key1 in data1){
let data2 = data1[key1];
const _errs11 = errors;
let valid4 = false;
let passing0 = null;
const _errs12 = errors;
if(Array.isArray(data2)){
if(data2.length < 1){
const err4 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf/0/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf/0/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs12 === errors;
if(_valid0){
valid4 = true;
passing0 = 0;
}
const _errs14 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
const err6 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf/1/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs14 === errors;
if(_valid0 && valid4){
valid4 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid4 = true;
passing0 = 1;
}
}
if(!valid4){
const err8 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err9 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/Matrix/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.zip !== undefined){
let data3 = data.zip;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err10 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/Zip/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key2 in data3){
let data4 = data3[key2];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err11 = {instancePath:instancePath+"/zip/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Zip/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key3 in data4){
let data5 = data4[key3];
if(Array.isArray(data5)){
if(data5.length < 1){
const err12 = {instancePath:instancePath+"/zip/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Zip/additionalProperties/additionalProperties/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/zip/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Zip/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/zip/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Zip/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/Zip/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.exclude !== undefined){
if(!(validate76(data.exclude, {instancePath:instancePath+"/exclude",parentData:data,parentDataProperty:"exclude",rootData}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
}
if(data.include !== undefined){
if(!(validate78(data.include, {instancePath:instancePath+"/include",parentData:data,parentDataProperty:"include",rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema120.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func3(data0) > 80){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err5 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.set !== undefined){
let data2 = data.set;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
}
else {
const err6 = {instancePath:instancePath+"/set",schemaPath:"#/definitions/Patch/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.matrix !== undefined){
let data3 = data.matrix;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err7 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/Matrix/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data3){
let data4 = data3[key1];
const _errs15 = errors;
let valid4 = false;
let passing0 = null;
const _errs16 = errors;
if(Array.isArray(data4)){
if(data4.length < 1){
const err8 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf/0/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf/0/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs16 === errors;
if(_valid0){
valid4 = true;
passing0 = 0;
}
const _errs18 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err10 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf/1/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs18 === errors;
if(_valid0 && valid4){
valid4 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid4 = true;
passing0 = 1;
}
}
if(!valid4){
const err12 = {instancePath:instancePath+"/matrix/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Matrix/additionalProperties/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/Matrix/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.zip !== undefined){
let data5 = data.zip;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1){
const err14 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/Zip/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key2 in data5){
let data6 = data5[key2];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err15 = {instancePath:instancePath+"/zip/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Zip/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key3 in data6){
let data7 = data6[key3];
if(Array.isArray(data7)){
if(data7.length < 1){
const err16 = {instancePath:instancePath+"/zip/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Zip/additionalProperties/additionalProperties/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/zip/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Zip/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/zip/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/Zip/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/Zip/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.grids !== undefined){
let data8 = data.grids;
if(Array.isArray(data8)){
if(data8.length < 1){
const err20 = {instancePath:instancePath+"/grids",schemaPath:"#/properties/grids/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate75(data8[i0], {instancePath:instancePath+"/grids/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath:instancePath+"/grids",schemaPath:"#/properties/grids/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.exclude !== undefined){
if(!(validate76(data.exclude, {instancePath:instancePath+"/exclude",parentData:data,parentDataProperty:"exclude",rootData}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
}
if(data.include !== undefined){
if(!(validate78(data.include, {instancePath:instancePath+"/include",parentData:data,parentDataProperty:"include",rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
}
if(data.seeds !== undefined){
let data12 = data.seeds;
if(Array.isArray(data12)){
if(data12.length < 1){
const err22 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err23 = {instancePath:instancePath+"/seeds/" + i1,schemaPath:"#/properties/seeds/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 9007199254740991 || isNaN(data13)){
const err24 = {instancePath:instancePath+"/seeds/" + i1,schemaPath:"#/properties/seeds/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err25 = {instancePath:instancePath+"/seeds/" + i1,schemaPath:"#/properties/seeds/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(!(((typeof item0 == "number") && (!(item0 % 1) && !isNaN(item0))) && (isFinite(item0)))){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err26 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err27 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}

const schema132 = {"title":"Figure","description":"A picture or table of results. `kind` says which.","type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"oneOf":[{"$ref":"#/definitions/ScatterFigure"},{"$ref":"#/definitions/TrajectoryFigure"},{"$ref":"#/definitions/CurveFigure"},{"$ref":"#/definitions/LineFigure"},{"$ref":"#/definitions/BarFigure"},{"$ref":"#/definitions/BoxFigure"},{"$ref":"#/definitions/HeatmapFigure"},{"$ref":"#/definitions/EmbeddingFigure"},{"$ref":"#/definitions/ContactSheetFigure"},{"$ref":"#/definitions/TableFigure"}]};
const schema133 = {"title":"ScatterFigure","description":"Every evaluated model as a point: attack success rate against accuracy, the start model as a star.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"scatter","description":"Scatter plot."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"points":{"$ref":"#/definitions/points"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"x":{"$ref":"#/definitions/metric","default":"asr.top1"},"y":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"x_range":{"$ref":"#/definitions/range"},"y_range":{"$ref":"#/definitions/range"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"color":{"$ref":"#/definitions/color"},"shape":{"$ref":"#/definitions/shape"},"start_model":{"$ref":"#/definitions/startModel"},"seeds":{"$ref":"#/definitions/seeds","default":"pooled"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}};
const schema134 = {"description":"Name of the figure and of its files.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.+-]*$","x-form":"a name of letters, digits and `_ . + -` that starts with a letter or a digit","maxLength":80};
const schema135 = {"description":"Title above the figure.","type":"string"};
const schema136 = {"description":"The ablation whose runs are shown; the default is all.","type":"string","x-refers-to":"ablations"};
const schema139 = {"description":"Leave out runs with fewer evaluations.","type":"integer","minimum":1,"default":1,"x-unit":"evaluations"};
const schema140 = {"description":"Leave out runs that were made before this day, or this moment: `2023-10-01`, `2023-10-01T12:00Z`. A run is made when what measures it is finished; while it goes on, its newest attempt counts. Days are those of UTC.","type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$","x-form":"a day such as `2023-10-01`, or a moment such as `2023-10-01T12:00Z`"};
const schema141 = {"description":"Leave out runs that were made after this day, which still counts, or after this moment.","type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$","x-form":"a day such as `2023-10-01`, or a moment such as `2023-10-01T12:00Z`"};
const schema142 = {"description":"A rule over the evaluations of a run, in percent for shares: conditions joined by `and`, a comma, and which to take: `asr <= 5%, highest top1`. Runs without an evaluation that meets the conditions are left out. What is taken of each run ranks it for `top`, and is its `best` point. The default of the second part is `highest accuracy.top1`.","type":"string","minLength":1};
const schema143 = {"description":"Only so many runs, the best by `rule`.","type":"integer","minimum":1,"x-unit":"runs"};
const schema144 = {"description":"Axes or parameters by whose values runs are put in order, numbers ascending; panels and series follow. The default is the order of the file, or with `top` that of the rule.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string"}};
const schema145 = {"description":"Evaluations that are shown: `all`, those at `epoch-ends`, the `last` of each run, or of each run the `best` by accuracy whose ASR is at or under `asr_limit`.","enum":["all","epoch-ends","last","best"],"default":"all"};
const schema146 = {"description":"The limit of `points: best`, in percent.","type":"number","minimum":0,"maximum":100,"default":5,"x-unit":"%"};
const schema147 = {"description":"A metric's name: `accuracy.top1`, `asr.top5`, or any other that the runs have.","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$","x-form":"a metric such as `accuracy.top1` or `asr.top5`"};
const schema149 = {"description":"Lowest and highest value of the axis, in percent for shares. What lies outside is cut off, and counted under the figure.","type":"array","minItems":2,"maxItems":2,"items":{"type":"number"}};
const schema151 = {"description":"Axis or parameter with one panel for each value, or several, with one panel for each combination; `run` is each run by itself.","oneOf":[{"type":"string","minLength":1},{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","minLength":1}}]};
const schema152 = {"description":"Panels in a row; the default is all, at most 4.","type":"integer","minimum":1};
const schema153 = {"description":"Axis or parameter with one colour and shape for each value, or several, with one for each combination.","oneOf":[{"type":"string","minLength":1},{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","minLength":1}}]};
const schema154 = {"description":"Axis or parameter with one colour for each value, where shapes tell another one apart.","type":"string"};
const schema155 = {"description":"Axis or parameter with one shape for each value, where colours tell another one apart.","type":"string"};
const schema156 = {"description":"Draw the model before cleaning as a star.","type":"boolean","default":true};
const schema157 = {"description":"Runs that differ in nothing but their seed: `pooled` as if they were different runs, their `mean` with its spread (standard deviation), or `mean-and-points`.","enum":["pooled","mean","mean-and-points"],"default":"pooled"};
const schema160 = {"description":"What to write instead of an axis name or the label of an axis: `mmcl+ssl: CleanCLIP`; `cleaning=mmcl+ssl` is the label of one axis alone.","type":"object","minProperties":1,"additionalProperties":{"type":"string"}};
const schema161 = {"description":"Width of a panel.","type":"integer","minimum":80,"maximum":4000,"default":300,"x-unit":"px"};
const schema162 = {"description":"Height of a panel.","type":"integer","minimum":80,"maximum":4000,"default":260,"x-unit":"px"};
const schema163 = {"description":"Files of the picture. Its Vega-Lite specification, data and caption are always written.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["png","svg","pdf"]},"default":["png","svg","pdf"]};
const pattern14 = new RegExp("^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$", "u");
const pattern16 = new RegExp("^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$", "u");
const schema158 = {"description":"Values from elsewhere, drawn as open symbols or lines, never taken for results.","type":"array","minItems":1,"items":{"title":"Reference","description":"One reference value, or a CSV file of them.","type":"object","additionalProperties":false,"properties":{"label":{"description":"What it is, for the legend.","type":"string","minLength":1},"values":{"title":"ReferenceValues","description":"Metric -> value, in percent for shares.","type":"object","minProperties":1,"additionalProperties":{"type":"number"}},"where":{"$ref":"#/definitions/Selection","description":"Only in panels with these labels."},"path":{"description":"A CSV file, relative to the file that names it: a column for each metric, `label` for the legend, and axes that say in which panels.","type":"string","minLength":1}}}};

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
if(!((((key0 === "label") || (key0 === "values")) || (key0 === "where")) || (key0 === "path"))){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.label !== undefined){
let data1 = data0.label;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err2 = {instancePath:instancePath+"/" + i0+"/label",schemaPath:"#/items/properties/label/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0+"/label",schemaPath:"#/items/properties/label/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.values !== undefined){
let data2 = data0.values;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
const err4 = {instancePath:instancePath+"/" + i0+"/values",schemaPath:"#/items/properties/values/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data2){
let data3 = data2[key1];
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err5 = {instancePath:instancePath+"/" + i0+"/values/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/items/properties/values/additionalProperties/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/" + i0+"/values",schemaPath:"#/items/properties/values/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.where !== undefined){
let data4 = data0.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err7 = {instancePath:instancePath+"/" + i0+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/" + i0+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.path !== undefined){
let data5 = data0.path;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err9 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/" + i0+"/path",schemaPath:"#/items/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}


function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema133.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("scatter" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "scatter"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern0.test(data1)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err7 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err8 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err9 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err11 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err12 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.min_points !== undefined){
let data7 = data.min_points;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err15 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.since !== undefined){
let data8 = data.since;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err17 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err19 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.rule !== undefined){
let data10 = data.rule;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err21 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.top !== undefined){
let data11 = data.top;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err23 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err24 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.order !== undefined){
let data12 = data.order;
if(Array.isArray(data12)){
if(data12.length < 1){
const err25 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err26 = {instancePath:instancePath+"/order/" + i1,schemaPath:"#/definitions/order/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err27 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err28 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.points !== undefined){
let data14 = data.points;
if(!((((data14 === "all") || (data14 === "epoch-ends")) || (data14 === "last")) || (data14 === "best"))){
const err29 = {instancePath:instancePath+"/points",schemaPath:"#/definitions/points/enum",keyword:"enum",params:{allowedValues: schema145.enum}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.asr_limit !== undefined){
let data15 = data.asr_limit;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 100 || isNaN(data15)){
const err30 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err31 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.x !== undefined){
let data16 = data.x;
if(typeof data16 === "string"){
if(!pattern16.test(data16)){
const err33 = {instancePath:instancePath+"/x",schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/x",schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.y !== undefined){
let data17 = data.y;
if(typeof data17 === "string"){
if(!pattern16.test(data17)){
const err35 = {instancePath:instancePath+"/y",schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/y",schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.x_range !== undefined){
let data18 = data.x_range;
if(Array.isArray(data18)){
if(data18.length > 2){
const err37 = {instancePath:instancePath+"/x_range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data18.length < 2){
const err38 = {instancePath:instancePath+"/x_range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
const len2 = data18.length;
for(let i3=0; i3<len2; i3++){
let data19 = data18[i3];
if(!((typeof data19 == "number") && (isFinite(data19)))){
const err39 = {instancePath:instancePath+"/x_range/" + i3,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/x_range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.y_range !== undefined){
let data20 = data.y_range;
if(Array.isArray(data20)){
if(data20.length > 2){
const err41 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data20.length < 2){
const err42 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len3 = data20.length;
for(let i4=0; i4<len3; i4++){
let data21 = data20[i4];
if(!((typeof data21 == "number") && (isFinite(data21)))){
const err43 = {instancePath:instancePath+"/y_range/" + i4,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.facet !== undefined){
let data22 = data.facet;
const _errs65 = errors;
let valid28 = false;
let passing0 = null;
const _errs66 = errors;
if(typeof data22 === "string"){
if(func3(data22) < 1){
const err45 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var _valid0 = _errs66 === errors;
if(_valid0){
valid28 = true;
passing0 = 0;
}
const _errs68 = errors;
if(Array.isArray(data22)){
if(data22.length < 1){
const err47 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
const len4 = data22.length;
for(let i5=0; i5<len4; i5++){
let data23 = data22[i5];
if(typeof data23 === "string"){
if(func3(data23) < 1){
const err48 = {instancePath:instancePath+"/facet/" + i5,schemaPath:"#/definitions/facet/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/facet/" + i5,schemaPath:"#/definitions/facet/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
let i6 = data22.length;
let j1;
if(i6 > 1){
const indices1 = {};
for(;i6--;){
let item1 = data22[i6];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err50 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
break;
}
indices1[item1] = i6;
}
}
}
else {
const err51 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
var _valid0 = _errs68 === errors;
if(_valid0 && valid28){
valid28 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid28 = true;
passing0 = 1;
}
}
if(!valid28){
const err52 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
errors = _errs65;
if(vErrors !== null){
if(_errs65){
vErrors.length = _errs65;
}
else {
vErrors = null;
}
}
}
}
if(data.columns !== undefined){
let data24 = data.columns;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err53 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 1 || isNaN(data24)){
const err54 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
if(data.series !== undefined){
let data25 = data.series;
const _errs77 = errors;
let valid34 = false;
let passing1 = null;
const _errs78 = errors;
if(typeof data25 === "string"){
if(func3(data25) < 1){
const err55 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
var _valid1 = _errs78 === errors;
if(_valid1){
valid34 = true;
passing1 = 0;
}
const _errs80 = errors;
if(Array.isArray(data25)){
if(data25.length < 1){
const err57 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const len5 = data25.length;
for(let i7=0; i7<len5; i7++){
let data26 = data25[i7];
if(typeof data26 === "string"){
if(func3(data26) < 1){
const err58 = {instancePath:instancePath+"/series/" + i7,schemaPath:"#/definitions/series/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/series/" + i7,schemaPath:"#/definitions/series/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
let i8 = data25.length;
let j2;
if(i8 > 1){
const indices2 = {};
for(;i8--;){
let item2 = data25[i8];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err60 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j2}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
break;
}
indices2[item2] = i8;
}
}
}
else {
const err61 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
var _valid1 = _errs80 === errors;
if(_valid1 && valid34){
valid34 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid34 = true;
passing1 = 1;
}
}
if(!valid34){
const err62 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
else {
errors = _errs77;
if(vErrors !== null){
if(_errs77){
vErrors.length = _errs77;
}
else {
vErrors = null;
}
}
}
}
if(data.color !== undefined){
if(typeof data.color !== "string"){
const err63 = {instancePath:instancePath+"/color",schemaPath:"#/definitions/color/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.shape !== undefined){
if(typeof data.shape !== "string"){
const err64 = {instancePath:instancePath+"/shape",schemaPath:"#/definitions/shape/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.start_model !== undefined){
if(typeof data.start_model !== "boolean"){
const err65 = {instancePath:instancePath+"/start_model",schemaPath:"#/definitions/startModel/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.seeds !== undefined){
let data30 = data.seeds;
if(!(((data30 === "pooled") || (data30 === "mean")) || (data30 === "mean-and-points"))){
const err66 = {instancePath:instancePath+"/seeds",schemaPath:"#/definitions/seeds/enum",keyword:"enum",params:{allowedValues: schema157.enum}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.reference !== undefined){
if(!(validate86(data.reference, {instancePath:instancePath+"/reference",parentData:data,parentDataProperty:"reference",rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data32 = data.labels;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(Object.keys(data32).length < 1){
const err67 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
for(const key1 in data32){
if(typeof data32[key1] !== "string"){
const err68 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data.width !== undefined){
let data34 = data.width;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err70 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 4000 || isNaN(data34)){
const err71 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data34 < 80 || isNaN(data34)){
const err72 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data.height !== undefined){
let data35 = data.height;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err73 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 4000 || isNaN(data35)){
const err74 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data35 < 80 || isNaN(data35)){
const err75 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
if(data.formats !== undefined){
let data36 = data.formats;
if(Array.isArray(data36)){
if(data36.length < 1){
const err76 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
const len6 = data36.length;
for(let i9=0; i9<len6; i9++){
let data37 = data36[i9];
if(!(((data37 === "png") || (data37 === "svg")) || (data37 === "pdf"))){
const err77 = {instancePath:instancePath+"/formats/" + i9,schemaPath:"#/definitions/formats/items/enum",keyword:"enum",params:{allowedValues: schema163.items.enum}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
let i10 = data36.length;
let j3;
if(i10 > 1){
outer0:
for(;i10--;){
for(j3 = i10; j3--;){
if(func0(data36[i10], data36[j3])){
const err78 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j3}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err79 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
validate85.errors = vErrors;
return errors === 0;
}

const schema164 = {"title":"TrajectoryFigure","description":"Each run as a line through its evaluations, from the start model: symbols grow and darken with the epoch.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"trajectory","description":"Line through the epochs of each run."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"points":{"description":"Evaluations that the line goes through: `all`, or those at `epoch-ends` only.","enum":["all","epoch-ends"],"default":"epoch-ends"},"x":{"$ref":"#/definitions/metric","default":"asr.top1"},"y":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"x_range":{"$ref":"#/definitions/range"},"y_range":{"$ref":"#/definitions/range"},"facet":{"$ref":"#/definitions/facet","default":"run"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"color":{"$ref":"#/definitions/color"},"shape":{"$ref":"#/definitions/shape"},"start_model":{"$ref":"#/definitions/startModel"},"seeds":{"$ref":"#/definitions/seeds","default":"pooled"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}};

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema164.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("trajectory" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "trajectory"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern0.test(data1)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err7 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err8 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err9 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err11 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err12 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.min_points !== undefined){
let data7 = data.min_points;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err15 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.since !== undefined){
let data8 = data.since;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err17 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err19 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.rule !== undefined){
let data10 = data.rule;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err21 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.top !== undefined){
let data11 = data.top;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err23 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err24 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.order !== undefined){
let data12 = data.order;
if(Array.isArray(data12)){
if(data12.length < 1){
const err25 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err26 = {instancePath:instancePath+"/order/" + i1,schemaPath:"#/definitions/order/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err27 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err28 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.points !== undefined){
let data14 = data.points;
if(!((data14 === "all") || (data14 === "epoch-ends"))){
const err29 = {instancePath:instancePath+"/points",schemaPath:"#/properties/points/enum",keyword:"enum",params:{allowedValues: schema164.properties.points.enum}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.x !== undefined){
let data15 = data.x;
if(typeof data15 === "string"){
if(!pattern16.test(data15)){
const err30 = {instancePath:instancePath+"/x",schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/x",schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.y !== undefined){
let data16 = data.y;
if(typeof data16 === "string"){
if(!pattern16.test(data16)){
const err32 = {instancePath:instancePath+"/y",schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/y",schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.x_range !== undefined){
let data17 = data.x_range;
if(Array.isArray(data17)){
if(data17.length > 2){
const err34 = {instancePath:instancePath+"/x_range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data17.length < 2){
const err35 = {instancePath:instancePath+"/x_range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len2 = data17.length;
for(let i3=0; i3<len2; i3++){
let data18 = data17[i3];
if(!((typeof data18 == "number") && (isFinite(data18)))){
const err36 = {instancePath:instancePath+"/x_range/" + i3,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/x_range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.y_range !== undefined){
let data19 = data.y_range;
if(Array.isArray(data19)){
if(data19.length > 2){
const err38 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data19.length < 2){
const err39 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
const len3 = data19.length;
for(let i4=0; i4<len3; i4++){
let data20 = data19[i4];
if(!((typeof data20 == "number") && (isFinite(data20)))){
const err40 = {instancePath:instancePath+"/y_range/" + i4,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.facet !== undefined){
let data21 = data.facet;
const _errs61 = errors;
let valid26 = false;
let passing0 = null;
const _errs62 = errors;
if(typeof data21 === "string"){
if(func3(data21) < 1){
const err42 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
var _valid0 = _errs62 === errors;
if(_valid0){
valid26 = true;
passing0 = 0;
}
const _errs64 = errors;
if(Array.isArray(data21)){
if(data21.length < 1){
const err44 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
const len4 = data21.length;
for(let i5=0; i5<len4; i5++){
let data22 = data21[i5];
if(typeof data22 === "string"){
if(func3(data22) < 1){
const err45 = {instancePath:instancePath+"/facet/" + i5,schemaPath:"#/definitions/facet/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/facet/" + i5,schemaPath:"#/definitions/facet/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
let i6 = data21.length;
let j1;
if(i6 > 1){
const indices1 = {};
for(;i6--;){
let item1 = data21[i6];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err47 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j1}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
break;
}
indices1[item1] = i6;
}
}
}
else {
const err48 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var _valid0 = _errs64 === errors;
if(_valid0 && valid26){
valid26 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid26 = true;
passing0 = 1;
}
}
if(!valid26){
const err49 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
else {
errors = _errs61;
if(vErrors !== null){
if(_errs61){
vErrors.length = _errs61;
}
else {
vErrors = null;
}
}
}
}
if(data.columns !== undefined){
let data23 = data.columns;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err50 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 1 || isNaN(data23)){
const err51 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data.series !== undefined){
let data24 = data.series;
const _errs73 = errors;
let valid32 = false;
let passing1 = null;
const _errs74 = errors;
if(typeof data24 === "string"){
if(func3(data24) < 1){
const err52 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
var _valid1 = _errs74 === errors;
if(_valid1){
valid32 = true;
passing1 = 0;
}
const _errs76 = errors;
if(Array.isArray(data24)){
if(data24.length < 1){
const err54 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
const len5 = data24.length;
for(let i7=0; i7<len5; i7++){
let data25 = data24[i7];
if(typeof data25 === "string"){
if(func3(data25) < 1){
const err55 = {instancePath:instancePath+"/series/" + i7,schemaPath:"#/definitions/series/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/series/" + i7,schemaPath:"#/definitions/series/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
let i8 = data24.length;
let j2;
if(i8 > 1){
const indices2 = {};
for(;i8--;){
let item2 = data24[i8];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err57 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j2}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
break;
}
indices2[item2] = i8;
}
}
}
else {
const err58 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
var _valid1 = _errs76 === errors;
if(_valid1 && valid32){
valid32 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid32 = true;
passing1 = 1;
}
}
if(!valid32){
const err59 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
else {
errors = _errs73;
if(vErrors !== null){
if(_errs73){
vErrors.length = _errs73;
}
else {
vErrors = null;
}
}
}
}
if(data.color !== undefined){
if(typeof data.color !== "string"){
const err60 = {instancePath:instancePath+"/color",schemaPath:"#/definitions/color/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.shape !== undefined){
if(typeof data.shape !== "string"){
const err61 = {instancePath:instancePath+"/shape",schemaPath:"#/definitions/shape/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.start_model !== undefined){
if(typeof data.start_model !== "boolean"){
const err62 = {instancePath:instancePath+"/start_model",schemaPath:"#/definitions/startModel/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.seeds !== undefined){
let data29 = data.seeds;
if(!(((data29 === "pooled") || (data29 === "mean")) || (data29 === "mean-and-points"))){
const err63 = {instancePath:instancePath+"/seeds",schemaPath:"#/definitions/seeds/enum",keyword:"enum",params:{allowedValues: schema157.enum}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.reference !== undefined){
if(!(validate86(data.reference, {instancePath:instancePath+"/reference",parentData:data,parentDataProperty:"reference",rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data31 = data.labels;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(Object.keys(data31).length < 1){
const err64 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
for(const key1 in data31){
if(typeof data31[key1] !== "string"){
const err65 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.width !== undefined){
let data33 = data.width;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err67 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 4000 || isNaN(data33)){
const err68 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data33 < 80 || isNaN(data33)){
const err69 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data.height !== undefined){
let data34 = data.height;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err70 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 4000 || isNaN(data34)){
const err71 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data34 < 80 || isNaN(data34)){
const err72 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data.formats !== undefined){
let data35 = data.formats;
if(Array.isArray(data35)){
if(data35.length < 1){
const err73 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
const len6 = data35.length;
for(let i9=0; i9<len6; i9++){
let data36 = data35[i9];
if(!(((data36 === "png") || (data36 === "svg")) || (data36 === "pdf"))){
const err74 = {instancePath:instancePath+"/formats/" + i9,schemaPath:"#/definitions/formats/items/enum",keyword:"enum",params:{allowedValues: schema163.items.enum}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
let i10 = data35.length;
let j3;
if(i10 > 1){
outer0:
for(;i10--;){
for(j3 = i10; j3--;){
if(func0(data35[i10], data35[j3])){
const err75 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j3}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err76 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}

const schema191 = {"title":"CurveFigure","description":"Metrics over epochs or steps: a line for each series, a row of panels for each metric.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"curve","description":"Metrics over the course of training."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"stage":{"description":"What is followed: the `clean`ing, or the `pretrain`ing that it starts from; there a star marks the epoch that is cleaned.","enum":["clean","pretrain"],"default":"clean"},"metrics":{"description":"What is drawn, a panel each; `loss` and `losses.NAME` are those of training.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy.top1","asr.top1"]},"x":{"description":"Along the horizontal axis: epochs trained, or optimizer steps.","enum":["epoch","step"],"default":"epoch"},"points":{"description":"Evaluations that are shown: `all`, or those at `epoch-ends` only.","enum":["all","epoch-ends"],"default":"all"},"x_range":{"$ref":"#/definitions/range"},"y_range":{"$ref":"#/definitions/range"},"y_scale":{"description":"Scale of the vertical axis; a logarithmic one has no place for 0.","enum":["linear","log"],"default":"linear"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"color":{"$ref":"#/definitions/color"},"shape":{"$ref":"#/definitions/shape"},"start_model":{"$ref":"#/definitions/startModel"},"seeds":{"$ref":"#/definitions/seeds","default":"mean"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}};

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema191.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("curve" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "curve"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern0.test(data1)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err7 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err8 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err9 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err11 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err12 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.min_points !== undefined){
let data7 = data.min_points;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err15 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.since !== undefined){
let data8 = data.since;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err17 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err19 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.rule !== undefined){
let data10 = data.rule;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err21 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.top !== undefined){
let data11 = data.top;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err23 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err24 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.order !== undefined){
let data12 = data.order;
if(Array.isArray(data12)){
if(data12.length < 1){
const err25 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err26 = {instancePath:instancePath+"/order/" + i1,schemaPath:"#/definitions/order/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err27 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err28 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.stage !== undefined){
let data14 = data.stage;
if(!((data14 === "clean") || (data14 === "pretrain"))){
const err29 = {instancePath:instancePath+"/stage",schemaPath:"#/properties/stage/enum",keyword:"enum",params:{allowedValues: schema191.properties.stage.enum}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.metrics !== undefined){
let data15 = data.metrics;
if(Array.isArray(data15)){
if(data15.length < 1){
const err30 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len2 = data15.length;
for(let i3=0; i3<len2; i3++){
let data16 = data15[i3];
if(typeof data16 === "string"){
if(!pattern16.test(data16)){
const err31 = {instancePath:instancePath+"/metrics/" + i3,schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/metrics/" + i3,schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
let i4 = data15.length;
let j1;
if(i4 > 1){
outer0:
for(;i4--;){
for(j1 = i4; j1--;){
if(func0(data15[i4], data15[j1])){
const err33 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err34 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.x !== undefined){
let data17 = data.x;
if(!((data17 === "epoch") || (data17 === "step"))){
const err35 = {instancePath:instancePath+"/x",schemaPath:"#/properties/x/enum",keyword:"enum",params:{allowedValues: schema191.properties.x.enum}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.points !== undefined){
let data18 = data.points;
if(!((data18 === "all") || (data18 === "epoch-ends"))){
const err36 = {instancePath:instancePath+"/points",schemaPath:"#/properties/points/enum",keyword:"enum",params:{allowedValues: schema191.properties.points.enum}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.x_range !== undefined){
let data19 = data.x_range;
if(Array.isArray(data19)){
if(data19.length > 2){
const err37 = {instancePath:instancePath+"/x_range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data19.length < 2){
const err38 = {instancePath:instancePath+"/x_range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
const len3 = data19.length;
for(let i5=0; i5<len3; i5++){
let data20 = data19[i5];
if(!((typeof data20 == "number") && (isFinite(data20)))){
const err39 = {instancePath:instancePath+"/x_range/" + i5,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/x_range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.y_range !== undefined){
let data21 = data.y_range;
if(Array.isArray(data21)){
if(data21.length > 2){
const err41 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data21.length < 2){
const err42 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len4 = data21.length;
for(let i6=0; i6<len4; i6++){
let data22 = data21[i6];
if(!((typeof data22 == "number") && (isFinite(data22)))){
const err43 = {instancePath:instancePath+"/y_range/" + i6,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.y_scale !== undefined){
let data23 = data.y_scale;
if(!((data23 === "linear") || (data23 === "log"))){
const err45 = {instancePath:instancePath+"/y_scale",schemaPath:"#/properties/y_scale/enum",keyword:"enum",params:{allowedValues: schema191.properties.y_scale.enum}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.facet !== undefined){
let data24 = data.facet;
const _errs63 = errors;
let valid28 = false;
let passing0 = null;
const _errs64 = errors;
if(typeof data24 === "string"){
if(func3(data24) < 1){
const err46 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var _valid0 = _errs64 === errors;
if(_valid0){
valid28 = true;
passing0 = 0;
}
const _errs66 = errors;
if(Array.isArray(data24)){
if(data24.length < 1){
const err48 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
const len5 = data24.length;
for(let i7=0; i7<len5; i7++){
let data25 = data24[i7];
if(typeof data25 === "string"){
if(func3(data25) < 1){
const err49 = {instancePath:instancePath+"/facet/" + i7,schemaPath:"#/definitions/facet/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/facet/" + i7,schemaPath:"#/definitions/facet/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
let i8 = data24.length;
let j2;
if(i8 > 1){
const indices1 = {};
for(;i8--;){
let item1 = data24[i8];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j2 = indices1[item1];
const err51 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j2}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
break;
}
indices1[item1] = i8;
}
}
}
else {
const err52 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
var _valid0 = _errs66 === errors;
if(_valid0 && valid28){
valid28 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid28 = true;
passing0 = 1;
}
}
if(!valid28){
const err53 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
else {
errors = _errs63;
if(vErrors !== null){
if(_errs63){
vErrors.length = _errs63;
}
else {
vErrors = null;
}
}
}
}
if(data.columns !== undefined){
let data26 = data.columns;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err54 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 1 || isNaN(data26)){
const err55 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data.series !== undefined){
let data27 = data.series;
const _errs75 = errors;
let valid34 = false;
let passing1 = null;
const _errs76 = errors;
if(typeof data27 === "string"){
if(func3(data27) < 1){
const err56 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
var _valid1 = _errs76 === errors;
if(_valid1){
valid34 = true;
passing1 = 0;
}
const _errs78 = errors;
if(Array.isArray(data27)){
if(data27.length < 1){
const err58 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
const len6 = data27.length;
for(let i9=0; i9<len6; i9++){
let data28 = data27[i9];
if(typeof data28 === "string"){
if(func3(data28) < 1){
const err59 = {instancePath:instancePath+"/series/" + i9,schemaPath:"#/definitions/series/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/series/" + i9,schemaPath:"#/definitions/series/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
let i10 = data27.length;
let j3;
if(i10 > 1){
const indices2 = {};
for(;i10--;){
let item2 = data27[i10];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j3 = indices2[item2];
const err61 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j3}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
break;
}
indices2[item2] = i10;
}
}
}
else {
const err62 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
var _valid1 = _errs78 === errors;
if(_valid1 && valid34){
valid34 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid34 = true;
passing1 = 1;
}
}
if(!valid34){
const err63 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
else {
errors = _errs75;
if(vErrors !== null){
if(_errs75){
vErrors.length = _errs75;
}
else {
vErrors = null;
}
}
}
}
if(data.color !== undefined){
if(typeof data.color !== "string"){
const err64 = {instancePath:instancePath+"/color",schemaPath:"#/definitions/color/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.shape !== undefined){
if(typeof data.shape !== "string"){
const err65 = {instancePath:instancePath+"/shape",schemaPath:"#/definitions/shape/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.start_model !== undefined){
if(typeof data.start_model !== "boolean"){
const err66 = {instancePath:instancePath+"/start_model",schemaPath:"#/definitions/startModel/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.seeds !== undefined){
let data32 = data.seeds;
if(!(((data32 === "pooled") || (data32 === "mean")) || (data32 === "mean-and-points"))){
const err67 = {instancePath:instancePath+"/seeds",schemaPath:"#/definitions/seeds/enum",keyword:"enum",params:{allowedValues: schema157.enum}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.reference !== undefined){
if(!(validate86(data.reference, {instancePath:instancePath+"/reference",parentData:data,parentDataProperty:"reference",rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data34 = data.labels;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(Object.keys(data34).length < 1){
const err68 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
for(const key1 in data34){
if(typeof data34[key1] !== "string"){
const err69 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data.width !== undefined){
let data36 = data.width;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err71 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 4000 || isNaN(data36)){
const err72 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data36 < 80 || isNaN(data36)){
const err73 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
if(data.height !== undefined){
let data37 = data.height;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err74 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 4000 || isNaN(data37)){
const err75 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data37 < 80 || isNaN(data37)){
const err76 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
if(data.formats !== undefined){
let data38 = data.formats;
if(Array.isArray(data38)){
if(data38.length < 1){
const err77 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
const len7 = data38.length;
for(let i11=0; i11<len7; i11++){
let data39 = data38[i11];
if(!(((data39 === "png") || (data39 === "svg")) || (data39 === "pdf"))){
const err78 = {instancePath:instancePath+"/formats/" + i11,schemaPath:"#/definitions/formats/items/enum",keyword:"enum",params:{allowedValues: schema163.items.enum}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
let i12 = data38.length;
let j4;
if(i12 > 1){
outer1:
for(;i12--;){
for(j4 = i12; j4--;){
if(func0(data38[i12], data38[j4])){
const err79 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/uniqueItems",keyword:"uniqueItems",params:{i: i12, j: j4}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err80 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
validate90.errors = vErrors;
return errors === 0;
}

const schema217 = {"title":"LineFigure","description":"Metrics over the values of an axis, joined by lines, a panel for each metric: how the attack grows with the number of poisoned pairs.","type":"object","additionalProperties":false,"required":["kind","name","axis"],"properties":{"kind":{"const":"line","description":"Lines over an axis of numbers."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"axis":{"description":"Axis or parameter along the horizontal axis. Values that are not all numbers are spaced evenly.","type":"string"},"metrics":{"description":"What is drawn, a panel each.","type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/metric"},"default":["accuracy.top1","asr.top1"]},"points":{"$ref":"#/definitions/points","default":"last"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"value":{"$ref":"#/definitions/pooled"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"x_scale":{"description":"Scale of the horizontal axis; a logarithmic one has no place for 0.","enum":["linear","log"],"default":"linear"},"y_range":{"$ref":"#/definitions/range"},"seeds":{"$ref":"#/definitions/seeds","default":"mean"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}};
const schema232 = {"description":"What stands for runs that differ in other axes: the `best` by `rule`, their `mean` or `median`.","enum":["best","mean","median"],"default":"best"};

function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.axis === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "axis"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema217.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("line" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "line"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data1)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err9 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err12 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err13 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.min_points !== undefined){
let data7 = data.min_points;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err16 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.since !== undefined){
let data8 = data.since;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err18 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err20 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.rule !== undefined){
let data10 = data.rule;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err22 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.top !== undefined){
let data11 = data.top;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err24 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err25 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data.order !== undefined){
let data12 = data.order;
if(Array.isArray(data12)){
if(data12.length < 1){
const err26 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err27 = {instancePath:instancePath+"/order/" + i1,schemaPath:"#/definitions/order/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err28 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err29 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.axis !== undefined){
if(typeof data.axis !== "string"){
const err30 = {instancePath:instancePath+"/axis",schemaPath:"#/properties/axis/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.metrics !== undefined){
let data15 = data.metrics;
if(Array.isArray(data15)){
if(data15.length < 1){
const err31 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
const len2 = data15.length;
for(let i3=0; i3<len2; i3++){
let data16 = data15[i3];
if(typeof data16 === "string"){
if(!pattern16.test(data16)){
const err32 = {instancePath:instancePath+"/metrics/" + i3,schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/metrics/" + i3,schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
let i4 = data15.length;
let j1;
if(i4 > 1){
outer0:
for(;i4--;){
for(j1 = i4; j1--;){
if(func0(data15[i4], data15[j1])){
const err34 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err35 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.points !== undefined){
let data17 = data.points;
if(!((((data17 === "all") || (data17 === "epoch-ends")) || (data17 === "last")) || (data17 === "best"))){
const err36 = {instancePath:instancePath+"/points",schemaPath:"#/definitions/points/enum",keyword:"enum",params:{allowedValues: schema145.enum}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.asr_limit !== undefined){
let data18 = data.asr_limit;
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 100 || isNaN(data18)){
const err37 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err38 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.value !== undefined){
let data19 = data.value;
if(!(((data19 === "best") || (data19 === "mean")) || (data19 === "median"))){
const err40 = {instancePath:instancePath+"/value",schemaPath:"#/definitions/pooled/enum",keyword:"enum",params:{allowedValues: schema232.enum}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.facet !== undefined){
let data20 = data.facet;
const _errs58 = errors;
let valid25 = false;
let passing0 = null;
const _errs59 = errors;
if(typeof data20 === "string"){
if(func3(data20) < 1){
const err41 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var _valid0 = _errs59 === errors;
if(_valid0){
valid25 = true;
passing0 = 0;
}
const _errs61 = errors;
if(Array.isArray(data20)){
if(data20.length < 1){
const err43 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
const len3 = data20.length;
for(let i5=0; i5<len3; i5++){
let data21 = data20[i5];
if(typeof data21 === "string"){
if(func3(data21) < 1){
const err44 = {instancePath:instancePath+"/facet/" + i5,schemaPath:"#/definitions/facet/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/facet/" + i5,schemaPath:"#/definitions/facet/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
let i6 = data20.length;
let j2;
if(i6 > 1){
const indices1 = {};
for(;i6--;){
let item1 = data20[i6];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j2 = indices1[item1];
const err46 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
break;
}
indices1[item1] = i6;
}
}
}
else {
const err47 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var _valid0 = _errs61 === errors;
if(_valid0 && valid25){
valid25 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid25 = true;
passing0 = 1;
}
}
if(!valid25){
const err48 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
else {
errors = _errs58;
if(vErrors !== null){
if(_errs58){
vErrors.length = _errs58;
}
else {
vErrors = null;
}
}
}
}
if(data.columns !== undefined){
let data22 = data.columns;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err49 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err50 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data.series !== undefined){
let data23 = data.series;
const _errs70 = errors;
let valid31 = false;
let passing1 = null;
const _errs71 = errors;
if(typeof data23 === "string"){
if(func3(data23) < 1){
const err51 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
var _valid1 = _errs71 === errors;
if(_valid1){
valid31 = true;
passing1 = 0;
}
const _errs73 = errors;
if(Array.isArray(data23)){
if(data23.length < 1){
const err53 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
const len4 = data23.length;
for(let i7=0; i7<len4; i7++){
let data24 = data23[i7];
if(typeof data24 === "string"){
if(func3(data24) < 1){
const err54 = {instancePath:instancePath+"/series/" + i7,schemaPath:"#/definitions/series/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/series/" + i7,schemaPath:"#/definitions/series/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
let i8 = data23.length;
let j3;
if(i8 > 1){
const indices2 = {};
for(;i8--;){
let item2 = data23[i8];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j3 = indices2[item2];
const err56 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
break;
}
indices2[item2] = i8;
}
}
}
else {
const err57 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
var _valid1 = _errs73 === errors;
if(_valid1 && valid31){
valid31 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid31 = true;
passing1 = 1;
}
}
if(!valid31){
const err58 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
else {
errors = _errs70;
if(vErrors !== null){
if(_errs70){
vErrors.length = _errs70;
}
else {
vErrors = null;
}
}
}
}
if(data.x_scale !== undefined){
let data25 = data.x_scale;
if(!((data25 === "linear") || (data25 === "log"))){
const err59 = {instancePath:instancePath+"/x_scale",schemaPath:"#/properties/x_scale/enum",keyword:"enum",params:{allowedValues: schema217.properties.x_scale.enum}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.y_range !== undefined){
let data26 = data.y_range;
if(Array.isArray(data26)){
if(data26.length > 2){
const err60 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data26.length < 2){
const err61 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
const len5 = data26.length;
for(let i9=0; i9<len5; i9++){
let data27 = data26[i9];
if(!((typeof data27 == "number") && (isFinite(data27)))){
const err62 = {instancePath:instancePath+"/y_range/" + i9,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.seeds !== undefined){
let data28 = data.seeds;
if(!(((data28 === "pooled") || (data28 === "mean")) || (data28 === "mean-and-points"))){
const err64 = {instancePath:instancePath+"/seeds",schemaPath:"#/definitions/seeds/enum",keyword:"enum",params:{allowedValues: schema157.enum}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.reference !== undefined){
if(!(validate86(data.reference, {instancePath:instancePath+"/reference",parentData:data,parentDataProperty:"reference",rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data30 = data.labels;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(Object.keys(data30).length < 1){
const err65 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
for(const key1 in data30){
if(typeof data30[key1] !== "string"){
const err66 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.width !== undefined){
let data32 = data.width;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err68 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 4000 || isNaN(data32)){
const err69 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data32 < 80 || isNaN(data32)){
const err70 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
if(data.height !== undefined){
let data33 = data.height;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err71 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 4000 || isNaN(data33)){
const err72 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data33 < 80 || isNaN(data33)){
const err73 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
if(data.formats !== undefined){
let data34 = data.formats;
if(Array.isArray(data34)){
if(data34.length < 1){
const err74 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
const len6 = data34.length;
for(let i10=0; i10<len6; i10++){
let data35 = data34[i10];
if(!(((data35 === "png") || (data35 === "svg")) || (data35 === "pdf"))){
const err75 = {instancePath:instancePath+"/formats/" + i10,schemaPath:"#/definitions/formats/items/enum",keyword:"enum",params:{allowedValues: schema163.items.enum}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
let i11 = data34.length;
let j4;
if(i11 > 1){
outer1:
for(;i11--;){
for(j4 = i11; j4--;){
if(func0(data34[i11], data34[j4])){
const err76 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j4}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err77 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
validate92.errors = vErrors;
return errors === 0;
}

const schema242 = {"title":"BarFigure","description":"One bar for each label of an axis: the best model by a rule, or the mean of the runs; with several seeds the mean and spread.","type":"object","additionalProperties":false,"required":["kind","name","axis"],"properties":{"kind":{"const":"bar","description":"Bars over an axis."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"axis":{"description":"Axis or parameter with one bar for each value.","type":"string"},"metric":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"points":{"$ref":"#/definitions/points","default":"last"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"value":{"$ref":"#/definitions/pooled"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"y_range":{"$ref":"#/definitions/range"},"seeds":{"$ref":"#/definitions/seeds","default":"mean"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}};

function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.axis === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "axis"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema242.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("bar" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "bar"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data1)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err9 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err12 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err13 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.min_points !== undefined){
let data7 = data.min_points;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err16 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.since !== undefined){
let data8 = data.since;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err18 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err20 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.rule !== undefined){
let data10 = data.rule;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err22 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.top !== undefined){
let data11 = data.top;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err24 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err25 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data.order !== undefined){
let data12 = data.order;
if(Array.isArray(data12)){
if(data12.length < 1){
const err26 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err27 = {instancePath:instancePath+"/order/" + i1,schemaPath:"#/definitions/order/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err28 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err29 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.axis !== undefined){
if(typeof data.axis !== "string"){
const err30 = {instancePath:instancePath+"/axis",schemaPath:"#/properties/axis/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.metric !== undefined){
let data15 = data.metric;
if(typeof data15 === "string"){
if(!pattern16.test(data15)){
const err31 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.points !== undefined){
let data16 = data.points;
if(!((((data16 === "all") || (data16 === "epoch-ends")) || (data16 === "last")) || (data16 === "best"))){
const err33 = {instancePath:instancePath+"/points",schemaPath:"#/definitions/points/enum",keyword:"enum",params:{allowedValues: schema145.enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.asr_limit !== undefined){
let data17 = data.asr_limit;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 100 || isNaN(data17)){
const err34 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err35 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.value !== undefined){
let data18 = data.value;
if(!(((data18 === "best") || (data18 === "mean")) || (data18 === "median"))){
const err37 = {instancePath:instancePath+"/value",schemaPath:"#/definitions/pooled/enum",keyword:"enum",params:{allowedValues: schema232.enum}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.facet !== undefined){
let data19 = data.facet;
const _errs56 = errors;
let valid22 = false;
let passing0 = null;
const _errs57 = errors;
if(typeof data19 === "string"){
if(func3(data19) < 1){
const err38 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var _valid0 = _errs57 === errors;
if(_valid0){
valid22 = true;
passing0 = 0;
}
const _errs59 = errors;
if(Array.isArray(data19)){
if(data19.length < 1){
const err40 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len2 = data19.length;
for(let i3=0; i3<len2; i3++){
let data20 = data19[i3];
if(typeof data20 === "string"){
if(func3(data20) < 1){
const err41 = {instancePath:instancePath+"/facet/" + i3,schemaPath:"#/definitions/facet/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/facet/" + i3,schemaPath:"#/definitions/facet/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
let i4 = data19.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data19[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err43 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err44 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var _valid0 = _errs59 === errors;
if(_valid0 && valid22){
valid22 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid22 = true;
passing0 = 1;
}
}
if(!valid22){
const err45 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
else {
errors = _errs56;
if(vErrors !== null){
if(_errs56){
vErrors.length = _errs56;
}
else {
vErrors = null;
}
}
}
}
if(data.columns !== undefined){
let data21 = data.columns;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err46 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 1 || isNaN(data21)){
const err47 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
if(data.series !== undefined){
let data22 = data.series;
const _errs68 = errors;
let valid28 = false;
let passing1 = null;
const _errs69 = errors;
if(typeof data22 === "string"){
if(func3(data22) < 1){
const err48 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var _valid1 = _errs69 === errors;
if(_valid1){
valid28 = true;
passing1 = 0;
}
const _errs71 = errors;
if(Array.isArray(data22)){
if(data22.length < 1){
const err50 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len3 = data22.length;
for(let i5=0; i5<len3; i5++){
let data23 = data22[i5];
if(typeof data23 === "string"){
if(func3(data23) < 1){
const err51 = {instancePath:instancePath+"/series/" + i5,schemaPath:"#/definitions/series/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/series/" + i5,schemaPath:"#/definitions/series/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
let i6 = data22.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data22[i6];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err53 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
break;
}
indices2[item2] = i6;
}
}
}
else {
const err54 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
var _valid1 = _errs71 === errors;
if(_valid1 && valid28){
valid28 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid28 = true;
passing1 = 1;
}
}
if(!valid28){
const err55 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
else {
errors = _errs68;
if(vErrors !== null){
if(_errs68){
vErrors.length = _errs68;
}
else {
vErrors = null;
}
}
}
}
if(data.y_range !== undefined){
let data24 = data.y_range;
if(Array.isArray(data24)){
if(data24.length > 2){
const err56 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data24.length < 2){
const err57 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const len4 = data24.length;
for(let i7=0; i7<len4; i7++){
let data25 = data24[i7];
if(!((typeof data25 == "number") && (isFinite(data25)))){
const err58 = {instancePath:instancePath+"/y_range/" + i7,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.seeds !== undefined){
let data26 = data.seeds;
if(!(((data26 === "pooled") || (data26 === "mean")) || (data26 === "mean-and-points"))){
const err60 = {instancePath:instancePath+"/seeds",schemaPath:"#/definitions/seeds/enum",keyword:"enum",params:{allowedValues: schema157.enum}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.reference !== undefined){
if(!(validate86(data.reference, {instancePath:instancePath+"/reference",parentData:data,parentDataProperty:"reference",rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data28 = data.labels;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(Object.keys(data28).length < 1){
const err61 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
for(const key1 in data28){
if(typeof data28[key1] !== "string"){
const err62 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.width !== undefined){
let data30 = data.width;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err64 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 4000 || isNaN(data30)){
const err65 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data30 < 80 || isNaN(data30)){
const err66 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data.height !== undefined){
let data31 = data.height;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err67 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 4000 || isNaN(data31)){
const err68 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data31 < 80 || isNaN(data31)){
const err69 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data.formats !== undefined){
let data32 = data.formats;
if(Array.isArray(data32)){
if(data32.length < 1){
const err70 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
const len5 = data32.length;
for(let i8=0; i8<len5; i8++){
let data33 = data32[i8];
if(!(((data33 === "png") || (data33 === "svg")) || (data33 === "pdf"))){
const err71 = {instancePath:instancePath+"/formats/" + i8,schemaPath:"#/definitions/formats/items/enum",keyword:"enum",params:{allowedValues: schema163.items.enum}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
let i9 = data32.length;
let j3;
if(i9 > 1){
outer0:
for(;i9--;){
for(j3 = i9; j3--;){
if(func0(data32[i9], data32[j3])){
const err72 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j3}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err73 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
validate94.errors = vErrors;
return errors === 0;
}

const schema267 = {"title":"BoxFigure","description":"The spread of the models of each label of an axis: quartiles, range and outliers (Tukey).","type":"object","additionalProperties":false,"required":["kind","name","axis"],"properties":{"kind":{"const":"box","description":"Box plots over an axis."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"axis":{"description":"Axis or parameter with one box for each value.","type":"string"},"metric":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"points":{"$ref":"#/definitions/points","default":"last"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"series":{"$ref":"#/definitions/series"},"y_range":{"$ref":"#/definitions/range"},"reference":{"$ref":"#/definitions/reference"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}};

function validate96(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.axis === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "axis"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema267.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.kind !== undefined){
if("box" !== data.kind){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "box"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data1)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err8 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err9 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err12 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err13 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.min_points !== undefined){
let data7 = data.min_points;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err16 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.since !== undefined){
let data8 = data.since;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err18 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err20 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.rule !== undefined){
let data10 = data.rule;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err22 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.top !== undefined){
let data11 = data.top;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err24 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err25 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data.order !== undefined){
let data12 = data.order;
if(Array.isArray(data12)){
if(data12.length < 1){
const err26 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err27 = {instancePath:instancePath+"/order/" + i1,schemaPath:"#/definitions/order/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err28 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err29 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.axis !== undefined){
if(typeof data.axis !== "string"){
const err30 = {instancePath:instancePath+"/axis",schemaPath:"#/properties/axis/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.metric !== undefined){
let data15 = data.metric;
if(typeof data15 === "string"){
if(!pattern16.test(data15)){
const err31 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.points !== undefined){
let data16 = data.points;
if(!((((data16 === "all") || (data16 === "epoch-ends")) || (data16 === "last")) || (data16 === "best"))){
const err33 = {instancePath:instancePath+"/points",schemaPath:"#/definitions/points/enum",keyword:"enum",params:{allowedValues: schema145.enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.asr_limit !== undefined){
let data17 = data.asr_limit;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 100 || isNaN(data17)){
const err34 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err35 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.facet !== undefined){
let data18 = data.facet;
const _errs54 = errors;
let valid21 = false;
let passing0 = null;
const _errs55 = errors;
if(typeof data18 === "string"){
if(func3(data18) < 1){
const err37 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var _valid0 = _errs55 === errors;
if(_valid0){
valid21 = true;
passing0 = 0;
}
const _errs57 = errors;
if(Array.isArray(data18)){
if(data18.length < 1){
const err39 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
const len2 = data18.length;
for(let i3=0; i3<len2; i3++){
let data19 = data18[i3];
if(typeof data19 === "string"){
if(func3(data19) < 1){
const err40 = {instancePath:instancePath+"/facet/" + i3,schemaPath:"#/definitions/facet/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/facet/" + i3,schemaPath:"#/definitions/facet/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
let i4 = data18.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data18[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err42 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err43 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
var _valid0 = _errs57 === errors;
if(_valid0 && valid21){
valid21 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid21 = true;
passing0 = 1;
}
}
if(!valid21){
const err44 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
else {
errors = _errs54;
if(vErrors !== null){
if(_errs54){
vErrors.length = _errs54;
}
else {
vErrors = null;
}
}
}
}
if(data.columns !== undefined){
let data20 = data.columns;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err45 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 1 || isNaN(data20)){
const err46 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
if(data.series !== undefined){
let data21 = data.series;
const _errs66 = errors;
let valid27 = false;
let passing1 = null;
const _errs67 = errors;
if(typeof data21 === "string"){
if(func3(data21) < 1){
const err47 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var _valid1 = _errs67 === errors;
if(_valid1){
valid27 = true;
passing1 = 0;
}
const _errs69 = errors;
if(Array.isArray(data21)){
if(data21.length < 1){
const err49 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len3 = data21.length;
for(let i5=0; i5<len3; i5++){
let data22 = data21[i5];
if(typeof data22 === "string"){
if(func3(data22) < 1){
const err50 = {instancePath:instancePath+"/series/" + i5,schemaPath:"#/definitions/series/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/series/" + i5,schemaPath:"#/definitions/series/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
let i6 = data21.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data21[i6];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err52 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
break;
}
indices2[item2] = i6;
}
}
}
else {
const err53 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
var _valid1 = _errs69 === errors;
if(_valid1 && valid27){
valid27 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid27 = true;
passing1 = 1;
}
}
if(!valid27){
const err54 = {instancePath:instancePath+"/series",schemaPath:"#/definitions/series/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
else {
errors = _errs66;
if(vErrors !== null){
if(_errs66){
vErrors.length = _errs66;
}
else {
vErrors = null;
}
}
}
}
if(data.y_range !== undefined){
let data23 = data.y_range;
if(Array.isArray(data23)){
if(data23.length > 2){
const err55 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data23.length < 2){
const err56 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
const len4 = data23.length;
for(let i7=0; i7<len4; i7++){
let data24 = data23[i7];
if(!((typeof data24 == "number") && (isFinite(data24)))){
const err57 = {instancePath:instancePath+"/y_range/" + i7,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/y_range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.reference !== undefined){
if(!(validate86(data.reference, {instancePath:instancePath+"/reference",parentData:data,parentDataProperty:"reference",rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
if(data.labels !== undefined){
let data26 = data.labels;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(Object.keys(data26).length < 1){
const err59 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
for(const key1 in data26){
if(typeof data26[key1] !== "string"){
const err60 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.width !== undefined){
let data28 = data.width;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err62 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 4000 || isNaN(data28)){
const err63 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data28 < 80 || isNaN(data28)){
const err64 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
if(data.height !== undefined){
let data29 = data.height;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err65 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 4000 || isNaN(data29)){
const err66 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data29 < 80 || isNaN(data29)){
const err67 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
if(data.formats !== undefined){
let data30 = data.formats;
if(Array.isArray(data30)){
if(data30.length < 1){
const err68 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
const len5 = data30.length;
for(let i8=0; i8<len5; i8++){
let data31 = data30[i8];
if(!(((data31 === "png") || (data31 === "svg")) || (data31 === "pdf"))){
const err69 = {instancePath:instancePath+"/formats/" + i8,schemaPath:"#/definitions/formats/items/enum",keyword:"enum",params:{allowedValues: schema163.items.enum}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
let i9 = data30.length;
let j3;
if(i9 > 1){
outer0:
for(;i9--;){
for(j3 = i9; j3--;){
if(func0(data30[i9], data30[j3])){
const err70 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j3}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err71 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
validate96.errors = vErrors;
return errors === 0;
}

const schema290 = {"title":"HeatmapFigure","description":"A cell for each pair of labels of two axes, shaded by a metric and with its number.","type":"object","additionalProperties":false,"required":["kind","name","x","y"],"properties":{"kind":{"const":"heatmap","description":"Heat map over two axes."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"x":{"description":"Axis or parameter of the columns.","type":"string"},"y":{"description":"Axis or parameter of the rows.","type":"string"},"metric":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"points":{"$ref":"#/definitions/points","default":"last"},"asr_limit":{"$ref":"#/definitions/asrLimit"},"value":{"$ref":"#/definitions/pooled"},"facet":{"$ref":"#/definitions/facet"},"columns":{"$ref":"#/definitions/columns"},"range":{"$ref":"#/definitions/range","description":"Lowest and highest value of the shades; the default is those that there are."},"decimals":{"description":"Digits after the point of a cell's number.","type":"integer","minimum":0,"maximum":6,"default":1},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}};

function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.x === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "x"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.y === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "y"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema290.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if("heatmap" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "heatmap"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern0.test(data1)){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err10 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err11 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err13 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err14 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.min_points !== undefined){
let data7 = data.min_points;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err17 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.since !== undefined){
let data8 = data.since;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err19 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err21 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.rule !== undefined){
let data10 = data.rule;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err23 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.top !== undefined){
let data11 = data.top;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err25 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err26 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.order !== undefined){
let data12 = data.order;
if(Array.isArray(data12)){
if(data12.length < 1){
const err27 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err28 = {instancePath:instancePath+"/order/" + i1,schemaPath:"#/definitions/order/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err29 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err30 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.x !== undefined){
if(typeof data.x !== "string"){
const err31 = {instancePath:instancePath+"/x",schemaPath:"#/properties/x/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.y !== undefined){
if(typeof data.y !== "string"){
const err32 = {instancePath:instancePath+"/y",schemaPath:"#/properties/y/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.metric !== undefined){
let data16 = data.metric;
if(typeof data16 === "string"){
if(!pattern16.test(data16)){
const err33 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/metric",schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.points !== undefined){
let data17 = data.points;
if(!((((data17 === "all") || (data17 === "epoch-ends")) || (data17 === "last")) || (data17 === "best"))){
const err35 = {instancePath:instancePath+"/points",schemaPath:"#/definitions/points/enum",keyword:"enum",params:{allowedValues: schema145.enum}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.asr_limit !== undefined){
let data18 = data.asr_limit;
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 100 || isNaN(data18)){
const err36 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err37 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/asr_limit",schemaPath:"#/definitions/asrLimit/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.value !== undefined){
let data19 = data.value;
if(!(((data19 === "best") || (data19 === "mean")) || (data19 === "median"))){
const err39 = {instancePath:instancePath+"/value",schemaPath:"#/definitions/pooled/enum",keyword:"enum",params:{allowedValues: schema232.enum}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.facet !== undefined){
let data20 = data.facet;
const _errs58 = errors;
let valid22 = false;
let passing0 = null;
const _errs59 = errors;
if(typeof data20 === "string"){
if(func3(data20) < 1){
const err40 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var _valid0 = _errs59 === errors;
if(_valid0){
valid22 = true;
passing0 = 0;
}
const _errs61 = errors;
if(Array.isArray(data20)){
if(data20.length < 1){
const err42 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len2 = data20.length;
for(let i3=0; i3<len2; i3++){
let data21 = data20[i3];
if(typeof data21 === "string"){
if(func3(data21) < 1){
const err43 = {instancePath:instancePath+"/facet/" + i3,schemaPath:"#/definitions/facet/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/facet/" + i3,schemaPath:"#/definitions/facet/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
let i4 = data20.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data20[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err45 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err46 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var _valid0 = _errs61 === errors;
if(_valid0 && valid22){
valid22 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid22 = true;
passing0 = 1;
}
}
if(!valid22){
const err47 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
else {
errors = _errs58;
if(vErrors !== null){
if(_errs58){
vErrors.length = _errs58;
}
else {
vErrors = null;
}
}
}
}
if(data.columns !== undefined){
let data22 = data.columns;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err48 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err49 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data.range !== undefined){
let data23 = data.range;
if(Array.isArray(data23)){
if(data23.length > 2){
const err50 = {instancePath:instancePath+"/range",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data23.length < 2){
const err51 = {instancePath:instancePath+"/range",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
const len3 = data23.length;
for(let i5=0; i5<len3; i5++){
let data24 = data23[i5];
if(!((typeof data24 == "number") && (isFinite(data24)))){
const err52 = {instancePath:instancePath+"/range/" + i5,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/range",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.decimals !== undefined){
let data25 = data.decimals;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err54 = {instancePath:instancePath+"/decimals",schemaPath:"#/properties/decimals/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 6 || isNaN(data25)){
const err55 = {instancePath:instancePath+"/decimals",schemaPath:"#/properties/decimals/maximum",keyword:"maximum",params:{comparison: "<=", limit: 6}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data25 < 0 || isNaN(data25)){
const err56 = {instancePath:instancePath+"/decimals",schemaPath:"#/properties/decimals/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data.labels !== undefined){
let data26 = data.labels;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(Object.keys(data26).length < 1){
const err57 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
for(const key1 in data26){
if(typeof data26[key1] !== "string"){
const err58 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.width !== undefined){
let data28 = data.width;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err60 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 4000 || isNaN(data28)){
const err61 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data28 < 80 || isNaN(data28)){
const err62 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
if(data.height !== undefined){
let data29 = data.height;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err63 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 4000 || isNaN(data29)){
const err64 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data29 < 80 || isNaN(data29)){
const err65 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
if(data.formats !== undefined){
let data30 = data.formats;
if(Array.isArray(data30)){
if(data30.length < 1){
const err66 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
const len4 = data30.length;
for(let i6=0; i6<len4; i6++){
let data31 = data30[i6];
if(!(((data31 === "png") || (data31 === "svg")) || (data31 === "pdf"))){
const err67 = {instancePath:instancePath+"/formats/" + i6,schemaPath:"#/definitions/formats/items/enum",keyword:"enum",params:{allowedValues: schema163.items.enum}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
let i7 = data30.length;
let j2;
if(i7 > 1){
outer0:
for(;i7--;){
for(j2 = i7; j2--;){
if(func0(data30[i7], data30[j2])){
const err68 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j2}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err69 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
validate98.errors = vErrors;
return errors === 0;
}

const schema313 = {"title":"EmbeddingFigure","description":"Embeddings of test pictures, of the same pictures with the trigger, and of texts, projected to two dimensions: a panel for each model. They are kept where `evaluate.embeddings` asks for it.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"embedding","description":"Projected embeddings."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"stage":{"description":"Models of the `clean`ing, whose epoch 0 is the model before it, or of the `pretrain`ing that it starts from.","enum":["clean","pretrain"],"default":"clean"},"epochs":{"description":"Epochs of each run, a panel each: those that `evaluate.embeddings.epochs` keeps, and `last`.","type":"array","minItems":1,"uniqueItems":true,"items":{"oneOf":[{"type":"integer","minimum":0},{"enum":["last"]}]},"default":["last"]},"show":{"description":"What is projected: `clean` pictures, the same pictures `triggered`, their `captions`, the prompts of all `classes`, or those of the `target` alone.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["clean","triggered","captions","classes","target"]},"default":["clean","triggered","captions","target"]},"color_classes":{"description":"Classes that have a colour each, where shapes tell pictures from captions; without it colours tell them.","type":"array","minItems":1,"maxItems":12,"uniqueItems":true,"items":{"type":"string"}},"method":{"description":"`pca`: the two directions along which they differ most (principal components). `t-sne`: neighbours stay neighbours, distances mean nothing (van der Maaten and Hinton, JMLR 9:2579, 2008; computed exactly).","enum":["pca","t-sne"],"default":"pca"},"together":{"description":"Project all panels at once, so that they have the same axes: for epochs of one training, or cleanings of one model. Otherwise each panel has axes of its own.","type":"boolean","default":false},"perplexity":{"description":"Of t-SNE: how many neighbours count as near.","type":"number","minimum":1,"maximum":1000,"default":30},"iterations":{"description":"Of t-SNE: steps of gradient descent; the first 250 pull clusters together.","type":"integer","minimum":250,"maximum":100000,"default":1000},"seed":{"description":"Of t-SNE: start from places drawn at random with this seed. The default is to start from the principal components.","type":"integer","minimum":0},"columns":{"$ref":"#/definitions/columns"},"labels":{"$ref":"#/definitions/labels"},"width":{"$ref":"#/definitions/width"},"height":{"$ref":"#/definitions/height"},"formats":{"$ref":"#/definitions/formats"}}};

function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema313.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("embedding" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "embedding"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern0.test(data1)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err7 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err8 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err9 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err11 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err12 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.min_points !== undefined){
let data7 = data.min_points;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err15 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.since !== undefined){
let data8 = data.since;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err17 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err19 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.rule !== undefined){
let data10 = data.rule;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err21 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.top !== undefined){
let data11 = data.top;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err23 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err24 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.order !== undefined){
let data12 = data.order;
if(Array.isArray(data12)){
if(data12.length < 1){
const err25 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err26 = {instancePath:instancePath+"/order/" + i1,schemaPath:"#/definitions/order/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err27 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err28 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.stage !== undefined){
let data14 = data.stage;
if(!((data14 === "clean") || (data14 === "pretrain"))){
const err29 = {instancePath:instancePath+"/stage",schemaPath:"#/properties/stage/enum",keyword:"enum",params:{allowedValues: schema313.properties.stage.enum}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.epochs !== undefined){
let data15 = data.epochs;
if(Array.isArray(data15)){
if(data15.length < 1){
const err30 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len2 = data15.length;
for(let i3=0; i3<len2; i3++){
let data16 = data15[i3];
const _errs46 = errors;
let valid19 = false;
let passing0 = null;
const _errs47 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err31 = {instancePath:instancePath+"/epochs/" + i3,schemaPath:"#/properties/epochs/items/oneOf/0/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
const err32 = {instancePath:instancePath+"/epochs/" + i3,schemaPath:"#/properties/epochs/items/oneOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
var _valid0 = _errs47 === errors;
if(_valid0){
valid19 = true;
passing0 = 0;
}
const _errs49 = errors;
if(!(data16 === "last")){
const err33 = {instancePath:instancePath+"/epochs/" + i3,schemaPath:"#/properties/epochs/items/oneOf/1/enum",keyword:"enum",params:{allowedValues: schema313.properties.epochs.items.oneOf[1].enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var _valid0 = _errs49 === errors;
if(_valid0 && valid19){
valid19 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid19 = true;
passing0 = 1;
}
}
if(!valid19){
const err34 = {instancePath:instancePath+"/epochs/" + i3,schemaPath:"#/properties/epochs/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
else {
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
}
}
let i4 = data15.length;
let j1;
if(i4 > 1){
outer0:
for(;i4--;){
for(j1 = i4; j1--;){
if(func0(data15[i4], data15[j1])){
const err35 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err36 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.show !== undefined){
let data17 = data.show;
if(Array.isArray(data17)){
if(data17.length < 1){
const err37 = {instancePath:instancePath+"/show",schemaPath:"#/properties/show/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const len3 = data17.length;
for(let i5=0; i5<len3; i5++){
let data18 = data17[i5];
if(!(((((data18 === "clean") || (data18 === "triggered")) || (data18 === "captions")) || (data18 === "classes")) || (data18 === "target"))){
const err38 = {instancePath:instancePath+"/show/" + i5,schemaPath:"#/properties/show/items/enum",keyword:"enum",params:{allowedValues: schema313.properties.show.items.enum}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
let i6 = data17.length;
let j2;
if(i6 > 1){
outer1:
for(;i6--;){
for(j2 = i6; j2--;){
if(func0(data17[i6], data17[j2])){
const err39 = {instancePath:instancePath+"/show",schemaPath:"#/properties/show/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err40 = {instancePath:instancePath+"/show",schemaPath:"#/properties/show/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.color_classes !== undefined){
let data19 = data.color_classes;
if(Array.isArray(data19)){
if(data19.length > 12){
const err41 = {instancePath:instancePath+"/color_classes",schemaPath:"#/properties/color_classes/maxItems",keyword:"maxItems",params:{limit: 12}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data19.length < 1){
const err42 = {instancePath:instancePath+"/color_classes",schemaPath:"#/properties/color_classes/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len4 = data19.length;
for(let i7=0; i7<len4; i7++){
if(typeof data19[i7] !== "string"){
const err43 = {instancePath:instancePath+"/color_classes/" + i7,schemaPath:"#/properties/color_classes/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
let i8 = data19.length;
let j3;
if(i8 > 1){
const indices1 = {};
for(;i8--;){
let item1 = data19[i8];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j3 = indices1[item1];
const err44 = {instancePath:instancePath+"/color_classes",schemaPath:"#/properties/color_classes/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
break;
}
indices1[item1] = i8;
}
}
}
else {
const err45 = {instancePath:instancePath+"/color_classes",schemaPath:"#/properties/color_classes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.method !== undefined){
let data21 = data.method;
if(!((data21 === "pca") || (data21 === "t-sne"))){
const err46 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema313.properties.method.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.together !== undefined){
if(typeof data.together !== "boolean"){
const err47 = {instancePath:instancePath+"/together",schemaPath:"#/properties/together/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.perplexity !== undefined){
let data23 = data.perplexity;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 1000 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/perplexity",schemaPath:"#/properties/perplexity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err49 = {instancePath:instancePath+"/perplexity",schemaPath:"#/properties/perplexity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/perplexity",schemaPath:"#/properties/perplexity/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.iterations !== undefined){
let data24 = data.iterations;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err51 = {instancePath:instancePath+"/iterations",schemaPath:"#/properties/iterations/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 100000 || isNaN(data24)){
const err52 = {instancePath:instancePath+"/iterations",schemaPath:"#/properties/iterations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data24 < 250 || isNaN(data24)){
const err53 = {instancePath:instancePath+"/iterations",schemaPath:"#/properties/iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 250}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data.seed !== undefined){
let data25 = data.seed;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err54 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 0 || isNaN(data25)){
const err55 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data.columns !== undefined){
let data26 = data.columns;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err56 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 1 || isNaN(data26)){
const err57 = {instancePath:instancePath+"/columns",schemaPath:"#/definitions/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
if(data.labels !== undefined){
let data27 = data.labels;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(Object.keys(data27).length < 1){
const err58 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
for(const key1 in data27){
if(typeof data27[key1] !== "string"){
const err59 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.width !== undefined){
let data29 = data.width;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err61 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 4000 || isNaN(data29)){
const err62 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data29 < 80 || isNaN(data29)){
const err63 = {instancePath:instancePath+"/width",schemaPath:"#/definitions/width/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data.height !== undefined){
let data30 = data.height;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err64 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 4000 || isNaN(data30)){
const err65 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data30 < 80 || isNaN(data30)){
const err66 = {instancePath:instancePath+"/height",schemaPath:"#/definitions/height/minimum",keyword:"minimum",params:{comparison: ">=", limit: 80}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data.formats !== undefined){
let data31 = data.formats;
if(Array.isArray(data31)){
if(data31.length < 1){
const err67 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
const len5 = data31.length;
for(let i9=0; i9<len5; i9++){
let data32 = data31[i9];
if(!(((data32 === "png") || (data32 === "svg")) || (data32 === "pdf"))){
const err68 = {instancePath:instancePath+"/formats/" + i9,schemaPath:"#/definitions/formats/items/enum",keyword:"enum",params:{allowedValues: schema163.items.enum}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
let i10 = data31.length;
let j4;
if(i10 > 1){
outer2:
for(;i10--;){
for(j4 = i10; j4--;){
if(func0(data31[i10], data31[j4])){
const err69 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j4}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
break outer2;
}
}
}
}
}
else {
const err70 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
validate99.errors = vErrors;
return errors === 0;
}

const schema330 = {"title":"ContactSheetFigure","description":"Pictures out of the store: poisoned ones beside their originals, or those of a data set.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"contact-sheet","description":"Contact sheet of pictures."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"of":{"description":"Which pictures: the `poison`ed ones with the trigger, those `train`ed on, `test`ed on, of the `cleaning-set`, or the poisoned ones left in it (`cleaning-poison`).","enum":["poison","train","test","cleaning-set","cleaning-poison"],"default":"poison"},"originals":{"description":"Show each poisoned picture beside its original.","type":"boolean","default":true},"captions":{"description":"Write the caption under each picture.","type":"boolean","default":true},"count":{"description":"Pictures of each panel, evenly spread over the set.","type":"integer","minimum":1,"maximum":1000,"default":12,"x-unit":"pictures"},"size":{"description":"Side of a picture on paper.","type":"integer","minimum":16,"maximum":512,"default":72,"x-unit":"px"},"facet":{"$ref":"#/definitions/facet"},"columns":{"description":"Pictures in a row.","type":"integer","minimum":1,"maximum":100,"default":6},"labels":{"$ref":"#/definitions/labels"},"formats":{"$ref":"#/definitions/formats"}}};

function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema330.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("contact-sheet" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "contact-sheet"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern0.test(data1)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err7 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err8 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err9 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err11 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err12 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.of !== undefined){
let data7 = data.of;
if(!(((((data7 === "poison") || (data7 === "train")) || (data7 === "test")) || (data7 === "cleaning-set")) || (data7 === "cleaning-poison"))){
const err15 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/enum",keyword:"enum",params:{allowedValues: schema330.properties.of.enum}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.originals !== undefined){
if(typeof data.originals !== "boolean"){
const err16 = {instancePath:instancePath+"/originals",schemaPath:"#/properties/originals/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.captions !== undefined){
if(typeof data.captions !== "boolean"){
const err17 = {instancePath:instancePath+"/captions",schemaPath:"#/properties/captions/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.count !== undefined){
let data10 = data.count;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err18 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 1000 || isNaN(data10)){
const err19 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err20 = {instancePath:instancePath+"/count",schemaPath:"#/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.size !== undefined){
let data11 = data.size;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err21 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 512 || isNaN(data11)){
const err22 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 512}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data11 < 16 || isNaN(data11)){
const err23 = {instancePath:instancePath+"/size",schemaPath:"#/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 16}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.facet !== undefined){
let data12 = data.facet;
const _errs33 = errors;
let valid9 = false;
let passing0 = null;
const _errs34 = errors;
if(typeof data12 === "string"){
if(func3(data12) < 1){
const err24 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid0 = _errs34 === errors;
if(_valid0){
valid9 = true;
passing0 = 0;
}
const _errs36 = errors;
if(Array.isArray(data12)){
if(data12.length < 1){
const err26 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(func3(data13) < 1){
const err27 = {instancePath:instancePath+"/facet/" + i1,schemaPath:"#/definitions/facet/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/facet/" + i1,schemaPath:"#/definitions/facet/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err29 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err30 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var _valid0 = _errs36 === errors;
if(_valid0 && valid9){
valid9 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid9 = true;
passing0 = 1;
}
}
if(!valid9){
const err31 = {instancePath:instancePath+"/facet",schemaPath:"#/definitions/facet/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
else {
errors = _errs33;
if(vErrors !== null){
if(_errs33){
vErrors.length = _errs33;
}
else {
vErrors = null;
}
}
}
}
if(data.columns !== undefined){
let data14 = data.columns;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err32 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 100 || isNaN(data14)){
const err33 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err34 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data.labels !== undefined){
let data15 = data.labels;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
const err35 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key1 in data15){
if(typeof data15[key1] !== "string"){
const err36 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.formats !== undefined){
let data17 = data.formats;
if(Array.isArray(data17)){
if(data17.length < 1){
const err38 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
const len2 = data17.length;
for(let i3=0; i3<len2; i3++){
let data18 = data17[i3];
if(!(((data18 === "png") || (data18 === "svg")) || (data18 === "pdf"))){
const err39 = {instancePath:instancePath+"/formats/" + i3,schemaPath:"#/definitions/formats/items/enum",keyword:"enum",params:{allowedValues: schema163.items.enum}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
let i4 = data17.length;
let j1;
if(i4 > 1){
outer0:
for(;i4--;){
for(j1 = i4; j1--;){
if(func0(data17[i4], data17[j1])){
const err40 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err41 = {instancePath:instancePath+"/formats",schemaPath:"#/definitions/formats/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
validate100.errors = vErrors;
return errors === 0;
}

const schema339 = {"title":"TableFigure","description":"For each pre-trained model and cleaning: the start's accuracy and ASR, the best accuracy with ASR at or under each limit, and the drop.","type":"object","additionalProperties":false,"required":["kind","name"],"properties":{"kind":{"const":"table","description":"Table of best models under a limit."},"name":{"$ref":"#/definitions/name"},"title":{"$ref":"#/definitions/title"},"ablation":{"$ref":"#/definitions/ablationName"},"where":{"$ref":"#/definitions/Selection","description":"Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."},"exclude":{"description":"Leave out runs: each entry gives axes or parameters a label or a list of labels.","type":"array","minItems":1,"items":{"$ref":"#/definitions/Selection"}},"min_points":{"$ref":"#/definitions/minPoints"},"since":{"$ref":"#/definitions/since"},"until":{"$ref":"#/definitions/until"},"rule":{"$ref":"#/definitions/rule"},"top":{"$ref":"#/definitions/top"},"order":{"$ref":"#/definitions/order"},"points":{"description":"Evaluations among which the best is sought: `all`, or those at `epoch-ends` only, or the `last` of each run.","enum":["all","epoch-ends","last"],"default":"all"},"accuracy":{"$ref":"#/definitions/metric","default":"accuracy.top1"},"asr":{"$ref":"#/definitions/metric","default":"asr.top1"},"rows":{"description":"Axes whose combinations are the rows; runs that differ in other axes are pooled, those that differ in `seed` are averaged. The default are the axes that have a label which is not a number.","type":"array","uniqueItems":true,"items":{"type":"string"}},"asr_limits":{"description":"Limits on the attack success rate, in percent.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"number","minimum":0,"maximum":100},"default":[5],"x-unit":"%"},"columns":{"description":"Groups of columns: the `start` model; for each limit the `best` model, `where` it is found and the `drop` from the start; the `extremes` (highest accuracy, lowest ASR of all); the `counts` of runs and evaluations.","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["start","best","where","drop","extremes","counts"]},"default":["start","best","where","drop","counts"]},"decimals":{"description":"Digits after the point of a percentage.","type":"integer","minimum":0,"maximum":6,"default":2},"labels":{"$ref":"#/definitions/labels"}}};

function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema339.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
if("table" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "table"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern0.test(data1)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err7 = {instancePath:instancePath+"/title",schemaPath:"#/definitions/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ablation !== undefined){
if(typeof data.ablation !== "string"){
const err8 = {instancePath:instancePath+"/ablation",schemaPath:"#/definitions/ablationName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.where !== undefined){
let data4 = data.where;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err9 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length < 1){
const err11 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err12 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/definitions/Selection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.min_points !== undefined){
let data7 = data.min_points;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err15 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/min_points",schemaPath:"#/definitions/minPoints/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.since !== undefined){
let data8 = data.since;
if(typeof data8 === "string"){
if(!pattern14.test(data8)){
const err17 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/since/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.until !== undefined){
let data9 = data.until;
if(typeof data9 === "string"){
if(!pattern14.test(data9)){
const err19 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/until",schemaPath:"#/definitions/until/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.rule !== undefined){
let data10 = data.rule;
if(typeof data10 === "string"){
if(func3(data10) < 1){
const err21 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/rule",schemaPath:"#/definitions/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.top !== undefined){
let data11 = data.top;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err23 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err24 = {instancePath:instancePath+"/top",schemaPath:"#/definitions/top/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.order !== undefined){
let data12 = data.order;
if(Array.isArray(data12)){
if(data12.length < 1){
const err25 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(typeof data12[i1] !== "string"){
const err26 = {instancePath:instancePath+"/order/" + i1,schemaPath:"#/definitions/order/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
let i2 = data12.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data12[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err27 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err28 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.points !== undefined){
let data14 = data.points;
if(!(((data14 === "all") || (data14 === "epoch-ends")) || (data14 === "last"))){
const err29 = {instancePath:instancePath+"/points",schemaPath:"#/properties/points/enum",keyword:"enum",params:{allowedValues: schema339.properties.points.enum}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.accuracy !== undefined){
let data15 = data.accuracy;
if(typeof data15 === "string"){
if(!pattern16.test(data15)){
const err30 = {instancePath:instancePath+"/accuracy",schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/accuracy",schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.asr !== undefined){
let data16 = data.asr;
if(typeof data16 === "string"){
if(!pattern16.test(data16)){
const err32 = {instancePath:instancePath+"/asr",schemaPath:"#/definitions/metric/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/asr",schemaPath:"#/definitions/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.rows !== undefined){
let data17 = data.rows;
if(Array.isArray(data17)){
const len2 = data17.length;
for(let i3=0; i3<len2; i3++){
if(typeof data17[i3] !== "string"){
const err34 = {instancePath:instancePath+"/rows/" + i3,schemaPath:"#/properties/rows/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
let i4 = data17.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data17[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err35 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err36 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.asr_limits !== undefined){
let data19 = data.asr_limits;
if(Array.isArray(data19)){
if(data19.length < 1){
const err37 = {instancePath:instancePath+"/asr_limits",schemaPath:"#/properties/asr_limits/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const len3 = data19.length;
for(let i5=0; i5<len3; i5++){
let data20 = data19[i5];
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 100 || isNaN(data20)){
const err38 = {instancePath:instancePath+"/asr_limits/" + i5,schemaPath:"#/properties/asr_limits/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err39 = {instancePath:instancePath+"/asr_limits/" + i5,schemaPath:"#/properties/asr_limits/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/asr_limits/" + i5,schemaPath:"#/properties/asr_limits/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
let i6 = data19.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data19[i6];
if(!((typeof item2 == "number") && (isFinite(item2)))){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err41 = {instancePath:instancePath+"/asr_limits",schemaPath:"#/properties/asr_limits/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
break;
}
indices2[item2] = i6;
}
}
}
else {
const err42 = {instancePath:instancePath+"/asr_limits",schemaPath:"#/properties/asr_limits/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.columns !== undefined){
let data21 = data.columns;
if(Array.isArray(data21)){
if(data21.length < 1){
const err43 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
const len4 = data21.length;
for(let i7=0; i7<len4; i7++){
let data22 = data21[i7];
if(!((((((data22 === "start") || (data22 === "best")) || (data22 === "where")) || (data22 === "drop")) || (data22 === "extremes")) || (data22 === "counts"))){
const err44 = {instancePath:instancePath+"/columns/" + i7,schemaPath:"#/properties/columns/items/enum",keyword:"enum",params:{allowedValues: schema339.properties.columns.items.enum}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
let i8 = data21.length;
let j3;
if(i8 > 1){
outer0:
for(;i8--;){
for(j3 = i8; j3--;){
if(func0(data21[i8], data21[j3])){
const err45 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err46 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.decimals !== undefined){
let data23 = data.decimals;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err47 = {instancePath:instancePath+"/decimals",schemaPath:"#/properties/decimals/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 6 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/decimals",schemaPath:"#/properties/decimals/maximum",keyword:"maximum",params:{comparison: "<=", limit: 6}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data23 < 0 || isNaN(data23)){
const err49 = {instancePath:instancePath+"/decimals",schemaPath:"#/properties/decimals/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
if(data.labels !== undefined){
let data24 = data.labels;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(Object.keys(data24).length < 1){
const err50 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key1 in data24){
if(typeof data24[key1] !== "string"){
const err51 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/labels",schemaPath:"#/definitions/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate101.errors = vErrors;
return errors === 0;
}


function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "scatter"){
if(!(validate85(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
}
else if(tag0 === "trajectory"){
if(!(validate88(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
else if(tag0 === "curve"){
if(!(validate90(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
}
else if(tag0 === "line"){
if(!(validate92(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
errors = vErrors.length;
}
}
else if(tag0 === "bar"){
if(!(validate94(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
else if(tag0 === "box"){
if(!(validate96(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
}
else if(tag0 === "heatmap"){
if(!(validate98(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
}
else if(tag0 === "embedding"){
if(!(validate99(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
}
else if(tag0 === "contact-sheet"){
if(!(validate100(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
}
else if(tag0 === "table"){
if(!(validate101(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
else {
const err1 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}

const schema354 = {"title":"Style","description":"How figures look. A style file is a template with this key alone, named in `extends`.","type":"object","additionalProperties":false,"properties":{"font_size":{"description":"Size of labels; titles and legends follow.","type":"number","minimum":4,"maximum":72,"default":11,"x-unit":"px"},"background":{"description":"Colour behind the figure, or `transparent`.","type":"string","minLength":1,"default":"white"},"grid":{"description":"Draw grid lines.","type":"boolean","default":true},"frame":{"description":"Width of the frame around each panel.","type":"number","minimum":0,"maximum":10,"default":1,"x-unit":"px"},"point_size":{"description":"Area of a symbol.","type":"number","exclusiveMinimum":0,"maximum":5000,"default":42,"x-unit":"px²"},"opacity":{"description":"Opacity of symbols, so that many on one place show.","type":"number","exclusiveMinimum":0,"maximum":1,"default":0.65},"line_width":{"description":"Width of lines.","type":"number","exclusiveMinimum":0,"maximum":20,"default":1.5,"x-unit":"px"},"star_size":{"description":"Area of the star of a start model.","type":"number","exclusiveMinimum":0,"maximum":5000,"default":420,"x-unit":"px²"},"star_color":{"$ref":"#/definitions/paint","default":"#D7191C"},"colors":{"description":"Colours of series in their order; the default is told apart with any colour vision, and by its shapes in grey.","type":"array","minItems":1,"items":{"$ref":"#/definitions/paint"}},"shapes":{"description":"Shapes of series in their order.","type":"array","minItems":1,"items":{"$ref":"#/definitions/symbol"}},"marks":{"description":"Colour and shape of a series by its label, or by axis and label (`cleaning=mmcl`): the same in every figure, whatever else that shows.","type":"object","minProperties":1,"additionalProperties":{"title":"Mark","description":"Colour and shape.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"color":{"$ref":"#/definitions/paint"},"shape":{"$ref":"#/definitions/symbol"}}}},"vega":{"description":"Anything else: a Vega-Lite `config`, merged over the rest.","type":"object","additionalProperties":true}}};
const schema355 = {"description":"A colour, `#rrggbb` or a name of CSS.","type":"string","pattern":"^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[a-z]+)$","x-form":"a colour such as `#0072B2` or `maroon`"};
const schema357 = {"description":"A symbol.","enum":["circle","square","triangle-up","triangle-down","triangle-left","triangle-right","diamond","cross","x","pentagon"]};
const pattern52 = new RegExp("^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[a-z]+)$", "u");

function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema354.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.font_size !== undefined){
let data0 = data.font_size;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 72 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/font_size",schemaPath:"#/properties/font_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 72}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 4 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/font_size",schemaPath:"#/properties/font_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 4}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/font_size",schemaPath:"#/properties/font_size/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.background !== undefined){
let data1 = data.background;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/background",schemaPath:"#/properties/background/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/background",schemaPath:"#/properties/background/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.grid !== undefined){
if(typeof data.grid !== "boolean"){
const err6 = {instancePath:instancePath+"/grid",schemaPath:"#/properties/grid/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.frame !== undefined){
let data3 = data.frame;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 10 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/frame",schemaPath:"#/properties/frame/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/frame",schemaPath:"#/properties/frame/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/frame",schemaPath:"#/properties/frame/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.point_size !== undefined){
let data4 = data.point_size;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 5000 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/point_size",schemaPath:"#/properties/point_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5000}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4 <= 0 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/point_size",schemaPath:"#/properties/point_size/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/point_size",schemaPath:"#/properties/point_size/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.opacity !== undefined){
let data5 = data.opacity;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/opacity",schemaPath:"#/properties/opacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5 <= 0 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/opacity",schemaPath:"#/properties/opacity/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/opacity",schemaPath:"#/properties/opacity/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.line_width !== undefined){
let data6 = data.line_width;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 20 || isNaN(data6)){
const err16 = {instancePath:instancePath+"/line_width",schemaPath:"#/properties/line_width/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data6 <= 0 || isNaN(data6)){
const err17 = {instancePath:instancePath+"/line_width",schemaPath:"#/properties/line_width/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/line_width",schemaPath:"#/properties/line_width/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.star_size !== undefined){
let data7 = data.star_size;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 5000 || isNaN(data7)){
const err19 = {instancePath:instancePath+"/star_size",schemaPath:"#/properties/star_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5000}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data7 <= 0 || isNaN(data7)){
const err20 = {instancePath:instancePath+"/star_size",schemaPath:"#/properties/star_size/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/star_size",schemaPath:"#/properties/star_size/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.star_color !== undefined){
let data8 = data.star_color;
if(typeof data8 === "string"){
if(!pattern52.test(data8)){
const err22 = {instancePath:instancePath+"/star_color",schemaPath:"#/definitions/paint/pattern",keyword:"pattern",params:{pattern: "^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[a-z]+)$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/star_color",schemaPath:"#/definitions/paint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.colors !== undefined){
let data9 = data.colors;
if(Array.isArray(data9)){
if(data9.length < 1){
const err24 = {instancePath:instancePath+"/colors",schemaPath:"#/properties/colors/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(typeof data10 === "string"){
if(!pattern52.test(data10)){
const err25 = {instancePath:instancePath+"/colors/" + i0,schemaPath:"#/definitions/paint/pattern",keyword:"pattern",params:{pattern: "^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[a-z]+)$"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/colors/" + i0,schemaPath:"#/definitions/paint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/colors",schemaPath:"#/properties/colors/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.shapes !== undefined){
let data11 = data.shapes;
if(Array.isArray(data11)){
if(data11.length < 1){
const err28 = {instancePath:instancePath+"/shapes",schemaPath:"#/properties/shapes/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(!((((((((((data12 === "circle") || (data12 === "square")) || (data12 === "triangle-up")) || (data12 === "triangle-down")) || (data12 === "triangle-left")) || (data12 === "triangle-right")) || (data12 === "diamond")) || (data12 === "cross")) || (data12 === "x")) || (data12 === "pentagon"))){
const err29 = {instancePath:instancePath+"/shapes/" + i1,schemaPath:"#/definitions/symbol/enum",keyword:"enum",params:{allowedValues: schema357.enum}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/shapes",schemaPath:"#/properties/shapes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.marks !== undefined){
let data13 = data.marks;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length < 1){
const err31 = {instancePath:instancePath+"/marks",schemaPath:"#/properties/marks/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key1 in data13){
let data14 = data13[key1];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(Object.keys(data14).length < 1){
const err32 = {instancePath:instancePath+"/marks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/marks/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key2 in data14){
if(!((key2 === "color") || (key2 === "shape"))){
const err33 = {instancePath:instancePath+"/marks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/marks/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data14.color !== undefined){
let data15 = data14.color;
if(typeof data15 === "string"){
if(!pattern52.test(data15)){
const err34 = {instancePath:instancePath+"/marks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/color",schemaPath:"#/definitions/paint/pattern",keyword:"pattern",params:{pattern: "^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[a-z]+)$"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/marks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/color",schemaPath:"#/definitions/paint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data14.shape !== undefined){
let data16 = data14.shape;
if(!((((((((((data16 === "circle") || (data16 === "square")) || (data16 === "triangle-up")) || (data16 === "triangle-down")) || (data16 === "triangle-left")) || (data16 === "triangle-right")) || (data16 === "diamond")) || (data16 === "cross")) || (data16 === "x")) || (data16 === "pentagon"))){
const err36 = {instancePath:instancePath+"/marks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/shape",schemaPath:"#/definitions/symbol/enum",keyword:"enum",params:{allowedValues: schema357.enum}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/marks/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/marks/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/marks",schemaPath:"#/properties/marks/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.vega !== undefined){
let data17 = data.vega;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
}
else {
const err39 = {instancePath:instancePath+"/vega",schemaPath:"#/properties/vega/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
validate113.errors = vErrors;
return errors === 0;
}

const schema360 = {"title":"Execution","description":"How stages are executed. Nothing here can change a result.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"jobs":{"description":"Stages that run at the same time; the default fits the machine.","type":"integer","minimum":1,"maximum":1024,"x-effect":"none","x-unit":"stages"},"threads":{"description":"Threads of one stage; the default shares the machine's cores among the jobs.","type":"integer","minimum":1,"maximum":1024,"x-effect":"none","x-unit":"threads"},"data_threads":{"description":"Threads of one training that decode and augment the pictures of the next batches; 0 makes each batch when it is needed. The default is one fewer than the stage's threads, or none where pictures are small and packed.","type":"integer","minimum":0,"maximum":256,"x-effect":"none","x-unit":"threads"},"checkpoint_minutes":{"description":"Longest time between two checkpoints of a stage; there is one at the end of every epoch in any case.","type":"number","exclusiveMinimum":0,"default":10,"x-effect":"none","x-unit":"minutes"},"keep":{"title":"Keep","description":"Checkpoints of a training that are kept at the ends of epochs, beside those that other stages start from. The newest is never removed before the training is done.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"last":{"description":"The newest ones.","type":"integer","minimum":2,"default":2,"x-effect":"none","x-unit":"checkpoints"},"every":{"description":"And every so many epochs.","type":"integer","minimum":1,"x-effect":"none","x-unit":"epochs"},"best":{"description":"And the one that a rule takes by what was measured after each epoch: `best` (highest top-1 accuracy), or `asr >= 80, highest top1` (see Checkpoint).","oneOf":[{"enum":["best"]},{"$ref":"#/definitions/CheckpointRule"}],"x-effect":"none"}},"default":{}},"devices":{"description":"The GPUs that stages are spread over, one stage each unless more `jobs` are asked for: their names in CUDA_VISIBLE_DEVICES, or their numbers; `[cpu]` for none. The default is all.","type":"array","minItems":1,"items":{"oneOf":[{"type":"integer","minimum":0},{"type":"string","minLength":1}]},"x-effect":"none"},"wait_for_gpus":{"title":"WaitForGpus","description":"Start a stage only on a GPU that nobody else computes on, which is told by the memory in use (nvidia-smi); where all are taken, wait, and say so. By default GPUs are used whoever else does.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"used_mib":{"description":"Memory in use up to which a GPU counts as free. One that a screen is connected to has more.","type":"integer","minimum":0,"default":10,"x-effect":"none","x-unit":"MiB"},"poll_seconds":{"description":"Longest time between two looks.","type":"number","exclusiveMinimum":0,"maximum":3600,"default":30,"x-effect":"none","x-unit":"seconds"}}},"alerts":{"title":"Alerts","description":"Tell somebody when a run ends, when stages fail, and when a GPU has nothing to do while work waits. Whatever fails there is a warning and never hurts a run.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"command":{"description":"A command of the shell that is run for each message: its text is in EXPC_ALERT, and on standard input as JSON with all that is known. `EXPC_ALERT_COMMAND` in the environment stands in its place.","type":"string","minLength":1,"x-effect":"none"},"webhook":{"description":"An address that each message is sent to as JSON (POST): `text` as Slack, Mattermost and Teams read it, `content` for Discord. `EXPC_ALERT_WEBHOOK` in the environment stands in its place: such addresses are often secret.","type":"string","pattern":"^https?://[^\\s]+$","x-form":"an address that begins with http:// or https://","x-effect":"none"},"on":{"description":"What is told: that the run `ended`, that stages `failed` (the same error once), that a GPU is idle (`idle-gpu`).","type":"array","minItems":1,"uniqueItems":true,"items":{"enum":["ended","failed","idle-gpu"]},"default":["ended","failed","idle-gpu"],"x-effect":"none"},"idle_minutes":{"description":"So long a GPU must have computed nothing (5 % at most) while a stage is on it, or stages wait.","type":"number","exclusiveMinimum":0,"maximum":10000,"default":10,"x-effect":"none","x-unit":"minutes"}}},"data_parallel":{"title":"DataParallel","description":"Devices that one training is spread over, on one machine: its micro-batches (`micro_batch_size`) go through the network on all of them at the same time, and the loss is that of the whole batch. The result is the same on any number of devices. One process for each, with a GPU of its own from `devices`; without GPUs with a share of the cores.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"pretrain":{"description":"Devices of one pre-training.","type":"integer","minimum":1,"maximum":64,"default":1,"x-effect":"none","x-unit":"devices"},"clean":{"description":"Devices of one cleaning.","type":"integer","minimum":1,"maximum":64,"default":1,"x-effect":"none","x-unit":"devices"}},"default":{}},"memory_gb":{"description":"Memory that one stage may need: no more stages run at a time than the machine (or the job, or the container) has memory for.","type":"number","exclusiveMinimum":0,"x-effect":"none","x-unit":"GB"},"order":{"description":"Which of the stages that could start does: those of the first runs in the file (`given`), or of runs spread over the grid, so that early results cover it (`interleaved`). With several at a time, `given` starts what most depends on first, which ends the whole sooner.","enum":["given","interleaved"],"default":"given","x-effect":"none"},"retries":{"description":"Further tries of a stage whose process died or that met an unforeseen error; a diverged loss or wrong data are not tried again.","type":"integer","minimum":0,"maximum":100,"default":0,"x-effect":"none"},"retry_seconds":{"description":"Wait before the first retry; it doubles for each one after.","type":"number","minimum":0,"maximum":86400,"default":5,"x-effect":"none","x-unit":"seconds"},"tracking":{"title":"Tracking","description":"Other programs that are told of trainings while they run. Whatever fails there is a warning and never hurts a run; what was missed, `expc export` sends later.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"tensorboard":{"description":"Write TensorBoard event files: `true` for the folder `tensorboard/<experiment>` among the results, or another folder, in which the experiment gets one.","oneOf":[{"type":"boolean"},{"type":"string","minLength":1}],"x-effect":"none"},"mlflow":{"title":"MlflowTracking","description":"Tell an MLflow server, over its REST API. Who may is read from MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.","type":"object","additionalProperties":false,"required":["url"],"x-effect":"none","properties":{"url":{"description":"The server's address: `http://127.0.0.1:5000`.","type":"string","pattern":"^https?://[^\\s]+$","x-form":"an address that begins with http:// or https://","x-effect":"none"},"experiment":{"description":"Name of the experiment in MLflow; the default is this one's.","type":"string","minLength":1,"x-effect":"none"}}}}},"slurm":{"$ref":"#/definitions/Slurm"}},"default":{}};
const pattern56 = new RegExp("^https?://[^\\s]+$", "u");
const schema362 = {"title":"Slurm","description":"What jobs ask Slurm for with `expc run --launcher slurm` (see docs/slurm.md): for all stages, and below `stages` for each kind.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"partition":{"$ref":"#/definitions/partition"},"account":{"$ref":"#/definitions/account"},"qos":{"$ref":"#/definitions/qos"},"gpus":{"$ref":"#/definitions/gpus"},"cpus":{"$ref":"#/definitions/cpus"},"memory":{"$ref":"#/definitions/memory"},"time":{"$ref":"#/definitions/time"},"options":{"$ref":"#/definitions/sbatchOptions"},"stages":{"title":"SlurmStages","description":"What is different for one kind of stages.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"dataset":{"$ref":"#/definitions/SlurmResources"},"weights":{"$ref":"#/definitions/SlurmResources"},"poison":{"$ref":"#/definitions/SlurmResources"},"subset":{"$ref":"#/definitions/SlurmResources"},"label":{"$ref":"#/definitions/SlurmResources"},"pretrain":{"$ref":"#/definitions/SlurmResources"},"evaluate":{"$ref":"#/definitions/SlurmResources"},"clean":{"$ref":"#/definitions/SlurmResources"}}},"setup":{"description":"Lines of bash before the stage starts: `module load cuda`.","type":"string","x-effect":"none"},"script":{"description":"Template of the job's script instead of templates/slurm.sh, seen from the folder in which expc is called.","type":"string","minLength":1,"x-effect":"none"},"warning_minutes":{"description":"So long before its time limit a job is warned, writes a checkpoint and goes back into the queue; at most a quarter of the limit.","type":"number","exclusiveMinimum":0,"maximum":1440,"default":10,"x-effect":"none","x-unit":"minutes"},"requeue":{"description":"Jobs that are preempted, lose their node or meet their time limit go back into the queue; otherwise they end, and `expc run` starts them anew.","type":"boolean","default":true,"x-effect":"none"},"cancel_dependents":{"description":"Let Slurm cancel what depends on a job that failed (`--kill-on-invalid-dep`); some sites ask not to use that, then expc cancels it when it looks next.","type":"boolean","default":true,"x-effect":"none"},"array_size":{"description":"Most stages of one array of jobs; 1 for no arrays.","type":"integer","minimum":1,"maximum":100000,"default":1000,"x-effect":"none","x-unit":"stages"},"poll_seconds":{"description":"Between two looks at the queue while `expc run` waits; each is one call of squeue, whatever the number of jobs.","type":"number","exclusiveMinimum":0,"maximum":3600,"default":15,"x-effect":"none","x-unit":"seconds"}},"default":{}};
const schema363 = {"description":"Partition that the jobs go to; the site's default otherwise.","type":"string","minLength":1,"x-effect":"none"};
const schema364 = {"description":"Account that the jobs are charged to.","type":"string","minLength":1,"x-effect":"none"};
const schema365 = {"description":"Quality of service.","type":"string","minLength":1,"x-effect":"none"};
const schema366 = {"description":"GPUs of one job; without any it sees none, whatever its node has. A training that `data_parallel` spreads over more devices gets as many.","type":"integer","minimum":0,"maximum":64,"x-effect":"none","x-unit":"GPUs"};
const schema367 = {"description":"CPUs of one job, and the threads of its stage unless `execution.threads` says another number.","type":"integer","minimum":1,"maximum":1024,"x-effect":"none","x-unit":"CPUs"};
const schema368 = {"description":"Memory of one job, as Slurm writes it: `32G`.","type":"string","pattern":"^[0-9]+[KMGT]?$","x-effect":"none","x-form":"a number and one of `K M G T`"};
const schema369 = {"description":"Time limit of one job, as Slurm writes it: `2-00:00:00` are two days, `1:30:00` an hour and a half. A training that meets it goes back into the queue and on from its last checkpoint.","type":"string","pattern":"^([0-9]+-)?[0-9]+(:[0-9]{1,2}){0,2}$","x-effect":"none","x-form":"`minutes`, `hours:minutes:seconds` or `days-hours:minutes:seconds`"};
const schema370 = {"description":"Further options of sbatch, word for word: `[--constraint=a100, --nice]`.","type":"array","items":{"type":"string","pattern":"^-","x-form":"an option of sbatch, with its `-` or `--`"},"x-effect":"none"};
const pattern58 = new RegExp("^[0-9]+[KMGT]?$", "u");
const pattern59 = new RegExp("^([0-9]+-)?[0-9]+(:[0-9]{1,2}){0,2}$", "u");
const pattern60 = new RegExp("^-", "u");
const schema371 = {"title":"SlurmResources","description":"What one job asks Slurm for.","type":"object","additionalProperties":false,"x-effect":"none","properties":{"partition":{"$ref":"#/definitions/partition"},"account":{"$ref":"#/definitions/account"},"qos":{"$ref":"#/definitions/qos"},"gpus":{"$ref":"#/definitions/gpus"},"cpus":{"$ref":"#/definitions/cpus"},"memory":{"$ref":"#/definitions/memory"},"time":{"$ref":"#/definitions/time"},"options":{"$ref":"#/definitions/sbatchOptions"}}};

function validate117(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "partition") || (key0 === "account")) || (key0 === "qos")) || (key0 === "gpus")) || (key0 === "cpus")) || (key0 === "memory")) || (key0 === "time")) || (key0 === "options"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.partition !== undefined){
let data0 = data.partition;
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err1 = {instancePath:instancePath+"/partition",schemaPath:"#/definitions/partition/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/partition",schemaPath:"#/definitions/partition/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.account !== undefined){
let data1 = data.account;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err3 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/account/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/account/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.qos !== undefined){
let data2 = data.qos;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err5 = {instancePath:instancePath+"/qos",schemaPath:"#/definitions/qos/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/qos",schemaPath:"#/definitions/qos/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.gpus !== undefined){
let data3 = data.gpus;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/gpus",schemaPath:"#/definitions/gpus/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 64 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/gpus",schemaPath:"#/definitions/gpus/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/gpus",schemaPath:"#/definitions/gpus/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.cpus !== undefined){
let data4 = data.cpus;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/cpus",schemaPath:"#/definitions/cpus/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1024 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/cpus",schemaPath:"#/definitions/cpus/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/cpus",schemaPath:"#/definitions/cpus/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.memory !== undefined){
let data5 = data.memory;
if(typeof data5 === "string"){
if(!pattern58.test(data5)){
const err13 = {instancePath:instancePath+"/memory",schemaPath:"#/definitions/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]+[KMGT]?$"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/memory",schemaPath:"#/definitions/memory/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.time !== undefined){
let data6 = data.time;
if(typeof data6 === "string"){
if(!pattern59.test(data6)){
const err15 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/time/pattern",keyword:"pattern",params:{pattern: "^([0-9]+-)?[0-9]+(:[0-9]{1,2}){0,2}$"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/time/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.options !== undefined){
let data7 = data.options;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(!pattern60.test(data8)){
const err17 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/definitions/sbatchOptions/items/pattern",keyword:"pattern",params:{pattern: "^-"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/definitions/sbatchOptions/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/options",schemaPath:"#/definitions/sbatchOptions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate117.errors = vErrors;
return errors === 0;
}


function validate116(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema362.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.partition !== undefined){
let data0 = data.partition;
if(typeof data0 === "string"){
if(func3(data0) < 1){
const err1 = {instancePath:instancePath+"/partition",schemaPath:"#/definitions/partition/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/partition",schemaPath:"#/definitions/partition/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.account !== undefined){
let data1 = data.account;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err3 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/account/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/account",schemaPath:"#/definitions/account/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.qos !== undefined){
let data2 = data.qos;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err5 = {instancePath:instancePath+"/qos",schemaPath:"#/definitions/qos/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/qos",schemaPath:"#/definitions/qos/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.gpus !== undefined){
let data3 = data.gpus;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/gpus",schemaPath:"#/definitions/gpus/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 64 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/gpus",schemaPath:"#/definitions/gpus/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/gpus",schemaPath:"#/definitions/gpus/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.cpus !== undefined){
let data4 = data.cpus;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/cpus",schemaPath:"#/definitions/cpus/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1024 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/cpus",schemaPath:"#/definitions/cpus/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/cpus",schemaPath:"#/definitions/cpus/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.memory !== undefined){
let data5 = data.memory;
if(typeof data5 === "string"){
if(!pattern58.test(data5)){
const err13 = {instancePath:instancePath+"/memory",schemaPath:"#/definitions/memory/pattern",keyword:"pattern",params:{pattern: "^[0-9]+[KMGT]?$"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/memory",schemaPath:"#/definitions/memory/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.time !== undefined){
let data6 = data.time;
if(typeof data6 === "string"){
if(!pattern59.test(data6)){
const err15 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/time/pattern",keyword:"pattern",params:{pattern: "^([0-9]+-)?[0-9]+(:[0-9]{1,2}){0,2}$"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/time/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.options !== undefined){
let data7 = data.options;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(!pattern60.test(data8)){
const err17 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/definitions/sbatchOptions/items/pattern",keyword:"pattern",params:{pattern: "^-"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/definitions/sbatchOptions/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/options",schemaPath:"#/definitions/sbatchOptions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.stages !== undefined){
let data9 = data.stages;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
if(!((((((((key1 === "dataset") || (key1 === "weights")) || (key1 === "poison")) || (key1 === "subset")) || (key1 === "label")) || (key1 === "pretrain")) || (key1 === "evaluate")) || (key1 === "clean"))){
const err20 = {instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data9.dataset !== undefined){
if(!(validate117(data9.dataset, {instancePath:instancePath+"/stages/dataset",parentData:data9,parentDataProperty:"dataset",rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data9.weights !== undefined){
if(!(validate117(data9.weights, {instancePath:instancePath+"/stages/weights",parentData:data9,parentDataProperty:"weights",rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data9.poison !== undefined){
if(!(validate117(data9.poison, {instancePath:instancePath+"/stages/poison",parentData:data9,parentDataProperty:"poison",rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data9.subset !== undefined){
if(!(validate117(data9.subset, {instancePath:instancePath+"/stages/subset",parentData:data9,parentDataProperty:"subset",rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data9.label !== undefined){
if(!(validate117(data9.label, {instancePath:instancePath+"/stages/label",parentData:data9,parentDataProperty:"label",rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data9.pretrain !== undefined){
if(!(validate117(data9.pretrain, {instancePath:instancePath+"/stages/pretrain",parentData:data9,parentDataProperty:"pretrain",rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data9.evaluate !== undefined){
if(!(validate117(data9.evaluate, {instancePath:instancePath+"/stages/evaluate",parentData:data9,parentDataProperty:"evaluate",rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data9.clean !== undefined){
if(!(validate117(data9.clean, {instancePath:instancePath+"/stages/clean",parentData:data9,parentDataProperty:"clean",rootData}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.setup !== undefined){
if(typeof data.setup !== "string"){
const err22 = {instancePath:instancePath+"/setup",schemaPath:"#/properties/setup/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.script !== undefined){
let data19 = data.script;
if(typeof data19 === "string"){
if(func3(data19) < 1){
const err23 = {instancePath:instancePath+"/script",schemaPath:"#/properties/script/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/script",schemaPath:"#/properties/script/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.warning_minutes !== undefined){
let data20 = data.warning_minutes;
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 1440 || isNaN(data20)){
const err25 = {instancePath:instancePath+"/warning_minutes",schemaPath:"#/properties/warning_minutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1440}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data20 <= 0 || isNaN(data20)){
const err26 = {instancePath:instancePath+"/warning_minutes",schemaPath:"#/properties/warning_minutes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/warning_minutes",schemaPath:"#/properties/warning_minutes/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.requeue !== undefined){
if(typeof data.requeue !== "boolean"){
const err28 = {instancePath:instancePath+"/requeue",schemaPath:"#/properties/requeue/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.cancel_dependents !== undefined){
if(typeof data.cancel_dependents !== "boolean"){
const err29 = {instancePath:instancePath+"/cancel_dependents",schemaPath:"#/properties/cancel_dependents/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.array_size !== undefined){
let data23 = data.array_size;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err30 = {instancePath:instancePath+"/array_size",schemaPath:"#/properties/array_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 100000 || isNaN(data23)){
const err31 = {instancePath:instancePath+"/array_size",schemaPath:"#/properties/array_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err32 = {instancePath:instancePath+"/array_size",schemaPath:"#/properties/array_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data.poll_seconds !== undefined){
let data24 = data.poll_seconds;
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 3600 || isNaN(data24)){
const err33 = {instancePath:instancePath+"/poll_seconds",schemaPath:"#/properties/poll_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data24 <= 0 || isNaN(data24)){
const err34 = {instancePath:instancePath+"/poll_seconds",schemaPath:"#/properties/poll_seconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/poll_seconds",schemaPath:"#/properties/poll_seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate116.errors = vErrors;
return errors === 0;
}


function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema360.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.jobs !== undefined){
let data0 = data.jobs;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1024 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.threads !== undefined){
let data1 = data.threads;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1024 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.data_threads !== undefined){
let data2 = data.data_threads;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/data_threads",schemaPath:"#/properties/data_threads/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 256 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/data_threads",schemaPath:"#/properties/data_threads/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/data_threads",schemaPath:"#/properties/data_threads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.checkpoint_minutes !== undefined){
let data3 = data.checkpoint_minutes;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 <= 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/checkpoint_minutes",schemaPath:"#/properties/checkpoint_minutes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/checkpoint_minutes",schemaPath:"#/properties/checkpoint_minutes/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.keep !== undefined){
let data4 = data.keep;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!(((key1 === "last") || (key1 === "every")) || (key1 === "best"))){
const err12 = {instancePath:instancePath+"/keep",schemaPath:"#/properties/keep/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.last !== undefined){
let data5 = data4.last;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/keep/last",schemaPath:"#/properties/keep/properties/last/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 2 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/keep/last",schemaPath:"#/properties/keep/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data4.every !== undefined){
let data6 = data4.every;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err15 = {instancePath:instancePath+"/keep/every",schemaPath:"#/properties/keep/properties/every/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 1 || isNaN(data6)){
const err16 = {instancePath:instancePath+"/keep/every",schemaPath:"#/properties/keep/properties/every/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data4.best !== undefined){
let data7 = data4.best;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(!(data7 === "best")){
const err17 = {instancePath:instancePath+"/keep/best",schemaPath:"#/properties/keep/properties/best/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema360.properties.keep.properties.best.oneOf[0].enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs20 = errors;
if(typeof data7 === "string"){
if(!pattern7.test(data7)){
const err18 = {instancePath:instancePath+"/keep/best",schemaPath:"#/definitions/CheckpointRule/pattern",keyword:"pattern",params:{pattern: "\\s"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/keep/best",schemaPath:"#/definitions/CheckpointRule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid0 = _errs20 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err20 = {instancePath:instancePath+"/keep/best",schemaPath:"#/properties/keep/properties/best/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err21 = {instancePath:instancePath+"/keep",schemaPath:"#/properties/keep/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.devices !== undefined){
let data8 = data.devices;
if(Array.isArray(data8)){
if(data8.length < 1){
const err22 = {instancePath:instancePath+"/devices",schemaPath:"#/properties/devices/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
const _errs26 = errors;
let valid6 = false;
let passing1 = null;
const _errs27 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err23 = {instancePath:instancePath+"/devices/" + i0,schemaPath:"#/properties/devices/items/oneOf/0/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err24 = {instancePath:instancePath+"/devices/" + i0,schemaPath:"#/properties/devices/items/oneOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var _valid1 = _errs27 === errors;
if(_valid1){
valid6 = true;
passing1 = 0;
}
const _errs29 = errors;
if(typeof data9 === "string"){
if(func3(data9) < 1){
const err25 = {instancePath:instancePath+"/devices/" + i0,schemaPath:"#/properties/devices/items/oneOf/1/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/devices/" + i0,schemaPath:"#/properties/devices/items/oneOf/1/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid1 = _errs29 === errors;
if(_valid1 && valid6){
valid6 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid6 = true;
passing1 = 1;
}
}
if(!valid6){
const err27 = {instancePath:instancePath+"/devices/" + i0,schemaPath:"#/properties/devices/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/devices",schemaPath:"#/properties/devices/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.wait_for_gpus !== undefined){
let data10 = data.wait_for_gpus;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
if(!((key2 === "used_mib") || (key2 === "poll_seconds"))){
const err29 = {instancePath:instancePath+"/wait_for_gpus",schemaPath:"#/properties/wait_for_gpus/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data10.used_mib !== undefined){
let data11 = data10.used_mib;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err30 = {instancePath:instancePath+"/wait_for_gpus/used_mib",schemaPath:"#/properties/wait_for_gpus/properties/used_mib/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err31 = {instancePath:instancePath+"/wait_for_gpus/used_mib",schemaPath:"#/properties/wait_for_gpus/properties/used_mib/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data10.poll_seconds !== undefined){
let data12 = data10.poll_seconds;
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 3600 || isNaN(data12)){
const err32 = {instancePath:instancePath+"/wait_for_gpus/poll_seconds",schemaPath:"#/properties/wait_for_gpus/properties/poll_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data12 <= 0 || isNaN(data12)){
const err33 = {instancePath:instancePath+"/wait_for_gpus/poll_seconds",schemaPath:"#/properties/wait_for_gpus/properties/poll_seconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/wait_for_gpus/poll_seconds",schemaPath:"#/properties/wait_for_gpus/properties/poll_seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/wait_for_gpus",schemaPath:"#/properties/wait_for_gpus/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.alerts !== undefined){
let data13 = data.alerts;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key3 in data13){
if(!((((key3 === "command") || (key3 === "webhook")) || (key3 === "on")) || (key3 === "idle_minutes"))){
const err36 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data13.command !== undefined){
let data14 = data13.command;
if(typeof data14 === "string"){
if(func3(data14) < 1){
const err37 = {instancePath:instancePath+"/alerts/command",schemaPath:"#/properties/alerts/properties/command/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/alerts/command",schemaPath:"#/properties/alerts/properties/command/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data13.webhook !== undefined){
let data15 = data13.webhook;
if(typeof data15 === "string"){
if(!pattern56.test(data15)){
const err39 = {instancePath:instancePath+"/alerts/webhook",schemaPath:"#/properties/alerts/properties/webhook/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/alerts/webhook",schemaPath:"#/properties/alerts/properties/webhook/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data13.on !== undefined){
let data16 = data13.on;
if(Array.isArray(data16)){
if(data16.length < 1){
const err41 = {instancePath:instancePath+"/alerts/on",schemaPath:"#/properties/alerts/properties/on/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(!(((data17 === "ended") || (data17 === "failed")) || (data17 === "idle-gpu"))){
const err42 = {instancePath:instancePath+"/alerts/on/" + i1,schemaPath:"#/properties/alerts/properties/on/items/enum",keyword:"enum",params:{allowedValues: schema360.properties.alerts.properties.on.items.enum}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
let i2 = data16.length;
let j0;
if(i2 > 1){
outer0:
for(;i2--;){
for(j0 = i2; j0--;){
if(func0(data16[i2], data16[j0])){
const err43 = {instancePath:instancePath+"/alerts/on",schemaPath:"#/properties/alerts/properties/on/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err44 = {instancePath:instancePath+"/alerts/on",schemaPath:"#/properties/alerts/properties/on/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data13.idle_minutes !== undefined){
let data18 = data13.idle_minutes;
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 10000 || isNaN(data18)){
const err45 = {instancePath:instancePath+"/alerts/idle_minutes",schemaPath:"#/properties/alerts/properties/idle_minutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data18 <= 0 || isNaN(data18)){
const err46 = {instancePath:instancePath+"/alerts/idle_minutes",schemaPath:"#/properties/alerts/properties/idle_minutes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/alerts/idle_minutes",schemaPath:"#/properties/alerts/properties/idle_minutes/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/alerts",schemaPath:"#/properties/alerts/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.data_parallel !== undefined){
let data19 = data.data_parallel;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key4 in data19){
if(!((key4 === "pretrain") || (key4 === "clean"))){
const err49 = {instancePath:instancePath+"/data_parallel",schemaPath:"#/properties/data_parallel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data19.pretrain !== undefined){
let data20 = data19.pretrain;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err50 = {instancePath:instancePath+"/data_parallel/pretrain",schemaPath:"#/properties/data_parallel/properties/pretrain/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 64 || isNaN(data20)){
const err51 = {instancePath:instancePath+"/data_parallel/pretrain",schemaPath:"#/properties/data_parallel/properties/pretrain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err52 = {instancePath:instancePath+"/data_parallel/pretrain",schemaPath:"#/properties/data_parallel/properties/pretrain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
if(data19.clean !== undefined){
let data21 = data19.clean;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err53 = {instancePath:instancePath+"/data_parallel/clean",schemaPath:"#/properties/data_parallel/properties/clean/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 64 || isNaN(data21)){
const err54 = {instancePath:instancePath+"/data_parallel/clean",schemaPath:"#/properties/data_parallel/properties/clean/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err55 = {instancePath:instancePath+"/data_parallel/clean",schemaPath:"#/properties/data_parallel/properties/clean/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
}
else {
const err56 = {instancePath:instancePath+"/data_parallel",schemaPath:"#/properties/data_parallel/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.memory_gb !== undefined){
let data22 = data.memory_gb;
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 <= 0 || isNaN(data22)){
const err57 = {instancePath:instancePath+"/memory_gb",schemaPath:"#/properties/memory_gb/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/memory_gb",schemaPath:"#/properties/memory_gb/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.order !== undefined){
let data23 = data.order;
if(!((data23 === "given") || (data23 === "interleaved"))){
const err59 = {instancePath:instancePath+"/order",schemaPath:"#/properties/order/enum",keyword:"enum",params:{allowedValues: schema360.properties.order.enum}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.retries !== undefined){
let data24 = data.retries;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err60 = {instancePath:instancePath+"/retries",schemaPath:"#/properties/retries/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 100 || isNaN(data24)){
const err61 = {instancePath:instancePath+"/retries",schemaPath:"#/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err62 = {instancePath:instancePath+"/retries",schemaPath:"#/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
if(data.retry_seconds !== undefined){
let data25 = data.retry_seconds;
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 86400 || isNaN(data25)){
const err63 = {instancePath:instancePath+"/retry_seconds",schemaPath:"#/properties/retry_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data25 < 0 || isNaN(data25)){
const err64 = {instancePath:instancePath+"/retry_seconds",schemaPath:"#/properties/retry_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/retry_seconds",schemaPath:"#/properties/retry_seconds/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.tracking !== undefined){
let data26 = data.tracking;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key5 in data26){
if(!((key5 === "tensorboard") || (key5 === "mlflow"))){
const err66 = {instancePath:instancePath+"/tracking",schemaPath:"#/properties/tracking/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data26.tensorboard !== undefined){
let data27 = data26.tensorboard;
const _errs68 = errors;
let valid14 = false;
let passing2 = null;
const _errs69 = errors;
if(typeof data27 !== "boolean"){
const err67 = {instancePath:instancePath+"/tracking/tensorboard",schemaPath:"#/properties/tracking/properties/tensorboard/oneOf/0/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
var _valid2 = _errs69 === errors;
if(_valid2){
valid14 = true;
passing2 = 0;
}
const _errs71 = errors;
if(typeof data27 === "string"){
if(func3(data27) < 1){
const err68 = {instancePath:instancePath+"/tracking/tensorboard",schemaPath:"#/properties/tracking/properties/tensorboard/oneOf/1/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/tracking/tensorboard",schemaPath:"#/properties/tracking/properties/tensorboard/oneOf/1/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
var _valid2 = _errs71 === errors;
if(_valid2 && valid14){
valid14 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid14 = true;
passing2 = 1;
}
}
if(!valid14){
const err70 = {instancePath:instancePath+"/tracking/tensorboard",schemaPath:"#/properties/tracking/properties/tensorboard/oneOf",keyword:"oneOf",params:{passingSchemas: passing2}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
else {
errors = _errs68;
if(vErrors !== null){
if(_errs68){
vErrors.length = _errs68;
}
else {
vErrors = null;
}
}
}
}
if(data26.mlflow !== undefined){
let data28 = data26.mlflow;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.url === undefined){
const err71 = {instancePath:instancePath+"/tracking/mlflow",schemaPath:"#/properties/tracking/properties/mlflow/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
for(const key6 in data28){
if(!((key6 === "url") || (key6 === "experiment"))){
const err72 = {instancePath:instancePath+"/tracking/mlflow",schemaPath:"#/properties/tracking/properties/mlflow/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data28.url !== undefined){
let data29 = data28.url;
if(typeof data29 === "string"){
if(!pattern56.test(data29)){
const err73 = {instancePath:instancePath+"/tracking/mlflow/url",schemaPath:"#/properties/tracking/properties/mlflow/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/tracking/mlflow/url",schemaPath:"#/properties/tracking/properties/mlflow/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data28.experiment !== undefined){
let data30 = data28.experiment;
if(typeof data30 === "string"){
if(func3(data30) < 1){
const err75 = {instancePath:instancePath+"/tracking/mlflow/experiment",schemaPath:"#/properties/tracking/properties/mlflow/properties/experiment/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/tracking/mlflow/experiment",schemaPath:"#/properties/tracking/properties/mlflow/properties/experiment/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/tracking/mlflow",schemaPath:"#/properties/tracking/properties/mlflow/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/tracking",schemaPath:"#/properties/tracking/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data.slurm !== undefined){
if(!(validate116(data.slurm, {instancePath:instancePath+"/slurm",parentData:data,parentDataProperty:"slurm",rootData}))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
}
else {
const err79 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
validate115.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.expc === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expc"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.datasets === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "datasets"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.model === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.evaluate === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "evaluate"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.expc !== undefined){
if(1 !== data.expc){
const err6 = {instancePath:instancePath+"/expc",schemaPath:"#/properties/expc/const",keyword:"const",params:{allowedValue: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func3(data1) > 80){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 80}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern0.test(data1)){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.+-]*$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
const err10 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.extends !== undefined){
let data3 = data.extends;
const _errs8 = errors;
let valid1 = false;
let passing0 = null;
const _errs9 = errors;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err11 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/oneOf/0/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/oneOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs9 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs11 = errors;
if(Array.isArray(data3)){
if(data3.length < 1){
const err13 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err14 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/oneOf/1/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/oneOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/oneOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid0 = _errs11 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err17 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.compatibility !== undefined){
let data5 = data.compatibility;
if(!((data5 === "textbook") || (data5 === "study"))){
const err18 = {instancePath:instancePath+"/compatibility",schemaPath:"#/properties/compatibility/enum",keyword:"enum",params:{allowedValues: schema11.properties.compatibility.enum}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.seed !== undefined){
let data6 = data.seed;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err19 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
const err20 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err21 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.datasets !== undefined){
let data7 = data.datasets;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length < 1){
const err22 = {instancePath:instancePath+"/datasets",schemaPath:"#/properties/datasets/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key1 in data7){
const _errs20 = errors;
if(typeof key1 === "string"){
if(!pattern1.test(key1)){
const err23 = {instancePath:instancePath+"/datasets",schemaPath:"#/properties/datasets/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},propertyName:key1};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var valid4 = _errs20 === errors;
if(!valid4){
const err24 = {instancePath:instancePath+"/datasets",schemaPath:"#/properties/datasets/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
for(const key2 in data7){
if(!(validate11(data7[key2], {instancePath:instancePath+"/datasets/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data7,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/datasets",schemaPath:"#/properties/datasets/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.poison !== undefined){
if(!(validate29(data.poison, {instancePath:instancePath+"/poison",parentData:data,parentDataProperty:"poison",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.model !== undefined){
if(!(validate46(data.model, {instancePath:instancePath+"/model",parentData:data,parentDataProperty:"model",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
if(data.pretrain !== undefined){
if(!(validate52(data.pretrain, {instancePath:instancePath+"/pretrain",parentData:data,parentDataProperty:"pretrain",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
if(data.clean !== undefined){
if(!(validate67(data.clean, {instancePath:instancePath+"/clean",parentData:data,parentDataProperty:"clean",rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
if(data.evaluate !== undefined){
if(!(validate71(data.evaluate, {instancePath:instancePath+"/evaluate",parentData:data,parentDataProperty:"evaluate",rootData}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
if(data.ablations !== undefined){
let data14 = data.ablations;
if(Array.isArray(data14)){
if(data14.length < 1){
const err26 = {instancePath:instancePath+"/ablations",schemaPath:"#/properties/ablations/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
if(!(validate74(data14[i1], {instancePath:instancePath+"/ablations/" + i1,parentData:data14,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
}
else {
const err27 = {instancePath:instancePath+"/ablations",schemaPath:"#/properties/ablations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.figures !== undefined){
let data16 = data.figures;
if(Array.isArray(data16)){
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
if(!(validate84(data16[i2], {instancePath:instancePath+"/figures/" + i2,parentData:data16,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
}
}
else {
const err28 = {instancePath:instancePath+"/figures",schemaPath:"#/properties/figures/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.style !== undefined){
if(!(validate113(data.style, {instancePath:instancePath+"/style",parentData:data,parentDataProperty:"style",rootData}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
}
if(data.execution !== undefined){
if(!(validate115(data.execution, {instancePath:instancePath+"/execution",parentData:data,parentDataProperty:"execution",rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
else {
const err29 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

