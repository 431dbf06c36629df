import { writeFileSync } from 'node:fs';
import * as yaml from 'prettier/plugins/yaml';
import { format } from 'prettier/standalone';
import { parse } from '../../compiler/parse/parse.js';
import type { FmtOptions } from '../commands/fmt.js';
import { exitCode } from '../exit.js';
import { yamlFiles } from '../experiments.js';
import { show } from '../load.js';
import { readNamed } from '../read.js';
import { print } from '../terminal.js';

export async function fmt(paths: readonly string[], { check }: FmtOptions): Promise<number> {
  let code: number = exitCode.fine;
  for (const file of yamlFiles(paths)) {
    const text = readNamed(file);
    const { diagnostics } = parse(text, file);
    if (diagnostics.some(({ severity }) => severity === 'error')) {
      show(diagnostics);
      code = exitCode.wrong;
      continue;
    }
    const formatted = await formatYaml(text);
    if (formatted === text) continue;
    if (check === true) {
      print(`${file} is not in form\n`);
      code = code === exitCode.fine ? exitCode.failed : code;
    } else {
      writeFileSync(file, formatted);
      print(`${file} rewritten\n`);
    }
  }
  return code;
}

/** The one form of a YAML text. */
export function formatYaml(text: string): Promise<string> {
  return format(text, { parser: 'yaml', plugins: [yaml], printWidth: 110, singleQuote: true });
}
