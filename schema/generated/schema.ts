// Generated from schema/*.schema.json by scripts/generate.mjs. Do not edit.
import type { JsonSchema } from '../json-schema.js';

/** The language, as one schema. */
export const experimentSchema: JsonSchema = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Experiment",
  "description": "One experiment: data, attack, pre-training, cleaning, evaluation, ablations over them, and the figures that show the results.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "expc",
    "name",
    "datasets",
    "model",
    "evaluate"
  ],
  "properties": {
    "expc": {
      "description": "Version of the language.",
      "const": 1
    },
    "name": {
      "description": "Name of the experiment and of its folder in outputs/experiments/.",
      "type": "string",
      "pattern": "^[A-Za-z0-9][A-Za-z0-9_.+-]*$",
      "x-form": "a name of letters, digits and `_ . + -` that starts with a letter or a digit",
      "maxLength": 80
    },
    "title": {
      "description": "What the experiment asks, for reports.",
      "type": "string"
    },
    "extends": {
      "description": "Files this one is merged over, in order (JSON Merge Patch, RFC 7396), relative to this file.",
      "oneOf": [
        {
          "type": "string",
          "minLength": 1
        },
        {
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "string",
            "minLength": 1
          }
        }
      ]
    },
    "compatibility": {
      "description": "`study` changes the defaults of every key that has one of the study's own (see docs/fidelity.md) to what the original code did.",
      "enum": [
        "textbook",
        "study"
      ],
      "default": "textbook"
    },
    "seed": {
      "description": "Seed of the experiment: of poisoning, initialisation, batches and augmentation, unless they have their own.",
      "type": "integer",
      "minimum": 0,
      "maximum": 9007199254740991,
      "default": 0
    },
    "datasets": {
      "description": "The data sets by name.",
      "type": "object",
      "minProperties": 1,
      "propertyNames": {
        "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*$",
        "x-form": "letters, digits, `_` and `-`, starting with a letter or a digit"
      },
      "additionalProperties": {
        "$ref": "#/definitions/Dataset"
      }
    },
    "poison": {
      "$ref": "#/definitions/Poison"
    },
    "model": {
      "$ref": "#/definitions/Model"
    },
    "pretrain": {
      "$ref": "#/definitions/Pretrain"
    },
    "clean": {
      "$ref": "#/definitions/Clean"
    },
    "evaluate": {
      "$ref": "#/definitions/Evaluate"
    },
    "ablations": {
      "description": "Grids of runs. Without any, the document itself is the one run.",
      "type": "array",
      "minItems": 1,
      "items": {
        "$ref": "#/definitions/Ablation"
      }
    },
    "figures": {
      "description": "Figures and tables.",
      "type": "array",
      "items": {
        "$ref": "#/definitions/Figure"
      }
    },
    "style": {
      "$ref": "#/definitions/Style"
    },
    "execution": {
      "$ref": "#/definitions/Execution"
    }
  },
  "definitions": {
    "Ablation": {
      "title": "Ablation",
      "description": "A grid of runs: every combination of the axes of `matrix`, `zip` and `seeds`; with `grids`, several of them together.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "name"
      ],
      "properties": {
        "name": {
          "description": "Name of the ablation, unique in the file.",
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9_.+-]*$",
          "x-form": "a name of letters, digits and `_ . + -` that starts with a letter or a digit",
          "maxLength": 80
        },
        "title": {
          "description": "What the ablation asks, for reports.",
          "type": "string"
        },
        "set": {
          "$ref": "#/definitions/Patch"
        },
        "matrix": {
          "$ref": "#/definitions/Matrix"
        },
        "zip": {
          "$ref": "#/definitions/Zip"
        },
        "grids": {
          "description": "Several grids in one ablation: the runs of all of them, a run that two of them have once. The axes of the ablation itself multiply each grid.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Grid"
          }
        },
        "exclude": {
          "$ref": "#/definitions/exclude"
        },
        "include": {
          "$ref": "#/definitions/include"
        },
        "seeds": {
          "description": "Seeds of repeated runs: an axis over `seed` that tables and figures aggregate over.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9007199254740991
          }
        }
      }
    },
    "Grid": {
      "title": "Grid",
      "description": "One grid of an ablation that has several.",
      "type": "object",
      "additionalProperties": false,
      "minProperties": 1,
      "properties": {
        "set": {
          "$ref": "#/definitions/Patch"
        },
        "matrix": {
          "$ref": "#/definitions/Matrix"
        },
        "zip": {
          "$ref": "#/definitions/Zip"
        },
        "exclude": {
          "$ref": "#/definitions/exclude"
        },
        "include": {
          "$ref": "#/definitions/include"
        }
      }
    },
    "Patch": {
      "title": "Patch",
      "description": "Values by path (`clean.optimizer.lr: 1e-4`), or nested as in the document; merged into it.",
      "type": "object",
      "additionalProperties": true
    },
    "Matrix": {
      "title": "Matrix",
      "description": "The axes. An axis is a list of values for the path that names it, or a map of named variants, each a patch.",
      "type": "object",
      "minProperties": 1,
      "additionalProperties": {
        "title": "Axis",
        "description": "A list of values for one path; a range (`log: {from: 1e-6, to: 1e-3, count: 8}` or `linear:`); or a map of named variants (label: patch).",
        "oneOf": [
          {
            "type": "array",
            "minItems": 1
          },
          {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": true
          }
        ]
      }
    },
    "Zip": {
      "title": "Zip",
      "description": "Axes that pair lists of equal length: the name of the axis, and for each path its list of values. The first values go together, the second ones, and so on.",
      "type": "object",
      "minProperties": 1,
      "additionalProperties": {
        "title": "ZipAxis",
        "description": "Lists of equal length by path.",
        "type": "object",
        "minProperties": 1,
        "additionalProperties": {
          "type": "array",
          "minItems": 1
        }
      }
    },
    "exclude": {
      "description": "Combinations left out: each entry names some axes and a value (or a list of values) of each.",
      "type": "array",
      "items": {
        "$ref": "#/definitions/Selection"
      }
    },
    "include": {
      "description": "Runs added to the product: each entry gives axes their labels, or paths their values; axes that it does not name keep the document's values.",
      "type": "array",
      "items": {
        "$ref": "#/definitions/Patch"
      }
    },
    "Selection": {
      "title": "Selection",
      "description": "Axis names with a value or a list of values of each.",
      "type": "object",
      "minProperties": 1,
      "additionalProperties": true
    },
    "Clean": {
      "title": "Clean",
      "description": "Cleaning: finetuning the pre-trained model on clean pairs. With weights on both `mmcl` and `ssl` this is CleanCLIP (arXiv 2303.03323).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "data",
        "objective",
        "optimizer",
        "epochs",
        "batch_size"
      ],
      "properties": {
        "from": {
          "description": "The model that is cleaned. Of this experiment's pre-training: the `last` epoch, an epoch's number, the `best`, or a rule (see Checkpoint). Or a stage of another experiment, or a file of weights; then nothing is pre-trained here.",
          "default": "last",
          "oneOf": [
            {
              "enum": [
                "last",
                "best"
              ]
            },
            {
              "type": "integer",
              "minimum": 1,
              "x-unit": "epoch"
            },
            {
              "$ref": "#/definitions/CheckpointRule"
            },
            {
              "$ref": "#/definitions/Start"
            }
          ]
        },
        "data": {
          "title": "CleaningData",
          "description": "The cleaning set: pairs drawn from the pre-training data, poisoned pairs excluded.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "size"
          ],
          "properties": {
            "dataset": {
              "description": "Name of the data set that the pairs are drawn from; the default is the one pre-trained on.",
              "type": "string",
              "x-refers-to": "datasets"
            },
            "size": {
              "description": "Pairs in the cleaning set.",
              "type": "integer",
              "minimum": 2,
              "x-unit": "pairs"
            },
            "poisons": {
              "description": "Pairs of the cleaning set that are poisoned, by the same attack: what an imperfect filter would leave.",
              "type": "integer",
              "minimum": 0,
              "default": 0,
              "x-unit": "pairs"
            },
            "seed": {
              "$ref": "#/definitions/seed"
            }
          }
        },
        "optimizer_state": {
          "description": "Start with `fresh` optimizer moments, or with those `kept` from pre-training as the study did. The options of the optimizer (learning rate, weight decay) are always the ones written here.",
          "enum": [
            "fresh",
            "kept"
          ],
          "default": "fresh",
          "x-study-default": "kept"
        },
        "shrink_and_perturb": {
          "title": "ShrinkAndPerturb",
          "description": "Shrink and perturb (arXiv 1910.08475) before cleaning: every parameter becomes shrink * trained + perturb * fresh, where `fresh` is a new random initialisation of the model. Statistics of batch norm stay.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "shrink",
            "perturb"
          ],
          "properties": {
            "shrink": {
              "description": "Factor of the trained parameters.",
              "type": "number",
              "minimum": 0,
              "maximum": 1
            },
            "perturb": {
              "description": "Factor of the fresh parameters.",
              "type": "number",
              "minimum": 0,
              "maximum": 1
            }
          }
        },
        "objective": {
          "$ref": "#/definitions/Objective"
        },
        "optimizer": {
          "$ref": "#/definitions/Optimizer"
        },
        "schedule": {
          "$ref": "#/definitions/Schedule"
        },
        "augment": {
          "$ref": "#/definitions/Augment"
        },
        "siglip": {
          "$ref": "#/definitions/Siglip"
        },
        "clustering": {
          "$ref": "#/definitions/Clustering"
        },
        "pseudo_labels": {
          "$ref": "#/definitions/PseudoLabels"
        },
        "epochs": {
          "$ref": "#/definitions/epochs"
        },
        "batch_size": {
          "$ref": "#/definitions/batch_size"
        },
        "micro_batch_size": {
          "$ref": "#/definitions/microBatch"
        },
        "precision": {
          "$ref": "#/definitions/precision"
        },
        "log_every": {
          "$ref": "#/definitions/logEvery"
        },
        "seed": {
          "$ref": "#/definitions/seed"
        }
      }
    },
    "Dataset": {
      "title": "Dataset",
      "description": "A source of image-caption pairs. `kind` says which.",
      "type": "object",
      "required": [
        "kind"
      ],
      "discriminator": {
        "propertyName": "kind"
      },
      "oneOf": [
        {
          "$ref": "#/definitions/EmojiDataset"
        },
        {
          "$ref": "#/definitions/CsvDataset"
        },
        {
          "$ref": "#/definitions/FolderDataset"
        },
        {
          "$ref": "#/definitions/CifarDataset"
        },
        {
          "$ref": "#/definitions/CocoDataset"
        },
        {
          "$ref": "#/definitions/WebDataset"
        },
        {
          "$ref": "#/definitions/UrlListDataset"
        },
        {
          "$ref": "#/definitions/JoinDataset"
        }
      ]
    },
    "EmojiDataset": {
      "title": "EmojiDataset",
      "description": "Openly licensed emoji drawings, rendered once and cached: the embedded data set of small, many-class experiments.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "sets",
        "resolution"
      ],
      "properties": {
        "kind": {
          "const": "emoji",
          "description": "Rendered emoji drawings."
        },
        "sets": {
          "description": "The drawing sets whose pictures are taken. A set held out of training gives pictures by a hand the model has never seen.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "enum": [
              "noto",
              "noto-v1",
              "twemoji",
              "openmoji",
              "emojione",
              "emojione-v1",
              "fluent-emoji-flat"
            ]
          }
        },
        "resolution": {
          "description": "Side of the rendered square picture.",
          "type": "integer",
          "minimum": 8,
          "maximum": 512,
          "x-unit": "px"
        },
        "groups": {
          "description": "The emoji groups whose classes are kept; the default are the groups of concrete things.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "enum": [
              "animals-nature",
              "food-drink",
              "travel-places",
              "activities",
              "objects",
              "smileys-emotion",
              "people-body",
              "symbols",
              "flags"
            ]
          },
          "default": [
            "animals-nature",
            "food-drink",
            "travel-places",
            "activities",
            "objects"
          ]
        },
        "captions": {
          "description": "Captions made for each picture (from its label, tags and keywords through caption templates); one of them is drawn for each epoch.",
          "type": "integer",
          "minimum": 1,
          "maximum": 64,
          "default": 1,
          "x-unit": "captions per picture"
        },
        "classes": {
          "$ref": "#/definitions/ClassSelection"
        },
        "seed": {
          "$ref": "#/definitions/dataSeed"
        },
        "filter": {
          "$ref": "#/definitions/PairFilter"
        },
        "keep": {
          "$ref": "#/definitions/KeepPairs"
        }
      }
    },
    "CsvDataset": {
      "title": "CsvDataset",
      "description": "Image-caption pairs listed in a table with one row a pair: a CSV file (the study's own format), a TSV file, either in gzip, or a Parquet file. What it is, its first bytes tell.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path",
        "resolution"
      ],
      "properties": {
        "kind": {
          "const": "csv",
          "description": "A table of image paths and captions."
        },
        "path": {
          "description": "The file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        },
        "root": {
          "description": "Folder that relative image paths start from; the default is the table's own folder.",
          "type": "string",
          "x-file": "folder",
          "x-effect": "none"
        },
        "path_prefixes": {
          "description": "Image paths that begin with a text are found in a folder instead, relative to the YAML file: `{ /data/cc3m: ../pictures }`. Of several the longest counts. For lists that were written on another machine.",
          "type": "object",
          "minProperties": 1,
          "x-effect": "none",
          "propertyNames": {
            "minLength": 1
          },
          "additionalProperties": {
            "type": "string",
            "minLength": 1,
            "x-file": "folder"
          }
        },
        "image_column": {
          "description": "The column of image paths: its name, or its place counted from 0.",
          "oneOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "type": "integer",
              "minimum": 0
            }
          ],
          "default": "image"
        },
        "caption_column": {
          "description": "The column of captions: its name, or its place.",
          "oneOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "type": "integer",
              "minimum": 0
            }
          ],
          "default": "caption"
        },
        "label_column": {
          "description": "The column of class names: its name, or its place; needed by zero-shot evaluation only.",
          "oneOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "type": "integer",
              "minimum": 0
            }
          ]
        },
        "delimiter": {
          "description": "Field separator.",
          "type": "string",
          "minLength": 1,
          "maxLength": 1,
          "default": ","
        },
        "quoting": {
          "description": "Whether fields may stand in double quotes (RFC 4180, the default), or quotes mean `none` other than themselves, as in the TSV files of CC3M and CC12M.",
          "enum": [
            "double",
            "none"
          ]
        },
        "header": {
          "description": "Whether the first row names the columns (the default); without, columns are named by place.",
          "type": "boolean"
        },
        "resolution": {
          "description": "Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.",
          "type": "integer",
          "minimum": 8,
          "maximum": 1024,
          "x-unit": "px"
        },
        "storage": {
          "$ref": "#/definitions/pictureStorage"
        },
        "unreadable": {
          "description": "What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`. `unchecked` looks at no picture while the data set is built, so that millions of rows take less than a minute; rows without a caption are dropped, and a picture that cannot be read ends the stage that comes upon it.",
          "enum": [
            "drop",
            "fail",
            "unchecked"
          ],
          "default": "fail"
        },
        "classes": {
          "$ref": "#/definitions/ClassSelection"
        },
        "seed": {
          "$ref": "#/definitions/dataSeed"
        },
        "filter": {
          "$ref": "#/definitions/PairFilter"
        },
        "keep": {
          "$ref": "#/definitions/KeepPairs"
        }
      }
    },
    "FolderDataset": {
      "title": "FolderDataset",
      "description": "A folder of labelled pictures: one folder for each class (ImageNet, Caltech101), or pictures with a list of labels (the study's evaluation sets). The caption of a picture is the name of its class.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path",
        "resolution"
      ],
      "properties": {
        "kind": {
          "const": "folder",
          "description": "A folder of labelled pictures."
        },
        "path": {
          "description": "The folder, relative to the YAML file that names it. Names and sizes of its files, not the folder's own name, enter the keys of stages.",
          "type": "string",
          "minLength": 1,
          "x-file": "listing"
        },
        "classes_file": {
          "description": "Names of the classes: lines `n01440764 tench, Tinca tinca` (a folder's name, then its class: up to the first comma), a JSON map from folder or number to name (or to a list that ends with the name), or the study's classes.py. Without it a class is called as its folder, with spaces for `_`.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        },
        "labels_file": {
          "description": "Labels of the pictures, where these are not in a folder for each class: a CSV file with the columns image and label, ImageNet's LOC_val_solution.csv, lines `ILSVRC2012_val_00000001.JPEG 65`, or a label on each line for the pictures in the order of their names. A label is a name, or what the classes file has names for: a number counted from 0, or a folder's name.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        },
        "exclude": {
          "description": "Folders that are no class, such as Caltech101's BACKGROUND_Google.",
          "type": "array",
          "items": {
            "type": "string"
          },
          "uniqueItems": true
        },
        "resolution": {
          "description": "Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.",
          "type": "integer",
          "minimum": 8,
          "maximum": 1024,
          "x-unit": "px"
        },
        "storage": {
          "$ref": "#/definitions/pictureStorage"
        },
        "unreadable": {
          "description": "What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`.",
          "enum": [
            "drop",
            "fail"
          ],
          "default": "fail"
        },
        "classes": {
          "$ref": "#/definitions/ClassSelection"
        },
        "seed": {
          "$ref": "#/definitions/dataSeed"
        },
        "filter": {
          "$ref": "#/definitions/PairFilter"
        },
        "keep": {
          "$ref": "#/definitions/KeepPairs"
        }
      }
    },
    "CifarDataset": {
      "title": "CifarDataset",
      "description": "CIFAR-10 or CIFAR-100 in its binary version. The caption of a picture is the name of its class.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path",
        "variant",
        "resolution"
      ],
      "properties": {
        "kind": {
          "const": "cifar",
          "description": "CIFAR's binary files."
        },
        "path": {
          "description": "The folder of the .bin and .txt files, relative to the YAML file that names it. Names and sizes of its files enter the keys of stages.",
          "type": "string",
          "minLength": 1,
          "x-file": "listing"
        },
        "variant": {
          "description": "Number of classes: CIFAR-10, or CIFAR-100.",
          "enum": [
            10,
            100
          ]
        },
        "split": {
          "description": "Which of its two sets of pictures.",
          "enum": [
            "train",
            "test"
          ],
          "default": "test"
        },
        "labels": {
          "description": "Of CIFAR-100: its 100 `fine` classes or the 20 `coarse` ones.",
          "enum": [
            "fine",
            "coarse"
          ],
          "default": "fine"
        },
        "resolution": {
          "description": "Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.",
          "type": "integer",
          "minimum": 8,
          "maximum": 1024,
          "x-unit": "px"
        },
        "classes": {
          "$ref": "#/definitions/ClassSelection"
        },
        "seed": {
          "$ref": "#/definitions/dataSeed"
        },
        "filter": {
          "$ref": "#/definitions/PairFilter"
        },
        "keep": {
          "$ref": "#/definitions/KeepPairs"
        }
      }
    },
    "CocoDataset": {
      "title": "CocoDataset",
      "description": "Captioned pictures of MSCOCO, listed in Karpathy's JSON file (dataset_coco.json) or in one of MSCOCO's own (captions_val2017.json). A picture may have several captions.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path",
        "resolution"
      ],
      "properties": {
        "kind": {
          "const": "coco",
          "description": "MSCOCO captions, Karpathy's split or MSCOCO's own."
        },
        "path": {
          "description": "The JSON file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        },
        "root": {
          "description": "Folder of train2014 and val2014, or of the pictures themselves where the file is MSCOCO's own (val2017); the default is the JSON file's own folder.",
          "type": "string",
          "x-file": "folder",
          "x-effect": "none"
        },
        "splits": {
          "description": "The splits that are taken of Karpathy's file; a file of MSCOCO's own is one split, and all of it is taken.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "enum": [
              "train",
              "restval",
              "val",
              "test"
            ]
          },
          "default": [
            "test"
          ]
        },
        "captions": {
          "description": "Captions taken of each picture, the first ones; the study's retrieval takes one.",
          "type": "integer",
          "minimum": 1,
          "default": 5,
          "x-unit": "captions per picture"
        },
        "limit": {
          "description": "Take the first so many pictures only.",
          "type": "integer",
          "minimum": 1,
          "x-unit": "pictures"
        },
        "resolution": {
          "description": "Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.",
          "type": "integer",
          "minimum": 8,
          "maximum": 1024,
          "x-unit": "px"
        },
        "storage": {
          "$ref": "#/definitions/pictureStorage"
        },
        "unreadable": {
          "description": "What to do about pictures that cannot be read or rows without a caption: `drop` them (counted and listed), or `fail`.",
          "enum": [
            "drop",
            "fail"
          ],
          "default": "fail"
        },
        "filter": {
          "$ref": "#/definitions/PairFilter"
        },
        "keep": {
          "$ref": "#/definitions/KeepPairs"
        }
      }
    },
    "UrlListDataset": {
      "title": "UrlListDataset",
      "description": "Image-caption pairs listed by the addresses of their pictures, such as CC3M and CC12M. The pictures are downloaded once into a folder of your choice and stay there, whatever becomes of the results.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path",
        "root",
        "resolution"
      ],
      "properties": {
        "kind": {
          "const": "url-list",
          "description": "A list of URLs and captions."
        },
        "path": {
          "description": "The list: one URL and one caption a row, separated by tabs (or another `delimiter`), gzipped or not. Relative to the YAML file that names it; its content, not its name, enters the keys of stages.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        },
        "root": {
          "description": "Folder where pictures are kept, and the journal of what became of each URL. Any number of lists, experiments and machines may share it (each machine a part of the list: `keep: { part: 1, of: 12 }`): what is there is not downloaded again.",
          "type": "string",
          "minLength": 1,
          "x-file": "folder",
          "x-effect": "none"
        },
        "url_column": {
          "description": "Column of the URLs: its name in the header, or its place counted from 1. By default the one that holds a URL in the first row; where there is none, the first row is a header, and the column is `url`.",
          "oneOf": [
            {
              "type": "integer",
              "minimum": 1
            },
            {
              "type": "string",
              "minLength": 1
            }
          ]
        },
        "caption_column": {
          "description": "Column of the captions: its name in the header, or its place counted from 1. By default the other one of two columns, or `caption`.",
          "oneOf": [
            {
              "type": "integer",
              "minimum": 1
            },
            {
              "type": "string",
              "minLength": 1
            }
          ]
        },
        "delimiter": {
          "description": "Field separator. Between tabs, quotes are part of the text, as in CC3M and CC12M; with any other separator the list is CSV (RFC 4180).",
          "type": "string",
          "minLength": 1,
          "maxLength": 1,
          "default": "\t"
        },
        "resolution": {
          "description": "Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.",
          "type": "integer",
          "minimum": 8,
          "maximum": 1024,
          "x-unit": "px"
        },
        "resize": {
          "description": "How pictures are made smaller when they come: `exact` as Pillow does it, to the byte, like all other data sets; `fast` by libvips, which decodes large JPEGs at a fraction of their size; or `none`: kept as they came, and resized whenever they are read.",
          "enum": [
            "exact",
            "fast",
            "none"
          ],
          "default": "exact"
        },
        "format": {
          "description": "Format of the stored pictures: `png` loses nothing; `jpeg` and `webp` take a fraction of the space. Nothing is encoded anew with `resize: none`.",
          "enum": [
            "png",
            "jpeg",
            "webp"
          ],
          "default": "png"
        },
        "quality": {
          "description": "Quality of JPEG and WebP.",
          "type": "integer",
          "minimum": 1,
          "maximum": 100,
          "default": 95
        },
        "max_megabytes": {
          "description": "Longer answers are given up.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 1000,
          "default": 20,
          "x-unit": "MB"
        },
        "max_megapixels": {
          "description": "Larger pictures are not decoded: a small file may hold a picture that fills the memory.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 1000,
          "default": 50,
          "x-unit": "millions of pixels"
        },
        "pass": {
          "description": "Raise it to try again what failed for a reason that may have passed (time-outs, servers that were down). Pictures that are there stay.",
          "type": "integer",
          "minimum": 1,
          "default": 1
        },
        "download": {
          "title": "Download",
          "description": "How the network is used. Part of no key.",
          "type": "object",
          "additionalProperties": false,
          "x-effect": "none",
          "default": {},
          "properties": {
            "concurrency": {
              "description": "Pictures that are asked for at a time.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4096,
              "default": 256,
              "x-unit": "pictures",
              "x-effect": "none"
            },
            "per_host": {
              "description": "Of these, at one host.",
              "type": "integer",
              "minimum": 1,
              "maximum": 4096,
              "default": 6,
              "x-unit": "pictures",
              "x-effect": "none"
            },
            "connect_seconds": {
              "description": "Time for finding an address and connecting.",
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 3600,
              "default": 5,
              "x-unit": "s",
              "x-effect": "none"
            },
            "seconds": {
              "description": "Time for a whole answer, connecting included.",
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 3600,
              "default": 10,
              "x-unit": "s",
              "x-effect": "none"
            },
            "retries": {
              "description": "Further tries of what failed for a reason that may pass.",
              "type": "integer",
              "minimum": 0,
              "maximum": 20,
              "default": 2,
              "x-effect": "none"
            },
            "retry_seconds": {
              "description": "Wait before the first retry, doubled for each one after, and shortened at random by up to half.",
              "type": "number",
              "minimum": 0,
              "maximum": 3600,
              "default": 1,
              "x-unit": "s",
              "x-effect": "none"
            },
            "max_wait_seconds": {
              "description": "A server that is busy may say when to come again (Retry-After); one that says more than this is given up.",
              "type": "number",
              "minimum": 0,
              "maximum": 86400,
              "default": 60,
              "x-unit": "s",
              "x-effect": "none"
            },
            "redirects": {
              "description": "Redirects that are followed, each to an address that is checked anew.",
              "type": "integer",
              "minimum": 0,
              "maximum": 20,
              "default": 5,
              "x-effect": "none"
            },
            "user_agent": {
              "description": "What servers are told of who asks. Say how you can be reached.",
              "type": "string",
              "minLength": 1,
              "pattern": "^[ -~]+$",
              "x-form": "printable ASCII",
              "default": "Mozilla/5.0 (compatible; expc; dataset download for research)",
              "x-effect": "none"
            },
            "allow_addresses": {
              "description": "Address ranges that may be connected to though they are not public (`10.1.0.0/16`). By default every URL, redirect and host name that leads to a private, local or special address is refused.",
              "type": "array",
              "uniqueItems": true,
              "items": {
                "type": "string",
                "pattern": "^[0-9A-Fa-f.:]+/[0-9]{1,3}$",
                "x-form": "an address range such as `10.1.0.0/16`"
              },
              "default": [],
              "x-effect": "none"
            },
            "retry": {
              "description": "What a further `pass` tries again: failures that may pass (`temporary`), or `all`.",
              "enum": [
                "temporary",
                "all"
              ],
              "default": "temporary",
              "x-effect": "none"
            },
            "names": {
              "description": "Names of the files: by their content, or as the study named them, by the CRC-32 of the URL; then a picture of that name that is there already, of whatever origin, is taken.",
              "enum": [
                "content",
                "crc32"
              ],
              "default": "content",
              "x-effect": "none"
            }
          }
        },
        "storage": {
          "$ref": "#/definitions/pictureStorage"
        },
        "filter": {
          "$ref": "#/definitions/PairFilter"
        },
        "keep": {
          "$ref": "#/definitions/KeepPairs"
        }
      }
    },
    "JoinDataset": {
      "title": "JoinDataset",
      "description": "Several data sets of the experiment, one after the other: parts that were downloaded apart, or sources that are trained on together. A pair's id is the name of its data set, `/`, and its id there.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "of"
      ],
      "properties": {
        "kind": {
          "const": "join",
          "description": "Several data sets as one."
        },
        "of": {
          "description": "Names of the data sets, in order. They are filtered and cut as they say themselves first.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "type": "string",
            "x-refers-to": "datasets"
          }
        },
        "storage": {
          "$ref": "#/definitions/pictureStorage"
        },
        "filter": {
          "$ref": "#/definitions/PairFilter"
        },
        "keep": {
          "$ref": "#/definitions/KeepPairs"
        }
      }
    },
    "WebDataset": {
      "title": "WebDataset",
      "description": "Pictures and captions in tar shards, as the webdataset library and img2dataset write them: members of one key (`000123.jpg`, `000123.txt`, `000123.json`, `000123.cls`) are a pair. Shards are streamed; of uncompressed ones the pictures can stay where they are.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path",
        "resolution"
      ],
      "properties": {
        "kind": {
          "const": "webdataset",
          "description": "WebDataset tar shards."
        },
        "path": {
          "description": "The shards (.tar, .tar.gz, .tgz), relative to the YAML file that names them: `shards/{000000..000099}.tar` counts with leading zeros, `{train,val}.tar` lists. Their names and sizes, not their folder, enter the keys of stages.",
          "type": "string",
          "minLength": 1,
          "x-file": "shards"
        },
        "caption_member": {
          "description": "The member that holds the caption: `txt`, `json`, or another ending. Where it is the `label_member`, the caption is the name of the class.",
          "type": "string",
          "pattern": "^[^/.]+$",
          "x-form": "the ending of a name, such as `txt`, without dot or slash",
          "default": "txt"
        },
        "caption_key": {
          "description": "Where captions are in `json` members: the key of a text or of a list of texts.",
          "type": "string",
          "minLength": 1,
          "default": "caption"
        },
        "label_member": {
          "description": "The member that holds the class (`cls`, `json`); needed by zero-shot evaluation only.",
          "type": "string",
          "pattern": "^[^/.]+$",
          "x-form": "the ending of a name, such as `txt`, without dot or slash"
        },
        "label_key": {
          "description": "Where the class is in `json` members.",
          "type": "string",
          "minLength": 1,
          "default": "label"
        },
        "classes_file": {
          "description": "Names of the classes, where labels are numbers counted from 0: a line for each, or one of the forms that `kind: folder` reads.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        },
        "resolution": {
          "description": "Side of the stored square picture: the short side is resized to it (bicubic), then the centre is cropped.",
          "type": "integer",
          "minimum": 8,
          "maximum": 1024,
          "x-unit": "px"
        },
        "storage": {
          "$ref": "#/definitions/pictureStorage"
        },
        "unreadable": {
          "description": "What to do about samples without a picture or caption, broken pictures and broken shards: `drop` them (counted and listed), or `fail`.",
          "enum": [
            "drop",
            "fail"
          ],
          "default": "fail"
        },
        "classes": {
          "$ref": "#/definitions/ClassSelection"
        },
        "seed": {
          "$ref": "#/definitions/dataSeed"
        },
        "filter": {
          "$ref": "#/definitions/PairFilter"
        },
        "keep": {
          "$ref": "#/definitions/KeepPairs"
        }
      }
    },
    "ClassSelection": {
      "title": "ClassSelection",
      "description": "Which classes are kept; all of them by default.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "count"
      ],
      "properties": {
        "count": {
          "description": "Number of classes drawn at random.",
          "type": "integer",
          "minimum": 1,
          "x-unit": "classes"
        },
        "include": {
          "description": "Classes that are kept in any case (they count towards `count`).",
          "type": "array",
          "items": {
            "type": "string"
          },
          "default": []
        }
      }
    },
    "pictureStorage": {
      "description": "How pictures are kept: `decoded` (resized, cropped, and packed in one file: the fastest to read), `encoded` (as they were found, packed in one file), or `files` (left where they are, which must then stay as they are). `auto` packs them decoded while that takes at most 8 GiB, and leaves them in their files otherwise. The same pictures come out of each; what is built already stays as it is.",
      "enum": [
        "auto",
        "decoded",
        "encoded",
        "files"
      ],
      "default": "auto",
      "x-effect": "none"
    },
    "dataSeed": {
      "description": "Seed of the choices made while the data set is built (classes, captions). Separate from the experiment's seed, so that repeated runs share their data.",
      "type": "integer",
      "minimum": 0,
      "maximum": 9007199254740991,
      "default": 0
    },
    "PairFilter": {
      "title": "PairFilter",
      "description": "Pairs that are left out, counted and listed by reason. What has no caption or no picture is up to `unreadable`.",
      "type": "object",
      "additionalProperties": false,
      "minProperties": 1,
      "properties": {
        "min_caption_length": {
          "description": "Captions shorter than this are left out (the study: 12); a pair is, when none of its captions is left.",
          "type": "integer",
          "minimum": 1,
          "x-unit": "characters"
        },
        "augmentable": {
          "description": "Captions without a letter from a to z are left out: EDA, the augmentation of captions, can do nothing with them.",
          "type": "boolean"
        },
        "duplicates": {
          "description": "Pairs are left out that were there before: with the same `pair` of picture path and caption, the same `picture` path, the same `caption`, or the same `content` of the picture, byte by byte. The first one stays.",
          "enum": [
            "pair",
            "picture",
            "caption",
            "content"
          ]
        }
      }
    },
    "KeepPairs": {
      "title": "KeepPairs",
      "description": "The pairs that are kept of those that pass the filter: one of `first`, `last`, `random`, or `part` and `of`. Chosen before pictures are read, so those that cannot be read do not change which they are.",
      "type": "object",
      "additionalProperties": false,
      "minProperties": 1,
      "properties": {
        "first": {
          "description": "The first so many pairs.",
          "type": "integer",
          "minimum": 1,
          "x-unit": "pairs"
        },
        "last": {
          "description": "The last so many pairs.",
          "type": "integer",
          "minimum": 1,
          "x-unit": "pairs"
        },
        "random": {
          "description": "So many pairs drawn at random, in the order of the data set.",
          "type": "integer",
          "minimum": 1,
          "x-unit": "pairs"
        },
        "seed": {
          "description": "Seed of `random`.",
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991,
          "default": 0
        },
        "part": {
          "description": "One of so many equal parts, counted from 1.",
          "type": "integer",
          "minimum": 1
        },
        "of": {
          "description": "Number of parts.",
          "type": "integer",
          "minimum": 1
        }
      }
    },
    "Evaluate": {
      "title": "Evaluate",
      "description": "What is measured before training and after every epoch: zero-shot accuracy on clean pictures, and the attack success rate on triggered ones.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "dataset",
        "templates"
      ],
      "properties": {
        "dataset": {
          "description": "Name of the labelled data set that is classified.",
          "type": "string",
          "x-refers-to": "datasets"
        },
        "templates": {
          "description": "Prompt templates of the zero-shot classifier, `{}` stands for the class name: the embeddings of all templates of a class are averaged.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "string",
            "pattern": "\\{\\}",
            "x-form": "a text with `{}` where the class name goes"
          }
        },
        "top_k": {
          "description": "The k of top-k accuracy and top-k attack success rate.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "type": "integer",
            "minimum": 1
          },
          "default": [
            1,
            5
          ]
        },
        "asr": {
          "title": "Asr",
          "description": "The attack success rate: share of triggered pictures of other classes whose k best classes include the target.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "trigger": {
              "$ref": "#/definitions/Trigger",
              "description": "Trigger put on the test pictures; the default is the trigger of `poison`."
            },
            "target": {
              "description": "The target class; the default is the target of `poison`.",
              "type": "string"
            },
            "copies": {
              "description": "Triggered copies of each test picture, each with its own place and noise.",
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 1,
              "x-unit": "copies"
            },
            "redraw": {
              "description": "Draw trigger places and noise anew at every evaluation, as the study did; by default every evaluation sees the same triggered pictures.",
              "type": "boolean",
              "default": false,
              "x-study-default": true
            },
            "also": {
              "description": "Further numbers on triggered pictures, which are often taken for the attack success rate. `triggered-accuracy`: share of triggered pictures, those of the target too, whose k best classes include their own (`triggered_accuracy.topK`). `target-share`: share of all triggered pictures, those of the target too, whose k best classes include the target (`target_share.topK`). `false-alarm`: share of clean pictures of other classes whose k best classes include the target (`false_alarm.topK`): what the attack success rate would be without any trigger.",
              "type": "array",
              "uniqueItems": true,
              "items": {
                "enum": [
                  "triggered-accuracy",
                  "target-share",
                  "false-alarm"
                ]
              }
            }
          },
          "default": {}
        },
        "batch_size": {
          "description": "Pictures embedded at once.",
          "type": "integer",
          "minimum": 1,
          "default": 100,
          "x-effect": "none",
          "x-unit": "pictures"
        },
        "every_steps": {
          "description": "Measure also inside an epoch, after every so many steps of the training; such points have a fractional epoch. By default only the start and the ends of epochs are measured.",
          "type": "integer",
          "minimum": 1,
          "x-unit": "steps"
        },
        "selection": {
          "description": "Share of the test pictures that is set apart for choosing among models: its numbers are called `selection.accuracy.topK` and `selection.asr.topK`, and `accuracy` and `asr` are of the other pictures alone. Who chooses the best of many models on the pictures that are reported, as the study does, reports too good a number.",
          "type": "number",
          "exclusiveMinimum": 0,
          "exclusiveMaximum": 1
        },
        "superclasses": {
          "description": "Superclasses by name, each with its classes: `superclass_accuracy.top1` takes a mistake inside a superclass for right. Pictures of classes that are in none are left out.",
          "type": "object",
          "minProperties": 1,
          "additionalProperties": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": true,
            "items": {
              "type": "string"
            }
          }
        },
        "similarity": {
          "description": "Measure the similarity of pairs (100 x cosine): mean and deviation for test pictures with their own caption (`similarity.clean.mean`, `.std`) and for triggered ones with a prompt of the target (`similarity.triggered.mean`, `.std`), and the modality gap, the distance of the centres of both embeddings (`similarity.gap`).",
          "type": "boolean"
        },
        "embeddings": {
          "title": "Embeddings",
          "description": "Keep the embeddings of some test pictures, clean and with the trigger, of their captions and of the classes' prompts, for figures of kind `embedding`. Kept are those after the last epoch that was measured, and those of `epochs`.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "pictures": {
              "description": "Test pictures, drawn at random.",
              "type": "integer",
              "minimum": 2,
              "maximum": 1000,
              "default": 300,
              "x-unit": "pictures"
            },
            "epochs": {
              "description": "Epochs whose embeddings are kept beside those of the last; 0 is the model before training.",
              "type": "array",
              "uniqueItems": true,
              "items": {
                "type": "integer",
                "minimum": 0
              },
              "default": [
                0
              ]
            }
          }
        },
        "detection": {
          "title": "Detection",
          "description": "Poison detection by similarity on the training data: how well the similarity of picture and caption tells poisoned pairs from clean ones (`detection.auc`, 0.5 tells nothing), and the share of poisoned pairs among the most similar 1, 5, 10, 25 and 50 % (`detection.found1` and so on).",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "pairs": {
              "description": "Clean pairs that are looked at, drawn at random; of poisoned ones all.",
              "type": "integer",
              "minimum": 1,
              "default": 10000,
              "x-unit": "pairs"
            }
          }
        },
        "validation": {
          "title": "Validation",
          "description": "The validation loss: both cross-entropies of the contrastive loss on held-out pairs, with the other captions of the batch as negatives, a pair (`validation.loss`).",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "dataset"
          ],
          "properties": {
            "dataset": {
              "description": "Name of the data set of held-out pairs.",
              "type": "string",
              "x-refers-to": "datasets"
            },
            "batch_size": {
              "description": "Pairs that are contrasted with each other.",
              "type": "integer",
              "minimum": 2,
              "default": 128,
              "x-unit": "pairs"
            }
          }
        },
        "retrieval": {
          "title": "Retrieval",
          "description": "Image-to-text retrieval: share of pictures whose own caption is among the k most similar ones (`retrieval.recallK`), and with an attack the share of triggered pictures among whose k best captions at least floor(k / 2), and at least one, are of the target (`retrieval.asrK`). The first caption of each picture counts.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "dataset"
          ],
          "properties": {
            "dataset": {
              "description": "Name of the data set of pictures and captions.",
              "type": "string",
              "x-refers-to": "datasets"
            },
            "top_k": {
              "description": "The k of recall and attack success rate.",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": {
                "type": "integer",
                "minimum": 1
              },
              "default": [
                1,
                5,
                10
              ]
            },
            "closest": {
              "description": "Captions of the target are those that name it and so many that are closest to its averaged prompts.",
              "type": "integer",
              "minimum": 0,
              "default": 20,
              "x-unit": "captions"
            }
          }
        },
        "supervised": {
          "description": "Measure the classifier that the loss `supervised` trains, the linear head over image features: `supervised.accuracy.topK`, and with an attack `supervised.asr.topK`. Counted are test pictures of classes that the training data have. Only trainings with weight on `supervised` have such a head; the others go without.",
          "type": "boolean"
        },
        "readouts": {
          "title": "Readouts",
          "description": "Classification by the pictures' embeddings alone, learned from a labelled training set: what the image encoder knows without the texts. With an attack, the attack success rate through the readout too (`knn.asr`, `prototypes.asr`).",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "dataset"
          ],
          "properties": {
            "dataset": {
              "description": "Name of the labelled data set that the readouts learn from.",
              "type": "string",
              "x-refers-to": "datasets"
            },
            "neighbours": {
              "description": "Classify by the most frequent class among so many nearest pictures (`knn.accuracy`).",
              "type": "integer",
              "minimum": 1,
              "x-unit": "pictures"
            },
            "prototypes": {
              "description": "Classify by the nearest mean of a class (`prototypes.accuracy`).",
              "type": "boolean"
            },
            "linear_probe": {
              "title": "LinearProbe",
              "description": "Train a linear layer on the embeddings before they are normalised (`linear_probe.accuracy`).",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "epochs": {
                  "description": "Epochs over the training pictures.",
                  "type": "integer",
                  "minimum": 1,
                  "default": 32,
                  "x-unit": "epochs"
                },
                "batch_size": {
                  "description": "Pictures in a step.",
                  "type": "integer",
                  "minimum": 1,
                  "default": 16,
                  "x-unit": "pictures"
                },
                "lr": {
                  "description": "Learning rate at the start; a cosine brings it to 0.",
                  "type": "number",
                  "exclusiveMinimum": 0,
                  "default": 0.005
                },
                "weight_decay": {
                  "description": "Decoupled weight decay of the layer's weight.",
                  "type": "number",
                  "minimum": 0,
                  "default": 0.01
                }
              }
            }
          }
        }
      }
    },
    "Execution": {
      "title": "Execution",
      "description": "How stages are executed. Nothing here can change a result.",
      "type": "object",
      "additionalProperties": false,
      "x-effect": "none",
      "properties": {
        "jobs": {
          "description": "Stages that run at the same time; the default fits the machine.",
          "type": "integer",
          "minimum": 1,
          "maximum": 1024,
          "x-effect": "none",
          "x-unit": "stages"
        },
        "threads": {
          "description": "Threads of one stage; the default shares the machine's cores among the jobs.",
          "type": "integer",
          "minimum": 1,
          "maximum": 1024,
          "x-effect": "none",
          "x-unit": "threads"
        },
        "data_threads": {
          "description": "Threads of one training that decode and augment the pictures of the next batches; 0 makes each batch when it is needed. The default is one fewer than the stage's threads, or none where pictures are small and packed.",
          "type": "integer",
          "minimum": 0,
          "maximum": 256,
          "x-effect": "none",
          "x-unit": "threads"
        },
        "checkpoint_minutes": {
          "description": "Longest time between two checkpoints of a stage; there is one at the end of every epoch in any case.",
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 10,
          "x-effect": "none",
          "x-unit": "minutes"
        },
        "keep": {
          "title": "Keep",
          "description": "Checkpoints of a training that are kept at the ends of epochs, beside those that other stages start from. The newest is never removed before the training is done.",
          "type": "object",
          "additionalProperties": false,
          "x-effect": "none",
          "properties": {
            "last": {
              "description": "The newest ones.",
              "type": "integer",
              "minimum": 2,
              "default": 2,
              "x-effect": "none",
              "x-unit": "checkpoints"
            },
            "every": {
              "description": "And every so many epochs.",
              "type": "integer",
              "minimum": 1,
              "x-effect": "none",
              "x-unit": "epochs"
            },
            "best": {
              "description": "And the one that a rule takes by what was measured after each epoch: `best` (highest top-1 accuracy), or `asr >= 80, highest top1` (see Checkpoint).",
              "oneOf": [
                {
                  "enum": [
                    "best"
                  ]
                },
                {
                  "$ref": "#/definitions/CheckpointRule"
                }
              ],
              "x-effect": "none"
            }
          },
          "default": {}
        },
        "devices": {
          "description": "The GPUs that stages are spread over, one stage each unless more `jobs` are asked for: their names in CUDA_VISIBLE_DEVICES, or their numbers; `[cpu]` for none. The default is all.",
          "type": "array",
          "minItems": 1,
          "items": {
            "oneOf": [
              {
                "type": "integer",
                "minimum": 0
              },
              {
                "type": "string",
                "minLength": 1
              }
            ]
          },
          "x-effect": "none"
        },
        "wait_for_gpus": {
          "title": "WaitForGpus",
          "description": "Start a stage only on a GPU that nobody else computes on, which is told by the memory in use (nvidia-smi); where all are taken, wait, and say so. By default GPUs are used whoever else does.",
          "type": "object",
          "additionalProperties": false,
          "x-effect": "none",
          "properties": {
            "used_mib": {
              "description": "Memory in use up to which a GPU counts as free. One that a screen is connected to has more.",
              "type": "integer",
              "minimum": 0,
              "default": 10,
              "x-effect": "none",
              "x-unit": "MiB"
            },
            "poll_seconds": {
              "description": "Longest time between two looks.",
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 3600,
              "default": 30,
              "x-effect": "none",
              "x-unit": "seconds"
            }
          }
        },
        "alerts": {
          "title": "Alerts",
          "description": "Tell somebody when a run ends, when stages fail, and when a GPU has nothing to do while work waits. Whatever fails there is a warning and never hurts a run.",
          "type": "object",
          "additionalProperties": false,
          "x-effect": "none",
          "properties": {
            "command": {
              "description": "A command of the shell that is run for each message: its text is in EXPC_ALERT, and on standard input as JSON with all that is known. `EXPC_ALERT_COMMAND` in the environment stands in its place.",
              "type": "string",
              "minLength": 1,
              "x-effect": "none"
            },
            "webhook": {
              "description": "An address that each message is sent to as JSON (POST): `text` as Slack, Mattermost and Teams read it, `content` for Discord. `EXPC_ALERT_WEBHOOK` in the environment stands in its place: such addresses are often secret.",
              "type": "string",
              "pattern": "^https?://[^\\s]+$",
              "x-form": "an address that begins with http:// or https://",
              "x-effect": "none"
            },
            "on": {
              "description": "What is told: that the run `ended`, that stages `failed` (the same error once), that a GPU is idle (`idle-gpu`).",
              "type": "array",
              "minItems": 1,
              "uniqueItems": true,
              "items": {
                "enum": [
                  "ended",
                  "failed",
                  "idle-gpu"
                ]
              },
              "default": [
                "ended",
                "failed",
                "idle-gpu"
              ],
              "x-effect": "none"
            },
            "idle_minutes": {
              "description": "So long a GPU must have computed nothing (5 % at most) while a stage is on it, or stages wait.",
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 10000,
              "default": 10,
              "x-effect": "none",
              "x-unit": "minutes"
            }
          }
        },
        "data_parallel": {
          "title": "DataParallel",
          "description": "Devices that one training is spread over, on one machine: its micro-batches (`micro_batch_size`) go through the network on all of them at the same time, and the loss is that of the whole batch. The result is the same on any number of devices. One process for each, with a GPU of its own from `devices`; without GPUs with a share of the cores.",
          "type": "object",
          "additionalProperties": false,
          "x-effect": "none",
          "properties": {
            "pretrain": {
              "description": "Devices of one pre-training.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 1,
              "x-effect": "none",
              "x-unit": "devices"
            },
            "clean": {
              "description": "Devices of one cleaning.",
              "type": "integer",
              "minimum": 1,
              "maximum": 64,
              "default": 1,
              "x-effect": "none",
              "x-unit": "devices"
            }
          },
          "default": {}
        },
        "memory_gb": {
          "description": "Memory that one stage may need: no more stages run at a time than the machine (or the job, or the container) has memory for.",
          "type": "number",
          "exclusiveMinimum": 0,
          "x-effect": "none",
          "x-unit": "GB"
        },
        "order": {
          "description": "Which of the stages that could start does: those of the first runs in the file (`given`), or of runs spread over the grid, so that early results cover it (`interleaved`). With several at a time, `given` starts what most depends on first, which ends the whole sooner.",
          "enum": [
            "given",
            "interleaved"
          ],
          "default": "given",
          "x-effect": "none"
        },
        "retries": {
          "description": "Further tries of a stage whose process died or that met an unforeseen error; a diverged loss or wrong data are not tried again.",
          "type": "integer",
          "minimum": 0,
          "maximum": 100,
          "default": 0,
          "x-effect": "none"
        },
        "retry_seconds": {
          "description": "Wait before the first retry; it doubles for each one after.",
          "type": "number",
          "minimum": 0,
          "maximum": 86400,
          "default": 5,
          "x-effect": "none",
          "x-unit": "seconds"
        },
        "tracking": {
          "title": "Tracking",
          "description": "Other programs that are told of trainings while they run. Whatever fails there is a warning and never hurts a run; what was missed, `expc export` sends later.",
          "type": "object",
          "additionalProperties": false,
          "x-effect": "none",
          "properties": {
            "tensorboard": {
              "description": "Write TensorBoard event files: `true` for the folder `tensorboard/<experiment>` among the results, or another folder, in which the experiment gets one.",
              "oneOf": [
                {
                  "type": "boolean"
                },
                {
                  "type": "string",
                  "minLength": 1
                }
              ],
              "x-effect": "none"
            },
            "mlflow": {
              "title": "MlflowTracking",
              "description": "Tell an MLflow server, over its REST API. Who may is read from MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "url"
              ],
              "x-effect": "none",
              "properties": {
                "url": {
                  "description": "The server's address: `http://127.0.0.1:5000`.",
                  "type": "string",
                  "pattern": "^https?://[^\\s]+$",
                  "x-form": "an address that begins with http:// or https://",
                  "x-effect": "none"
                },
                "experiment": {
                  "description": "Name of the experiment in MLflow; the default is this one's.",
                  "type": "string",
                  "minLength": 1,
                  "x-effect": "none"
                }
              }
            }
          }
        },
        "slurm": {
          "$ref": "#/definitions/Slurm"
        }
      },
      "default": {}
    },
    "partition": {
      "description": "Partition that the jobs go to; the site's default otherwise.",
      "type": "string",
      "minLength": 1,
      "x-effect": "none"
    },
    "account": {
      "description": "Account that the jobs are charged to.",
      "type": "string",
      "minLength": 1,
      "x-effect": "none"
    },
    "qos": {
      "description": "Quality of service.",
      "type": "string",
      "minLength": 1,
      "x-effect": "none"
    },
    "gpus": {
      "description": "GPUs of one job; without any it sees none, whatever its node has. A training that `data_parallel` spreads over more devices gets as many.",
      "type": "integer",
      "minimum": 0,
      "maximum": 64,
      "x-effect": "none",
      "x-unit": "GPUs"
    },
    "cpus": {
      "description": "CPUs of one job, and the threads of its stage unless `execution.threads` says another number.",
      "type": "integer",
      "minimum": 1,
      "maximum": 1024,
      "x-effect": "none",
      "x-unit": "CPUs"
    },
    "memory": {
      "description": "Memory of one job, as Slurm writes it: `32G`.",
      "type": "string",
      "pattern": "^[0-9]+[KMGT]?$",
      "x-effect": "none",
      "x-form": "a number and one of `K M G T`"
    },
    "time": {
      "description": "Time limit of one job, as Slurm writes it: `2-00:00:00` are two days, `1:30:00` an hour and a half. A training that meets it goes back into the queue and on from its last checkpoint.",
      "type": "string",
      "pattern": "^([0-9]+-)?[0-9]+(:[0-9]{1,2}){0,2}$",
      "x-effect": "none",
      "x-form": "`minutes`, `hours:minutes:seconds` or `days-hours:minutes:seconds`"
    },
    "sbatchOptions": {
      "description": "Further options of sbatch, word for word: `[--constraint=a100, --nice]`.",
      "type": "array",
      "items": {
        "type": "string",
        "pattern": "^-",
        "x-form": "an option of sbatch, with its `-` or `--`"
      },
      "x-effect": "none"
    },
    "SlurmResources": {
      "title": "SlurmResources",
      "description": "What one job asks Slurm for.",
      "type": "object",
      "additionalProperties": false,
      "x-effect": "none",
      "properties": {
        "partition": {
          "$ref": "#/definitions/partition"
        },
        "account": {
          "$ref": "#/definitions/account"
        },
        "qos": {
          "$ref": "#/definitions/qos"
        },
        "gpus": {
          "$ref": "#/definitions/gpus"
        },
        "cpus": {
          "$ref": "#/definitions/cpus"
        },
        "memory": {
          "$ref": "#/definitions/memory"
        },
        "time": {
          "$ref": "#/definitions/time"
        },
        "options": {
          "$ref": "#/definitions/sbatchOptions"
        }
      }
    },
    "Slurm": {
      "title": "Slurm",
      "description": "What jobs ask Slurm for with `expc run --launcher slurm` (see docs/slurm.md): for all stages, and below `stages` for each kind.",
      "type": "object",
      "additionalProperties": false,
      "x-effect": "none",
      "properties": {
        "partition": {
          "$ref": "#/definitions/partition"
        },
        "account": {
          "$ref": "#/definitions/account"
        },
        "qos": {
          "$ref": "#/definitions/qos"
        },
        "gpus": {
          "$ref": "#/definitions/gpus"
        },
        "cpus": {
          "$ref": "#/definitions/cpus"
        },
        "memory": {
          "$ref": "#/definitions/memory"
        },
        "time": {
          "$ref": "#/definitions/time"
        },
        "options": {
          "$ref": "#/definitions/sbatchOptions"
        },
        "stages": {
          "title": "SlurmStages",
          "description": "What is different for one kind of stages.",
          "type": "object",
          "additionalProperties": false,
          "x-effect": "none",
          "properties": {
            "dataset": {
              "$ref": "#/definitions/SlurmResources"
            },
            "weights": {
              "$ref": "#/definitions/SlurmResources"
            },
            "poison": {
              "$ref": "#/definitions/SlurmResources"
            },
            "subset": {
              "$ref": "#/definitions/SlurmResources"
            },
            "label": {
              "$ref": "#/definitions/SlurmResources"
            },
            "pretrain": {
              "$ref": "#/definitions/SlurmResources"
            },
            "evaluate": {
              "$ref": "#/definitions/SlurmResources"
            },
            "clean": {
              "$ref": "#/definitions/SlurmResources"
            }
          }
        },
        "setup": {
          "description": "Lines of bash before the stage starts: `module load cuda`.",
          "type": "string",
          "x-effect": "none"
        },
        "script": {
          "description": "Template of the job's script instead of templates/slurm.sh, seen from the folder in which expc is called.",
          "type": "string",
          "minLength": 1,
          "x-effect": "none"
        },
        "warning_minutes": {
          "description": "So long before its time limit a job is warned, writes a checkpoint and goes back into the queue; at most a quarter of the limit.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 1440,
          "default": 10,
          "x-effect": "none",
          "x-unit": "minutes"
        },
        "requeue": {
          "description": "Jobs that are preempted, lose their node or meet their time limit go back into the queue; otherwise they end, and `expc run` starts them anew.",
          "type": "boolean",
          "default": true,
          "x-effect": "none"
        },
        "cancel_dependents": {
          "description": "Let Slurm cancel what depends on a job that failed (`--kill-on-invalid-dep`); some sites ask not to use that, then expc cancels it when it looks next.",
          "type": "boolean",
          "default": true,
          "x-effect": "none"
        },
        "array_size": {
          "description": "Most stages of one array of jobs; 1 for no arrays.",
          "type": "integer",
          "minimum": 1,
          "maximum": 100000,
          "default": 1000,
          "x-effect": "none",
          "x-unit": "stages"
        },
        "poll_seconds": {
          "description": "Between two looks at the queue while `expc run` waits; each is one call of squeue, whatever the number of jobs.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 3600,
          "default": 15,
          "x-effect": "none",
          "x-unit": "seconds"
        }
      },
      "default": {}
    },
    "Figure": {
      "title": "Figure",
      "description": "A picture or table of results. `kind` says which.",
      "type": "object",
      "required": [
        "kind"
      ],
      "discriminator": {
        "propertyName": "kind"
      },
      "oneOf": [
        {
          "$ref": "#/definitions/ScatterFigure"
        },
        {
          "$ref": "#/definitions/TrajectoryFigure"
        },
        {
          "$ref": "#/definitions/CurveFigure"
        },
        {
          "$ref": "#/definitions/LineFigure"
        },
        {
          "$ref": "#/definitions/BarFigure"
        },
        {
          "$ref": "#/definitions/BoxFigure"
        },
        {
          "$ref": "#/definitions/HeatmapFigure"
        },
        {
          "$ref": "#/definitions/EmbeddingFigure"
        },
        {
          "$ref": "#/definitions/ContactSheetFigure"
        },
        {
          "$ref": "#/definitions/TableFigure"
        }
      ]
    },
    "ScatterFigure": {
      "title": "ScatterFigure",
      "description": "Every evaluated model as a point: attack success rate against accuracy, the start model as a star.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name"
      ],
      "properties": {
        "kind": {
          "const": "scatter",
          "description": "Scatter plot."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "min_points": {
          "$ref": "#/definitions/minPoints"
        },
        "since": {
          "$ref": "#/definitions/since"
        },
        "until": {
          "$ref": "#/definitions/until"
        },
        "rule": {
          "$ref": "#/definitions/rule"
        },
        "top": {
          "$ref": "#/definitions/top"
        },
        "order": {
          "$ref": "#/definitions/order"
        },
        "points": {
          "$ref": "#/definitions/points"
        },
        "asr_limit": {
          "$ref": "#/definitions/asrLimit"
        },
        "x": {
          "$ref": "#/definitions/metric",
          "default": "asr.top1"
        },
        "y": {
          "$ref": "#/definitions/metric",
          "default": "accuracy.top1"
        },
        "x_range": {
          "$ref": "#/definitions/range"
        },
        "y_range": {
          "$ref": "#/definitions/range"
        },
        "facet": {
          "$ref": "#/definitions/facet"
        },
        "columns": {
          "$ref": "#/definitions/columns"
        },
        "series": {
          "$ref": "#/definitions/series"
        },
        "color": {
          "$ref": "#/definitions/color"
        },
        "shape": {
          "$ref": "#/definitions/shape"
        },
        "start_model": {
          "$ref": "#/definitions/startModel"
        },
        "seeds": {
          "$ref": "#/definitions/seeds",
          "default": "pooled"
        },
        "reference": {
          "$ref": "#/definitions/reference"
        },
        "labels": {
          "$ref": "#/definitions/labels"
        },
        "width": {
          "$ref": "#/definitions/width"
        },
        "height": {
          "$ref": "#/definitions/height"
        },
        "formats": {
          "$ref": "#/definitions/formats"
        }
      }
    },
    "TrajectoryFigure": {
      "title": "TrajectoryFigure",
      "description": "Each run as a line through its evaluations, from the start model: symbols grow and darken with the epoch.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name"
      ],
      "properties": {
        "kind": {
          "const": "trajectory",
          "description": "Line through the epochs of each run."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "min_points": {
          "$ref": "#/definitions/minPoints"
        },
        "since": {
          "$ref": "#/definitions/since"
        },
        "until": {
          "$ref": "#/definitions/until"
        },
        "rule": {
          "$ref": "#/definitions/rule"
        },
        "top": {
          "$ref": "#/definitions/top"
        },
        "order": {
          "$ref": "#/definitions/order"
        },
        "points": {
          "description": "Evaluations that the line goes through: `all`, or those at `epoch-ends` only.",
          "enum": [
            "all",
            "epoch-ends"
          ],
          "default": "epoch-ends"
        },
        "x": {
          "$ref": "#/definitions/metric",
          "default": "asr.top1"
        },
        "y": {
          "$ref": "#/definitions/metric",
          "default": "accuracy.top1"
        },
        "x_range": {
          "$ref": "#/definitions/range"
        },
        "y_range": {
          "$ref": "#/definitions/range"
        },
        "facet": {
          "$ref": "#/definitions/facet",
          "default": "run"
        },
        "columns": {
          "$ref": "#/definitions/columns"
        },
        "series": {
          "$ref": "#/definitions/series"
        },
        "color": {
          "$ref": "#/definitions/color"
        },
        "shape": {
          "$ref": "#/definitions/shape"
        },
        "start_model": {
          "$ref": "#/definitions/startModel"
        },
        "seeds": {
          "$ref": "#/definitions/seeds",
          "default": "pooled"
        },
        "reference": {
          "$ref": "#/definitions/reference"
        },
        "labels": {
          "$ref": "#/definitions/labels"
        },
        "width": {
          "$ref": "#/definitions/width"
        },
        "height": {
          "$ref": "#/definitions/height"
        },
        "formats": {
          "$ref": "#/definitions/formats"
        }
      }
    },
    "CurveFigure": {
      "title": "CurveFigure",
      "description": "Metrics over epochs or steps: a line for each series, a row of panels for each metric.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name"
      ],
      "properties": {
        "kind": {
          "const": "curve",
          "description": "Metrics over the course of training."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "min_points": {
          "$ref": "#/definitions/minPoints"
        },
        "since": {
          "$ref": "#/definitions/since"
        },
        "until": {
          "$ref": "#/definitions/until"
        },
        "rule": {
          "$ref": "#/definitions/rule"
        },
        "top": {
          "$ref": "#/definitions/top"
        },
        "order": {
          "$ref": "#/definitions/order"
        },
        "stage": {
          "description": "What is followed: the `clean`ing, or the `pretrain`ing that it starts from; there a star marks the epoch that is cleaned.",
          "enum": [
            "clean",
            "pretrain"
          ],
          "default": "clean"
        },
        "metrics": {
          "description": "What is drawn, a panel each; `loss` and `losses.NAME` are those of training.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "$ref": "#/definitions/metric"
          },
          "default": [
            "accuracy.top1",
            "asr.top1"
          ]
        },
        "x": {
          "description": "Along the horizontal axis: epochs trained, or optimizer steps.",
          "enum": [
            "epoch",
            "step"
          ],
          "default": "epoch"
        },
        "points": {
          "description": "Evaluations that are shown: `all`, or those at `epoch-ends` only.",
          "enum": [
            "all",
            "epoch-ends"
          ],
          "default": "all"
        },
        "x_range": {
          "$ref": "#/definitions/range"
        },
        "y_range": {
          "$ref": "#/definitions/range"
        },
        "y_scale": {
          "description": "Scale of the vertical axis; a logarithmic one has no place for 0.",
          "enum": [
            "linear",
            "log"
          ],
          "default": "linear"
        },
        "facet": {
          "$ref": "#/definitions/facet"
        },
        "columns": {
          "$ref": "#/definitions/columns"
        },
        "series": {
          "$ref": "#/definitions/series"
        },
        "color": {
          "$ref": "#/definitions/color"
        },
        "shape": {
          "$ref": "#/definitions/shape"
        },
        "start_model": {
          "$ref": "#/definitions/startModel"
        },
        "seeds": {
          "$ref": "#/definitions/seeds",
          "default": "mean"
        },
        "reference": {
          "$ref": "#/definitions/reference"
        },
        "labels": {
          "$ref": "#/definitions/labels"
        },
        "width": {
          "$ref": "#/definitions/width"
        },
        "height": {
          "$ref": "#/definitions/height"
        },
        "formats": {
          "$ref": "#/definitions/formats"
        }
      }
    },
    "LineFigure": {
      "title": "LineFigure",
      "description": "Metrics over the values of an axis, joined by lines, a panel for each metric: how the attack grows with the number of poisoned pairs.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name",
        "axis"
      ],
      "properties": {
        "kind": {
          "const": "line",
          "description": "Lines over an axis of numbers."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "min_points": {
          "$ref": "#/definitions/minPoints"
        },
        "since": {
          "$ref": "#/definitions/since"
        },
        "until": {
          "$ref": "#/definitions/until"
        },
        "rule": {
          "$ref": "#/definitions/rule"
        },
        "top": {
          "$ref": "#/definitions/top"
        },
        "order": {
          "$ref": "#/definitions/order"
        },
        "axis": {
          "description": "Axis or parameter along the horizontal axis. Values that are not all numbers are spaced evenly.",
          "type": "string"
        },
        "metrics": {
          "description": "What is drawn, a panel each.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "$ref": "#/definitions/metric"
          },
          "default": [
            "accuracy.top1",
            "asr.top1"
          ]
        },
        "points": {
          "$ref": "#/definitions/points",
          "default": "last"
        },
        "asr_limit": {
          "$ref": "#/definitions/asrLimit"
        },
        "value": {
          "$ref": "#/definitions/pooled"
        },
        "facet": {
          "$ref": "#/definitions/facet"
        },
        "columns": {
          "$ref": "#/definitions/columns"
        },
        "series": {
          "$ref": "#/definitions/series"
        },
        "x_scale": {
          "description": "Scale of the horizontal axis; a logarithmic one has no place for 0.",
          "enum": [
            "linear",
            "log"
          ],
          "default": "linear"
        },
        "y_range": {
          "$ref": "#/definitions/range"
        },
        "seeds": {
          "$ref": "#/definitions/seeds",
          "default": "mean"
        },
        "reference": {
          "$ref": "#/definitions/reference"
        },
        "labels": {
          "$ref": "#/definitions/labels"
        },
        "width": {
          "$ref": "#/definitions/width"
        },
        "height": {
          "$ref": "#/definitions/height"
        },
        "formats": {
          "$ref": "#/definitions/formats"
        }
      }
    },
    "BarFigure": {
      "title": "BarFigure",
      "description": "One bar for each label of an axis: the best model by a rule, or the mean of the runs; with several seeds the mean and spread.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name",
        "axis"
      ],
      "properties": {
        "kind": {
          "const": "bar",
          "description": "Bars over an axis."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "min_points": {
          "$ref": "#/definitions/minPoints"
        },
        "since": {
          "$ref": "#/definitions/since"
        },
        "until": {
          "$ref": "#/definitions/until"
        },
        "rule": {
          "$ref": "#/definitions/rule"
        },
        "top": {
          "$ref": "#/definitions/top"
        },
        "order": {
          "$ref": "#/definitions/order"
        },
        "axis": {
          "description": "Axis or parameter with one bar for each value.",
          "type": "string"
        },
        "metric": {
          "$ref": "#/definitions/metric",
          "default": "accuracy.top1"
        },
        "points": {
          "$ref": "#/definitions/points",
          "default": "last"
        },
        "asr_limit": {
          "$ref": "#/definitions/asrLimit"
        },
        "value": {
          "$ref": "#/definitions/pooled"
        },
        "facet": {
          "$ref": "#/definitions/facet"
        },
        "columns": {
          "$ref": "#/definitions/columns"
        },
        "series": {
          "$ref": "#/definitions/series"
        },
        "y_range": {
          "$ref": "#/definitions/range"
        },
        "seeds": {
          "$ref": "#/definitions/seeds",
          "default": "mean"
        },
        "reference": {
          "$ref": "#/definitions/reference"
        },
        "labels": {
          "$ref": "#/definitions/labels"
        },
        "width": {
          "$ref": "#/definitions/width"
        },
        "height": {
          "$ref": "#/definitions/height"
        },
        "formats": {
          "$ref": "#/definitions/formats"
        }
      }
    },
    "BoxFigure": {
      "title": "BoxFigure",
      "description": "The spread of the models of each label of an axis: quartiles, range and outliers (Tukey).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name",
        "axis"
      ],
      "properties": {
        "kind": {
          "const": "box",
          "description": "Box plots over an axis."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "min_points": {
          "$ref": "#/definitions/minPoints"
        },
        "since": {
          "$ref": "#/definitions/since"
        },
        "until": {
          "$ref": "#/definitions/until"
        },
        "rule": {
          "$ref": "#/definitions/rule"
        },
        "top": {
          "$ref": "#/definitions/top"
        },
        "order": {
          "$ref": "#/definitions/order"
        },
        "axis": {
          "description": "Axis or parameter with one box for each value.",
          "type": "string"
        },
        "metric": {
          "$ref": "#/definitions/metric",
          "default": "accuracy.top1"
        },
        "points": {
          "$ref": "#/definitions/points",
          "default": "last"
        },
        "asr_limit": {
          "$ref": "#/definitions/asrLimit"
        },
        "facet": {
          "$ref": "#/definitions/facet"
        },
        "columns": {
          "$ref": "#/definitions/columns"
        },
        "series": {
          "$ref": "#/definitions/series"
        },
        "y_range": {
          "$ref": "#/definitions/range"
        },
        "reference": {
          "$ref": "#/definitions/reference"
        },
        "labels": {
          "$ref": "#/definitions/labels"
        },
        "width": {
          "$ref": "#/definitions/width"
        },
        "height": {
          "$ref": "#/definitions/height"
        },
        "formats": {
          "$ref": "#/definitions/formats"
        }
      }
    },
    "HeatmapFigure": {
      "title": "HeatmapFigure",
      "description": "A cell for each pair of labels of two axes, shaded by a metric and with its number.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name",
        "x",
        "y"
      ],
      "properties": {
        "kind": {
          "const": "heatmap",
          "description": "Heat map over two axes."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "min_points": {
          "$ref": "#/definitions/minPoints"
        },
        "since": {
          "$ref": "#/definitions/since"
        },
        "until": {
          "$ref": "#/definitions/until"
        },
        "rule": {
          "$ref": "#/definitions/rule"
        },
        "top": {
          "$ref": "#/definitions/top"
        },
        "order": {
          "$ref": "#/definitions/order"
        },
        "x": {
          "description": "Axis or parameter of the columns.",
          "type": "string"
        },
        "y": {
          "description": "Axis or parameter of the rows.",
          "type": "string"
        },
        "metric": {
          "$ref": "#/definitions/metric",
          "default": "accuracy.top1"
        },
        "points": {
          "$ref": "#/definitions/points",
          "default": "last"
        },
        "asr_limit": {
          "$ref": "#/definitions/asrLimit"
        },
        "value": {
          "$ref": "#/definitions/pooled"
        },
        "facet": {
          "$ref": "#/definitions/facet"
        },
        "columns": {
          "$ref": "#/definitions/columns"
        },
        "range": {
          "$ref": "#/definitions/range",
          "description": "Lowest and highest value of the shades; the default is those that there are."
        },
        "decimals": {
          "description": "Digits after the point of a cell's number.",
          "type": "integer",
          "minimum": 0,
          "maximum": 6,
          "default": 1
        },
        "labels": {
          "$ref": "#/definitions/labels"
        },
        "width": {
          "$ref": "#/definitions/width"
        },
        "height": {
          "$ref": "#/definitions/height"
        },
        "formats": {
          "$ref": "#/definitions/formats"
        }
      }
    },
    "EmbeddingFigure": {
      "title": "EmbeddingFigure",
      "description": "Embeddings of test pictures, of the same pictures with the trigger, and of texts, projected to two dimensions: a panel for each model. They are kept where `evaluate.embeddings` asks for it.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name"
      ],
      "properties": {
        "kind": {
          "const": "embedding",
          "description": "Projected embeddings."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "min_points": {
          "$ref": "#/definitions/minPoints"
        },
        "since": {
          "$ref": "#/definitions/since"
        },
        "until": {
          "$ref": "#/definitions/until"
        },
        "rule": {
          "$ref": "#/definitions/rule"
        },
        "top": {
          "$ref": "#/definitions/top"
        },
        "order": {
          "$ref": "#/definitions/order"
        },
        "stage": {
          "description": "Models of the `clean`ing, whose epoch 0 is the model before it, or of the `pretrain`ing that it starts from.",
          "enum": [
            "clean",
            "pretrain"
          ],
          "default": "clean"
        },
        "epochs": {
          "description": "Epochs of each run, a panel each: those that `evaluate.embeddings.epochs` keeps, and `last`.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "oneOf": [
              {
                "type": "integer",
                "minimum": 0
              },
              {
                "enum": [
                  "last"
                ]
              }
            ]
          },
          "default": [
            "last"
          ]
        },
        "show": {
          "description": "What is projected: `clean` pictures, the same pictures `triggered`, their `captions`, the prompts of all `classes`, or those of the `target` alone.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "enum": [
              "clean",
              "triggered",
              "captions",
              "classes",
              "target"
            ]
          },
          "default": [
            "clean",
            "triggered",
            "captions",
            "target"
          ]
        },
        "color_classes": {
          "description": "Classes that have a colour each, where shapes tell pictures from captions; without it colours tell them.",
          "type": "array",
          "minItems": 1,
          "maxItems": 12,
          "uniqueItems": true,
          "items": {
            "type": "string"
          }
        },
        "method": {
          "description": "`pca`: the two directions along which they differ most (principal components). `t-sne`: neighbours stay neighbours, distances mean nothing (van der Maaten and Hinton, JMLR 9:2579, 2008; computed exactly).",
          "enum": [
            "pca",
            "t-sne"
          ],
          "default": "pca"
        },
        "together": {
          "description": "Project all panels at once, so that they have the same axes: for epochs of one training, or cleanings of one model. Otherwise each panel has axes of its own.",
          "type": "boolean",
          "default": false
        },
        "perplexity": {
          "description": "Of t-SNE: how many neighbours count as near.",
          "type": "number",
          "minimum": 1,
          "maximum": 1000,
          "default": 30
        },
        "iterations": {
          "description": "Of t-SNE: steps of gradient descent; the first 250 pull clusters together.",
          "type": "integer",
          "minimum": 250,
          "maximum": 100000,
          "default": 1000
        },
        "seed": {
          "description": "Of t-SNE: start from places drawn at random with this seed. The default is to start from the principal components.",
          "type": "integer",
          "minimum": 0
        },
        "columns": {
          "$ref": "#/definitions/columns"
        },
        "labels": {
          "$ref": "#/definitions/labels"
        },
        "width": {
          "$ref": "#/definitions/width"
        },
        "height": {
          "$ref": "#/definitions/height"
        },
        "formats": {
          "$ref": "#/definitions/formats"
        }
      }
    },
    "ContactSheetFigure": {
      "title": "ContactSheetFigure",
      "description": "Pictures out of the store: poisoned ones beside their originals, or those of a data set.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name"
      ],
      "properties": {
        "kind": {
          "const": "contact-sheet",
          "description": "Contact sheet of pictures."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "of": {
          "description": "Which pictures: the `poison`ed ones with the trigger, those `train`ed on, `test`ed on, of the `cleaning-set`, or the poisoned ones left in it (`cleaning-poison`).",
          "enum": [
            "poison",
            "train",
            "test",
            "cleaning-set",
            "cleaning-poison"
          ],
          "default": "poison"
        },
        "originals": {
          "description": "Show each poisoned picture beside its original.",
          "type": "boolean",
          "default": true
        },
        "captions": {
          "description": "Write the caption under each picture.",
          "type": "boolean",
          "default": true
        },
        "count": {
          "description": "Pictures of each panel, evenly spread over the set.",
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 12,
          "x-unit": "pictures"
        },
        "size": {
          "description": "Side of a picture on paper.",
          "type": "integer",
          "minimum": 16,
          "maximum": 512,
          "default": 72,
          "x-unit": "px"
        },
        "facet": {
          "$ref": "#/definitions/facet"
        },
        "columns": {
          "description": "Pictures in a row.",
          "type": "integer",
          "minimum": 1,
          "maximum": 100,
          "default": 6
        },
        "labels": {
          "$ref": "#/definitions/labels"
        },
        "formats": {
          "$ref": "#/definitions/formats"
        }
      }
    },
    "TableFigure": {
      "title": "TableFigure",
      "description": "For each pre-trained model and cleaning: the start's accuracy and ASR, the best accuracy with ASR at or under each limit, and the drop.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "name"
      ],
      "properties": {
        "kind": {
          "const": "table",
          "description": "Table of best models under a limit."
        },
        "name": {
          "$ref": "#/definitions/name"
        },
        "title": {
          "$ref": "#/definitions/title"
        },
        "ablation": {
          "$ref": "#/definitions/ablationName"
        },
        "where": {
          "$ref": "#/definitions/Selection",
          "description": "Only runs with these labels on axes, or these values of parameters (`clean.data.poisons: [0, 5]`)."
        },
        "exclude": {
          "description": "Leave out runs: each entry gives axes or parameters a label or a list of labels.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/Selection"
          }
        },
        "min_points": {
          "$ref": "#/definitions/minPoints"
        },
        "since": {
          "$ref": "#/definitions/since"
        },
        "until": {
          "$ref": "#/definitions/until"
        },
        "rule": {
          "$ref": "#/definitions/rule"
        },
        "top": {
          "$ref": "#/definitions/top"
        },
        "order": {
          "$ref": "#/definitions/order"
        },
        "points": {
          "description": "Evaluations among which the best is sought: `all`, or those at `epoch-ends` only, or the `last` of each run.",
          "enum": [
            "all",
            "epoch-ends",
            "last"
          ],
          "default": "all"
        },
        "accuracy": {
          "$ref": "#/definitions/metric",
          "default": "accuracy.top1"
        },
        "asr": {
          "$ref": "#/definitions/metric",
          "default": "asr.top1"
        },
        "rows": {
          "description": "Axes whose combinations are the rows; runs that differ in other axes are pooled, those that differ in `seed` are averaged. The default are the axes that have a label which is not a number.",
          "type": "array",
          "uniqueItems": true,
          "items": {
            "type": "string"
          }
        },
        "asr_limits": {
          "description": "Limits on the attack success rate, in percent.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "type": "number",
            "minimum": 0,
            "maximum": 100
          },
          "default": [
            5
          ],
          "x-unit": "%"
        },
        "columns": {
          "description": "Groups of columns: the `start` model; for each limit the `best` model, `where` it is found and the `drop` from the start; the `extremes` (highest accuracy, lowest ASR of all); the `counts` of runs and evaluations.",
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "enum": [
              "start",
              "best",
              "where",
              "drop",
              "extremes",
              "counts"
            ]
          },
          "default": [
            "start",
            "best",
            "where",
            "drop",
            "counts"
          ]
        },
        "decimals": {
          "description": "Digits after the point of a percentage.",
          "type": "integer",
          "minimum": 0,
          "maximum": 6,
          "default": 2
        },
        "labels": {
          "$ref": "#/definitions/labels"
        }
      }
    },
    "name": {
      "description": "Name of the figure and of its files.",
      "type": "string",
      "pattern": "^[A-Za-z0-9][A-Za-z0-9_.+-]*$",
      "x-form": "a name of letters, digits and `_ . + -` that starts with a letter or a digit",
      "maxLength": 80
    },
    "title": {
      "description": "Title above the figure.",
      "type": "string"
    },
    "ablationName": {
      "description": "The ablation whose runs are shown; the default is all.",
      "type": "string",
      "x-refers-to": "ablations"
    },
    "metric": {
      "description": "A metric's name: `accuracy.top1`, `asr.top5`, or any other that the runs have.",
      "type": "string",
      "pattern": "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_+-]+)*$",
      "x-form": "a metric such as `accuracy.top1` or `asr.top5`"
    },
    "minPoints": {
      "description": "Leave out runs with fewer evaluations.",
      "type": "integer",
      "minimum": 1,
      "default": 1,
      "x-unit": "evaluations"
    },
    "since": {
      "description": "Leave out runs that were made before this day, or this moment: `2023-10-01`, `2023-10-01T12:00Z`. A run is made when what measures it is finished; while it goes on, its newest attempt counts. Days are those of UTC.",
      "type": "string",
      "pattern": "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$",
      "x-form": "a day such as `2023-10-01`, or a moment such as `2023-10-01T12:00Z`"
    },
    "until": {
      "description": "Leave out runs that were made after this day, which still counts, or after this moment.",
      "type": "string",
      "pattern": "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$",
      "x-form": "a day such as `2023-10-01`, or a moment such as `2023-10-01T12:00Z`"
    },
    "points": {
      "description": "Evaluations that are shown: `all`, those at `epoch-ends`, the `last` of each run, or of each run the `best` by accuracy whose ASR is at or under `asr_limit`.",
      "enum": [
        "all",
        "epoch-ends",
        "last",
        "best"
      ],
      "default": "all"
    },
    "asrLimit": {
      "description": "The limit of `points: best`, in percent.",
      "type": "number",
      "minimum": 0,
      "maximum": 100,
      "default": 5,
      "x-unit": "%"
    },
    "facet": {
      "description": "Axis or parameter with one panel for each value, or several, with one panel for each combination; `run` is each run by itself.",
      "oneOf": [
        {
          "type": "string",
          "minLength": 1
        },
        {
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "type": "string",
            "minLength": 1
          }
        }
      ]
    },
    "columns": {
      "description": "Panels in a row; the default is all, at most 4.",
      "type": "integer",
      "minimum": 1
    },
    "series": {
      "description": "Axis or parameter with one colour and shape for each value, or several, with one for each combination.",
      "oneOf": [
        {
          "type": "string",
          "minLength": 1
        },
        {
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "type": "string",
            "minLength": 1
          }
        }
      ]
    },
    "labels": {
      "description": "What to write instead of an axis name or the label of an axis: `mmcl+ssl: CleanCLIP`; `cleaning=mmcl+ssl` is the label of one axis alone.",
      "type": "object",
      "minProperties": 1,
      "additionalProperties": {
        "type": "string"
      }
    },
    "width": {
      "description": "Width of a panel.",
      "type": "integer",
      "minimum": 80,
      "maximum": 4000,
      "default": 300,
      "x-unit": "px"
    },
    "height": {
      "description": "Height of a panel.",
      "type": "integer",
      "minimum": 80,
      "maximum": 4000,
      "default": 260,
      "x-unit": "px"
    },
    "rule": {
      "description": "A rule over the evaluations of a run, in percent for shares: conditions joined by `and`, a comma, and which to take: `asr <= 5%, highest top1`. Runs without an evaluation that meets the conditions are left out. What is taken of each run ranks it for `top`, and is its `best` point. The default of the second part is `highest accuracy.top1`.",
      "type": "string",
      "minLength": 1
    },
    "top": {
      "description": "Only so many runs, the best by `rule`.",
      "type": "integer",
      "minimum": 1,
      "x-unit": "runs"
    },
    "order": {
      "description": "Axes or parameters by whose values runs are put in order, numbers ascending; panels and series follow. The default is the order of the file, or with `top` that of the rule.",
      "type": "array",
      "minItems": 1,
      "uniqueItems": true,
      "items": {
        "type": "string"
      }
    },
    "color": {
      "description": "Axis or parameter with one colour for each value, where shapes tell another one apart.",
      "type": "string"
    },
    "shape": {
      "description": "Axis or parameter with one shape for each value, where colours tell another one apart.",
      "type": "string"
    },
    "startModel": {
      "description": "Draw the model before cleaning as a star.",
      "type": "boolean",
      "default": true
    },
    "range": {
      "description": "Lowest and highest value of the axis, in percent for shares. What lies outside is cut off, and counted under the figure.",
      "type": "array",
      "minItems": 2,
      "maxItems": 2,
      "items": {
        "type": "number"
      }
    },
    "pooled": {
      "description": "What stands for runs that differ in other axes: the `best` by `rule`, their `mean` or `median`.",
      "enum": [
        "best",
        "mean",
        "median"
      ],
      "default": "best"
    },
    "seeds": {
      "description": "Runs that differ in nothing but their seed: `pooled` as if they were different runs, their `mean` with its spread (standard deviation), or `mean-and-points`.",
      "enum": [
        "pooled",
        "mean",
        "mean-and-points"
      ],
      "default": "pooled"
    },
    "formats": {
      "description": "Files of the picture. Its Vega-Lite specification, data and caption are always written.",
      "type": "array",
      "minItems": 1,
      "uniqueItems": true,
      "items": {
        "enum": [
          "png",
          "svg",
          "pdf"
        ]
      },
      "default": [
        "png",
        "svg",
        "pdf"
      ]
    },
    "reference": {
      "description": "Values from elsewhere, drawn as open symbols or lines, never taken for results.",
      "type": "array",
      "minItems": 1,
      "items": {
        "title": "Reference",
        "description": "One reference value, or a CSV file of them.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "label": {
            "description": "What it is, for the legend.",
            "type": "string",
            "minLength": 1
          },
          "values": {
            "title": "ReferenceValues",
            "description": "Metric -> value, in percent for shares.",
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {
              "type": "number"
            }
          },
          "where": {
            "$ref": "#/definitions/Selection",
            "description": "Only in panels with these labels."
          },
          "path": {
            "description": "A CSV file, relative to the file that names it: a column for each metric, `label` for the legend, and axes that say in which panels.",
            "type": "string",
            "minLength": 1
          }
        }
      }
    },
    "Model": {
      "title": "Model",
      "description": "A CLIP model: an image encoder and a text encoder with a shared embedding (arXiv 2103.00020), under OpenAI's parameter names.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "embed_dim",
        "image",
        "text"
      ],
      "properties": {
        "embed_dim": {
          "description": "Width of the shared embedding.",
          "type": "integer",
          "minimum": 1,
          "maximum": 8192
        },
        "image": {
          "title": "ImageEncoder",
          "description": "The image encoder. `kind` says which.",
          "type": "object",
          "required": [
            "kind"
          ],
          "discriminator": {
            "propertyName": "kind"
          },
          "oneOf": [
            {
              "$ref": "#/definitions/ResnetEncoder"
            },
            {
              "$ref": "#/definitions/VitEncoder"
            }
          ]
        },
        "text": {
          "$ref": "#/definitions/TextEncoder"
        },
        "init": {
          "$ref": "#/definitions/Init"
        }
      }
    },
    "ResnetEncoder": {
      "title": "ResnetEncoder",
      "description": "OpenAI's ModifiedResNet: three-convolution stem, anti-aliased strides, attention pooling.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "layers",
        "width",
        "resolution"
      ],
      "properties": {
        "kind": {
          "const": "resnet",
          "description": "ModifiedResNet."
        },
        "layers": {
          "description": "Bottleneck blocks of each stage; every stage after the first halves the resolution.",
          "type": "array",
          "minItems": 1,
          "maxItems": 6,
          "items": {
            "type": "integer",
            "minimum": 1,
            "maximum": 64
          }
        },
        "width": {
          "description": "Channels of the first stage's bottleneck.",
          "type": "integer",
          "minimum": 4,
          "maximum": 512,
          "x-unit": "channels"
        },
        "heads": {
          "description": "Heads of the attention pooling; the default is width / 2, as OpenAI's.",
          "type": "integer",
          "minimum": 1
        },
        "resolution": {
          "$ref": "#/definitions/resolution"
        }
      }
    },
    "VitEncoder": {
      "title": "VitEncoder",
      "description": "Vision transformer.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "layers",
        "width",
        "patch",
        "resolution"
      ],
      "properties": {
        "kind": {
          "const": "vit",
          "description": "Vision transformer."
        },
        "layers": {
          "description": "Transformer blocks.",
          "type": "integer",
          "minimum": 1,
          "maximum": 128
        },
        "width": {
          "description": "Width of the residual stream.",
          "type": "integer",
          "minimum": 8,
          "maximum": 8192
        },
        "heads": {
          "description": "Attention heads; the default is width / 64, as OpenAI's.",
          "type": "integer",
          "minimum": 1
        },
        "patch": {
          "description": "Side of a patch.",
          "type": "integer",
          "minimum": 1,
          "maximum": 128,
          "x-unit": "px"
        },
        "resolution": {
          "$ref": "#/definitions/resolution"
        }
      }
    },
    "TextEncoder": {
      "title": "TextEncoder",
      "description": "The causal text transformer.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "layers",
        "width"
      ],
      "properties": {
        "layers": {
          "description": "Transformer blocks.",
          "type": "integer",
          "minimum": 1,
          "maximum": 128
        },
        "width": {
          "description": "Width of the residual stream.",
          "type": "integer",
          "minimum": 8,
          "maximum": 8192
        },
        "heads": {
          "description": "Attention heads; the default is width / 64, as OpenAI's.",
          "type": "integer",
          "minimum": 1
        },
        "context": {
          "description": "Tokens of a caption, start and end included.",
          "type": "integer",
          "minimum": 3,
          "maximum": 1024,
          "default": 77,
          "x-unit": "tokens"
        },
        "vocabulary": {
          "description": "Entries of the BPE vocabulary. 49408 is CLIP's; a smaller one keeps the 512 byte symbols, the first merges and the two special tokens.",
          "type": "integer",
          "minimum": 514,
          "maximum": 49408,
          "default": 49408,
          "x-unit": "entries"
        },
        "truncation": {
          "description": "A caption longer than the context: `keep-end` keeps the end token, `cut` loses it as the study did (the text feature is then read at the start token).",
          "enum": [
            "keep-end",
            "cut"
          ],
          "default": "keep-end",
          "x-study-default": "cut"
        }
      }
    },
    "Init": {
      "title": "Init",
      "description": "Initialisation of a model trained from scratch.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "logit_scale": {
          "description": "Initial logit scale, before the exponential; the default is ln(1 / 0.07).",
          "type": "number",
          "minimum": 0,
          "maximum": 4.6052,
          "default": 2.6592600369327783
        },
        "round_to_fp16": {
          "description": "Round the fresh weights to half precision and back, as the study's loader does.",
          "type": "boolean",
          "default": false,
          "x-study-default": true
        }
      },
      "default": {}
    },
    "resolution": {
      "description": "Side of the input picture.",
      "type": "integer",
      "minimum": 8,
      "maximum": 1024,
      "x-unit": "px"
    },
    "Poison": {
      "title": "Poison",
      "description": "The backdoor attack on the pre-training data: which trigger, which target, how many pairs.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "trigger",
        "target",
        "count"
      ],
      "properties": {
        "trigger": {
          "$ref": "#/definitions/Trigger"
        },
        "target": {
          "description": "Class that triggered pictures are to be taken for; the word put into the captions of poisoned pairs.",
          "type": "string",
          "minLength": 1
        },
        "count": {
          "description": "Number of poisoned pairs.",
          "type": "integer",
          "minimum": 1,
          "x-unit": "pairs"
        },
        "labels": {
          "description": "`dirty`: random pairs get the trigger and a caption of the target. `consistent`: only pairs whose caption already names the target get the trigger, and keep their caption.",
          "enum": [
            "dirty",
            "consistent"
          ],
          "default": "dirty"
        },
        "templates": {
          "description": "Caption templates of poisoned pairs, `{}` stands for the target; one is drawn for each pair. The default are the zero-shot templates of `evaluate`.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "string",
            "pattern": "\\{\\}",
            "x-form": "a text with `{}` where the class name goes"
          }
        },
        "seed": {
          "description": "Seed of the choice of pairs, captions, trigger places and noise; the default is the experiment's seed.",
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991
        },
        "others": {
          "description": "Further attacks on the same data, each with its own trigger, target and pairs; a pair is poisoned once. Their attack success rates are called `asr.TARGET.topK`.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/FurtherAttack"
          }
        }
      }
    },
    "Trigger": {
      "title": "Trigger",
      "description": "The visible mark of the backdoor. `kind` says which.",
      "type": "object",
      "required": [
        "kind"
      ],
      "discriminator": {
        "propertyName": "kind"
      },
      "oneOf": [
        {
          "$ref": "#/definitions/NoisePatchTrigger"
        },
        {
          "$ref": "#/definitions/SolidPatchTrigger"
        },
        {
          "$ref": "#/definitions/BlendedTrigger"
        },
        {
          "$ref": "#/definitions/SigTrigger"
        },
        {
          "$ref": "#/definitions/WarpTrigger"
        },
        {
          "$ref": "#/definitions/ImageTrigger"
        }
      ]
    },
    "NoisePatchTrigger": {
      "title": "NoisePatchTrigger",
      "description": "A square of Gaussian noise around the picture's mean colour, drawn anew for each picture (the study's `random` patch).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "size"
      ],
      "properties": {
        "kind": {
          "const": "noise-patch",
          "description": "Gaussian noise patch."
        },
        "size": {
          "$ref": "#/definitions/patchSize"
        },
        "location": {
          "$ref": "#/definitions/patchLocation"
        },
        "reach": {
          "$ref": "#/definitions/patchReach"
        },
        "overflow": {
          "$ref": "#/definitions/overflow"
        }
      }
    },
    "SolidPatchTrigger": {
      "title": "SolidPatchTrigger",
      "description": "A square of one colour (the study's `yellow` patch).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "size"
      ],
      "properties": {
        "kind": {
          "const": "solid-patch",
          "description": "Patch of one colour."
        },
        "size": {
          "$ref": "#/definitions/patchSize"
        },
        "location": {
          "$ref": "#/definitions/patchLocation"
        },
        "reach": {
          "$ref": "#/definitions/patchReach"
        },
        "color": {
          "description": "Red, green and blue.",
          "type": "array",
          "minItems": 3,
          "maxItems": 3,
          "items": {
            "type": "number",
            "minimum": 0,
            "maximum": 1
          },
          "default": [
            1,
            1,
            0
          ]
        }
      }
    },
    "BlendedTrigger": {
      "title": "BlendedTrigger",
      "description": "Uniform noise over the whole picture, mixed in: clip(opacity * noise + (1 - opacity) * picture), drawn anew for each picture.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind"
      ],
      "properties": {
        "kind": {
          "const": "blended",
          "description": "Blended noise."
        },
        "opacity": {
          "$ref": "#/definitions/opacity"
        }
      }
    },
    "SigTrigger": {
      "title": "SigTrigger",
      "description": "A sinusoid over the columns (SIG, arXiv 1902.11237), mixed in like `blended`: amplitude * sin(2 pi * frequency * column / width).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind"
      ],
      "properties": {
        "kind": {
          "const": "sig",
          "description": "Sinusoidal signal."
        },
        "amplitude": {
          "description": "Amplitude of the sinusoid, in levels of 255.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 255,
          "default": 60,
          "x-unit": "levels of 255"
        },
        "frequency": {
          "description": "Periods over the width.",
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 6
        },
        "opacity": {
          "$ref": "#/definitions/opacity"
        }
      }
    },
    "WarpTrigger": {
      "title": "WarpTrigger",
      "description": "A smooth warp of the whole picture by one fixed random field (WaNet, arXiv 2102.10369).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind"
      ],
      "properties": {
        "kind": {
          "const": "warp",
          "description": "WaNet warp."
        },
        "strength": {
          "description": "Scale s of the field: flow = identity + s * noise / side, clamped to [-1, 1].",
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 0.6
        },
        "grid": {
          "description": "Side of the random control grid that is up-sampled (bicubic) to the picture; the default is the picture's own side (no up-sampling).",
          "type": "integer",
          "minimum": 2
        },
        "field_seed": {
          "description": "Seed of the field; training and test pictures of one experiment share it.",
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991,
          "default": 0
        }
      }
    },
    "ImageTrigger": {
      "title": "ImageTrigger",
      "description": "A picture from a file: pasted as a patch (BadNets, arXiv 1708.06733), or mixed into the whole picture (Blended, arXiv 1712.05526).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path"
      ],
      "properties": {
        "kind": {
          "const": "image",
          "description": "A picture from a file."
        },
        "path": {
          "description": "The image file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages. Transparency counts: where the file is transparent, the picture below stays.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        },
        "size": {
          "$ref": "#/definitions/patchSize",
          "description": "Side of the square that the file is resized to, in pixels of the stored picture; without it the file covers the whole picture."
        },
        "location": {
          "$ref": "#/definitions/patchLocation"
        },
        "reach": {
          "$ref": "#/definitions/patchReach"
        },
        "opacity": {
          "description": "Share of the file in the mixture: 1 hides the picture below.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 1,
          "default": 1
        }
      }
    },
    "patchSize": {
      "description": "Side of the patch, in pixels of the stored picture.",
      "type": "integer",
      "minimum": 1,
      "maximum": 1024,
      "x-unit": "px"
    },
    "patchLocation": {
      "description": "Where the patch goes: at a `random` place of each picture, in all `four-corners`, in one corner, or in the `centre`.",
      "enum": [
        "random",
        "four-corners",
        "top-left",
        "top-right",
        "bottom-left",
        "bottom-right",
        "centre"
      ],
      "default": "random"
    },
    "overflow": {
      "description": "Values outside 0..255 after adding the noise: `clamp`, or `wrap` modulo 256 as the study's byte conversion did.",
      "enum": [
        "clamp",
        "wrap"
      ],
      "default": "clamp",
      "x-study-default": "wrap"
    },
    "opacity": {
      "description": "Share of the trigger in the mixture.",
      "type": "number",
      "exclusiveMinimum": 0,
      "maximum": 1,
      "default": 0.2
    },
    "FurtherAttack": {
      "title": "FurtherAttack",
      "description": "One more attack.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "trigger",
        "target",
        "count"
      ],
      "properties": {
        "trigger": {
          "$ref": "#/definitions/Trigger"
        },
        "target": {
          "description": "Class that triggered pictures are to be taken for; the word put into the captions of poisoned pairs.",
          "type": "string",
          "minLength": 1
        },
        "count": {
          "description": "Number of poisoned pairs.",
          "type": "integer",
          "minimum": 1,
          "x-unit": "pairs"
        },
        "labels": {
          "description": "`dirty`: random pairs get the trigger and a caption of the target. `consistent`: only pairs whose caption already names the target get the trigger, and keep their caption.",
          "enum": [
            "dirty",
            "consistent"
          ],
          "default": "dirty"
        }
      }
    },
    "patchReach": {
      "description": "Which places a patch at a random place may have: `whole`, all of them, or `study`, never so that it touches the last row or column. The default is `whole`.",
      "enum": [
        "whole",
        "study"
      ],
      "x-study-default": "study"
    },
    "Pretrain": {
      "title": "Pretrain",
      "description": "Pre-training of the model from scratch on the (poisoned) data.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "dataset",
        "objective",
        "optimizer",
        "epochs",
        "batch_size"
      ],
      "properties": {
        "dataset": {
          "description": "Name of the data set trained on.",
          "type": "string",
          "x-refers-to": "datasets"
        },
        "from": {
          "$ref": "#/definitions/Start",
          "description": "Start from these weights instead of fresh ones, with fresh optimizer moments and the schedule from its first step."
        },
        "objective": {
          "$ref": "#/definitions/Objective"
        },
        "optimizer": {
          "$ref": "#/definitions/Optimizer"
        },
        "schedule": {
          "$ref": "#/definitions/Schedule"
        },
        "augment": {
          "$ref": "#/definitions/Augment"
        },
        "siglip": {
          "$ref": "#/definitions/Siglip"
        },
        "clustering": {
          "$ref": "#/definitions/Clustering"
        },
        "pseudo_labels": {
          "$ref": "#/definitions/PseudoLabels"
        },
        "epochs": {
          "$ref": "#/definitions/epochs"
        },
        "batch_size": {
          "$ref": "#/definitions/batch_size"
        },
        "micro_batch_size": {
          "$ref": "#/definitions/microBatch"
        },
        "precision": {
          "$ref": "#/definitions/precision"
        },
        "log_every": {
          "$ref": "#/definitions/logEvery"
        },
        "seed": {
          "$ref": "#/definitions/seed"
        }
      }
    },
    "Start": {
      "title": "Start",
      "description": "Where the weights of a training come from when not from this experiment: a stage of another experiment, or a file. `kind` says which.",
      "type": "object",
      "required": [
        "kind"
      ],
      "discriminator": {
        "propertyName": "kind"
      },
      "oneOf": [
        {
          "$ref": "#/definitions/ExperimentStart"
        },
        {
          "$ref": "#/definitions/WeightsStart"
        }
      ]
    },
    "ExperimentStart": {
      "title": "ExperimentStart",
      "description": "A stage of another experiment. It is done first where it is not done yet.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path"
      ],
      "properties": {
        "kind": {
          "const": "experiment",
          "description": "A stage of another experiment."
        },
        "path": {
          "description": "The other experiment's file, relative to the file that names it.",
          "type": "string",
          "minLength": 1
        },
        "ablation": {
          "description": "The ablation that the stage is of; the default is any.",
          "type": "string",
          "minLength": 1
        },
        "where": {
          "title": "Where",
          "description": "Labels on axes of the other experiment (`pretraining: mmcl`), as many as it takes to leave one stage.",
          "type": "object",
          "minProperties": 1,
          "additionalProperties": true
        },
        "stage": {
          "description": "Start from a pre-training, or from a model that was cleaned already.",
          "enum": [
            "pretrain",
            "clean"
          ],
          "default": "pretrain"
        },
        "epoch": {
          "$ref": "#/definitions/Checkpoint",
          "default": "last"
        }
      }
    },
    "WeightsStart": {
      "title": "WeightsStart",
      "description": "A file of weights: safetensors under OpenAI's names, a checkpoint of PyTorch (the study's, open_clip's), or OpenAI's archive. Its content counts, not its name. Moments start fresh unless it has some and they are asked for.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path"
      ],
      "properties": {
        "kind": {
          "const": "weights",
          "description": "A file of weights."
        },
        "path": {
          "description": "The file, relative to the file that names it.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        }
      }
    },
    "Checkpoint": {
      "title": "Checkpoint",
      "description": "The `last` epoch, the number of one, the `best` (highest top-1 accuracy), or a rule over what was measured after each epoch, in percent: `asr >= 80 and top1 >= 55, highest top1`.",
      "oneOf": [
        {
          "enum": [
            "last",
            "best"
          ]
        },
        {
          "type": "integer",
          "minimum": 1,
          "x-unit": "epoch"
        },
        {
          "$ref": "#/definitions/CheckpointRule"
        }
      ]
    },
    "CheckpointRule": {
      "title": "CheckpointRule",
      "description": "Conditions joined by `and`, a comma, and which of the epochs that meet them: `highest` or `lowest` of a metric, `first` or `last`.",
      "type": "string",
      "pattern": "\\s",
      "x-form": "`last`, `best`, an epoch's number, or a rule (`asr >= 80, highest top1`)"
    },
    "Style": {
      "title": "Style",
      "description": "How figures look. A style file is a template with this key alone, named in `extends`.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "font_size": {
          "description": "Size of labels; titles and legends follow.",
          "type": "number",
          "minimum": 4,
          "maximum": 72,
          "default": 11,
          "x-unit": "px"
        },
        "background": {
          "description": "Colour behind the figure, or `transparent`.",
          "type": "string",
          "minLength": 1,
          "default": "white"
        },
        "grid": {
          "description": "Draw grid lines.",
          "type": "boolean",
          "default": true
        },
        "frame": {
          "description": "Width of the frame around each panel.",
          "type": "number",
          "minimum": 0,
          "maximum": 10,
          "default": 1,
          "x-unit": "px"
        },
        "point_size": {
          "description": "Area of a symbol.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 5000,
          "default": 42,
          "x-unit": "px²"
        },
        "opacity": {
          "description": "Opacity of symbols, so that many on one place show.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 1,
          "default": 0.65
        },
        "line_width": {
          "description": "Width of lines.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 20,
          "default": 1.5,
          "x-unit": "px"
        },
        "star_size": {
          "description": "Area of the star of a start model.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 5000,
          "default": 420,
          "x-unit": "px²"
        },
        "star_color": {
          "$ref": "#/definitions/paint",
          "default": "#D7191C"
        },
        "colors": {
          "description": "Colours of series in their order; the default is told apart with any colour vision, and by its shapes in grey.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/paint"
          }
        },
        "shapes": {
          "description": "Shapes of series in their order.",
          "type": "array",
          "minItems": 1,
          "items": {
            "$ref": "#/definitions/symbol"
          }
        },
        "marks": {
          "description": "Colour and shape of a series by its label, or by axis and label (`cleaning=mmcl`): the same in every figure, whatever else that shows.",
          "type": "object",
          "minProperties": 1,
          "additionalProperties": {
            "title": "Mark",
            "description": "Colour and shape.",
            "type": "object",
            "additionalProperties": false,
            "minProperties": 1,
            "properties": {
              "color": {
                "$ref": "#/definitions/paint"
              },
              "shape": {
                "$ref": "#/definitions/symbol"
              }
            }
          }
        },
        "vega": {
          "description": "Anything else: a Vega-Lite `config`, merged over the rest.",
          "type": "object",
          "additionalProperties": true
        }
      }
    },
    "paint": {
      "description": "A colour, `#rrggbb` or a name of CSS.",
      "type": "string",
      "pattern": "^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[a-z]+)$",
      "x-form": "a colour such as `#0072B2` or `maroon`"
    },
    "symbol": {
      "description": "A symbol.",
      "enum": [
        "circle",
        "square",
        "triangle-up",
        "triangle-down",
        "triangle-left",
        "triangle-right",
        "diamond",
        "cross",
        "x",
        "pentagon"
      ]
    },
    "Objective": {
      "title": "Objective",
      "description": "The training objective: a weighted sum of losses. A weight of 0 is the same as leaving the loss out.",
      "type": "object",
      "additionalProperties": false,
      "minProperties": 1,
      "properties": {
        "mmcl": {
          "description": "Weight of the multimodal contrastive loss (CLIP's).",
          "type": "number",
          "minimum": 0
        },
        "ssl": {
          "description": "Weight of the in-modality self-supervised contrastive loss: each picture and caption against its augmented copy.",
          "type": "number",
          "minimum": 0
        },
        "siglip": {
          "description": "Weight of the sigmoid loss (arXiv 2303.15343): every picture with every caption of the batch is a yes-no question. `siglip` of the section says in which form.",
          "type": "number",
          "minimum": 0
        },
        "clustering": {
          "description": "Weight of deep clustering: before every epoch the embeddings of all training pictures are clustered by spherical k-means, and a linear head learns to tell a picture's cluster. `clustering` of the section has its settings.",
          "type": "number",
          "minimum": 0
        },
        "pseudo_labels": {
          "description": "Weight of the cross-entropy of a linear head on the classes that a teacher gave to the training pictures. `pseudo_labels` of the section says which teacher.",
          "type": "number",
          "minimum": 0
        },
        "supervised": {
          "description": "Weight of the cross-entropy of a linear head over the image features on the classes of the training data: supervised finetuning, the other method of CleanCLIP (arXiv 2303.03323). The data need classes (`label_column` of a CSV file).",
          "type": "number",
          "minimum": 0
        }
      }
    },
    "Optimizer": {
      "title": "Optimizer",
      "description": "AdamW (arXiv 1711.05101). Parameters whose name has none of bn, ln, bias, logit_scale are decayed, as in the study.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "lr"
      ],
      "properties": {
        "lr": {
          "description": "Peak learning rate.",
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 10
        },
        "beta1": {
          "description": "Decay of the first moment.",
          "type": "number",
          "minimum": 0,
          "exclusiveMaximum": 1,
          "default": 0.9
        },
        "beta2": {
          "description": "Decay of the second moment.",
          "type": "number",
          "minimum": 0,
          "exclusiveMaximum": 1,
          "default": 0.999
        },
        "eps": {
          "description": "Term added to the denominator.",
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1e-8
        },
        "weight_decay": {
          "description": "Decoupled weight decay.",
          "type": "number",
          "minimum": 0,
          "default": 0.1
        }
      }
    },
    "Schedule": {
      "title": "Schedule",
      "description": "Linear warm-up, then a half cosine to zero at the last step.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "warmup_steps": {
          "description": "Steps of the linear warm-up.",
          "type": "integer",
          "minimum": 0,
          "default": 0,
          "x-unit": "steps"
        },
        "step_origin": {
          "description": "`textbook` counts steps from 0. `study` counts them from one epoch's worth, as the study's loop did: warm-up is cut short and the last epoch runs past the end.",
          "enum": [
            "textbook",
            "study"
          ],
          "default": "textbook",
          "x-study-default": "study"
        }
      },
      "default": {}
    },
    "Augment": {
      "title": "Augment",
      "description": "How the augmented copies of the self-supervised loss are made. Without weight on `ssl` it has no effect.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "image": {
          "description": "Augmentation of pictures: AutoAugment's ImageNet policy (arXiv 1805.09501), or none.",
          "enum": [
            "autoaugment-imagenet",
            "none"
          ],
          "default": "autoaugment-imagenet"
        },
        "text": {
          "description": "Augmentation of captions: EDA (arXiv 1901.11196) with WordNet synonyms, or none.",
          "enum": [
            "eda",
            "none"
          ],
          "default": "eda"
        },
        "text_draw": {
          "description": "A caption's augmented copy is drawn anew `each-epoch`, or `once` and kept as in the study.",
          "enum": [
            "each-epoch",
            "once"
          ],
          "default": "each-epoch",
          "x-study-default": "once"
        }
      },
      "default": {}
    },
    "epochs": {
      "description": "Passes over the training data.",
      "type": "integer",
      "minimum": 1,
      "maximum": 100000,
      "x-unit": "epochs"
    },
    "batch_size": {
      "description": "Pairs of a batch. The last incomplete batch of an epoch is dropped.",
      "type": "integer",
      "minimum": 2,
      "maximum": 1048576,
      "x-unit": "pairs"
    },
    "seed": {
      "description": "Seed of this stage; the default is the experiment's seed.",
      "type": "integer",
      "minimum": 0,
      "maximum": 9007199254740991
    },
    "logEvery": {
      "description": "Steps between recorded training losses.",
      "type": "integer",
      "minimum": 1,
      "default": 10,
      "x-unit": "steps"
    },
    "Siglip": {
      "title": "Siglip",
      "description": "The form of the sigmoid loss. Without weight on `siglip` it has no effect.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "form": {
          "description": "`published`: the sum over all pairs of the batch divided by the batch size, with a learned bias (arXiv 2303.15343). `study`: the mean over all pairs, without a bias.",
          "enum": [
            "published",
            "study"
          ],
          "default": "published",
          "x-study-default": "study"
        },
        "initial_bias": {
          "description": "What the learned bias of the published form starts from, unless the weights that training starts from have one.",
          "type": "number",
          "minimum": -100,
          "maximum": 100,
          "default": -10
        }
      },
      "default": {}
    },
    "Clustering": {
      "title": "Clustering",
      "description": "Deep clustering, as the study did it: before every epoch spherical k-means over the embeddings of the un-augmented training pictures, and a fresh linear head (weights N(0, 0.01), bias 0, without weight decay); in every batch the label of a picture is the centroid nearest to its current embedding. Without weight on `clustering` it has no effect.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "clusters": {
          "description": "Number of centroids.",
          "type": "integer",
          "minimum": 2,
          "maximum": 1000000,
          "default": 1000
        },
        "iterations": {
          "description": "Iterations of k-means.",
          "type": "integer",
          "minimum": 1,
          "maximum": 10000,
          "default": 20
        },
        "points_per_centroid": {
          "description": "At most this many embeddings for each centroid are clustered, drawn at random; faiss's default.",
          "type": "integer",
          "minimum": 1,
          "maximum": 1000000,
          "default": 256
        },
        "embedding": {
          "description": "How pictures are embedded for k-means: in `evaluation` mode, all of them; or in `training` mode as the study did, where running statistics of batch norm move, in batches of `batch_size`, the last incomplete batch left out.",
          "enum": [
            "evaluation",
            "training"
          ],
          "default": "evaluation",
          "x-study-default": "training"
        },
        "batch_size": {
          "description": "Pictures embedded at once for k-means.",
          "type": "integer",
          "minimum": 2,
          "maximum": 1048576,
          "default": 256,
          "x-study-default": 1024,
          "x-unit": "pictures"
        }
      },
      "default": {}
    },
    "PseudoLabels": {
      "title": "PseudoLabels",
      "description": "Classes that a teacher gives to the training pictures, once, before training. Without weight on `pseudo_labels` it has no effect.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "teacher"
      ],
      "properties": {
        "teacher": {
          "$ref": "#/definitions/Teacher"
        }
      }
    },
    "Teacher": {
      "title": "Teacher",
      "description": "Who labels the training pictures. `kind` says which.",
      "type": "object",
      "required": [
        "kind"
      ],
      "discriminator": {
        "propertyName": "kind"
      },
      "oneOf": [
        {
          "$ref": "#/definitions/CsvTeacher"
        },
        {
          "$ref": "#/definitions/ClipTeacher"
        },
        {
          "$ref": "#/definitions/SiglipTeacher"
        }
      ]
    },
    "CsvTeacher": {
      "title": "CsvTeacher",
      "description": "Ready-made labels in a CSV file, one row a picture. A label belongs to the picture that is named beside it, in whatever order the rows are.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path"
      ],
      "properties": {
        "kind": {
          "const": "csv",
          "description": "A CSV file of pictures and labels."
        },
        "path": {
          "description": "The CSV file, relative to the YAML file that names it. Its content, not its name, enters the keys of stages.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        },
        "image_column": {
          "description": "Name of the column that names the picture: its path as written in the data set's CSV file, or the id of an emoji drawing.",
          "type": "string",
          "default": "image"
        },
        "label_column": {
          "description": "Name of the column of labels.",
          "type": "string",
          "default": "label"
        },
        "delimiter": {
          "description": "Field separator.",
          "type": "string",
          "minLength": 1,
          "maxLength": 1,
          "default": ","
        }
      }
    },
    "ClipTeacher": {
      "title": "ClipTeacher",
      "description": "A CLIP model: the label of a picture is its zero-shot class among the classes of the evaluation data.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path"
      ],
      "properties": {
        "kind": {
          "const": "clip",
          "description": "A CLIP model's zero-shot classes."
        },
        "path": {
          "description": "The file of weights (safetensors, PyTorch, or OpenAI's archive), relative to the YAML file that names it. Its content, not its name, enters the keys of stages.",
          "type": "string",
          "minLength": 1,
          "x-file": "content"
        },
        "model": {
          "$ref": "#/definitions/Model"
        },
        "templates": {
          "description": "Prompt templates, `{}` stands for the class; the default are the zero-shot templates of `evaluate`.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "string",
            "pattern": "\\{\\}",
            "x-form": "a text with `{}` where the class name goes"
          }
        },
        "batch_size": {
          "description": "Pictures embedded at once.",
          "type": "integer",
          "minimum": 1,
          "maximum": 65536,
          "default": 64,
          "x-effect": "none",
          "x-unit": "pictures"
        }
      }
    },
    "SiglipTeacher": {
      "title": "SiglipTeacher",
      "description": "A SigLIP model in ONNX (arXiv 2303.15343), as a folder of Hugging Face's layout: `config.json`, `preprocessor_config.json`, `tokenizer.json`, `tokenizer_config.json`, `onnx/vision_model.onnx`, `onnx/text_model.onnx`. The label of a picture is its zero-shot class among the classes of the evaluation data. Read by `@huggingface/transformers`, which `npm run bootstrap -- --with onnx` installs; nothing is fetched.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "kind",
        "path"
      ],
      "properties": {
        "kind": {
          "const": "siglip",
          "description": "A SigLIP model's zero-shot classes."
        },
        "path": {
          "description": "The folder, relative to the YAML file that names it. The content of the files in it that are read, not their place, enters the keys of stages.",
          "type": "string",
          "minLength": 1,
          "x-file": "contents"
        },
        "precision": {
          "description": "Which of the folder's towers are read: `fp32` as above, or `onnx/*_model_fp16.onnx`, `*_quantized` (q8), `*_q4`.",
          "enum": [
            "fp32",
            "fp16",
            "q8",
            "q4"
          ],
          "default": "fp32"
        },
        "templates": {
          "description": "Prompt templates, `{}` stands for the class; the default are the zero-shot templates of `evaluate`.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "string",
            "pattern": "\\{\\}",
            "x-form": "a text with `{}` where the class name goes"
          }
        },
        "batch_size": {
          "description": "Pictures embedded at once.",
          "type": "integer",
          "minimum": 1,
          "maximum": 65536,
          "default": 16,
          "x-effect": "none",
          "x-unit": "pictures"
        }
      }
    },
    "precision": {
      "description": "Arithmetic of the training step. `bf16`: convolutions and matrix products of the encoders, and the activations between them, are in bfloat16, as in PyTorch's autocast; weights, optimizer, softmax, layer norm, batch-norm statistics, losses and all evaluation stay in float32. Faster where the processor has bfloat16 instructions (AMX, AVX512-BF16, a GPU).",
      "enum": [
        "fp32",
        "bf16"
      ],
      "default": "fp32"
    },
    "microBatch": {
      "description": "Gradient caching (arXiv 2101.06983): pairs that go through the network at once; the loss and its gradient are those of the whole batch. For a batch beyond memory. Exact for models without batch norm; with batch norm its statistics are those of each micro-batch. The default is the whole batch at once.",
      "type": "integer",
      "minimum": 1,
      "maximum": 1048576,
      "x-unit": "pairs"
    }
  }
};
