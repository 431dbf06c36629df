import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { commandsOf, type CaseFile } from './case-file.js';

/** The build under test; another one can be named by EXPC_MAIN. */
const main = resolve(process.env.EXPC_MAIN ?? 'dist/cli/main.js');

/** Run a case's commands in a new folder and write down what they print, as in its session. */
export async function runCase(test: CaseFile): Promise<string> {
  if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build`);
  const root = await mkdtemp(join(tmpdir(), 'expc-case-'));
  try {
    const folder = join(root, 'work');
    await mkdir(folder);
    for (const { name, text } of test.files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const tools = await toolFolder(root);
    let session = '';
    for (const command of commandsOf(test.session))
      session += `$ ${command}\n${await runCommand(command, folder, tools)}`;
    return session;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** What a command prints when it is run in a folder, with no results of earlier runs. */
export async function printedIn(folder: string, command: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'expc-shown-'));
  try {
    const tools = await toolFolder(root);
    return await runCommand(command, resolve(folder), tools, { EXPC_OUTPUTS: join(root, 'outputs') });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** A folder for PATH in which `expc` is this project's. */
async function toolFolder(root: string): Promise<string> {
  const tools = join(root, 'tools');
  await mkdir(tools);
  const quoted = [process.execPath, main].map((path) => `'${path.replaceAll("'", "'\\''")}'`);
  await writeFile(join(tools, 'expc'), `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`);
  await chmod(join(tools, 'expc'), 0o755);
  return tools;
}

async function runCommand(
  command: string,
  folder: string,
  tools: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const env = {
    ...more,
    PATH: `${tools}${delimiter}${process.env.PATH ?? ''}`,
    HOME: folder,
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    EXPC_CACHE: join(folder, '.cache'),
  };
  const child = spawn('sh', ['-c', command], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | string>((done) => child.on('close', (code, signal) => done(code ?? String(signal)))),
  ]);
  const printed = [out, err]
    .map((text) => (text === '' || text.endsWith('\n') ? text : `${text}\n`))
    .join('');
  const exit = code === 0 ? '' : `[exit ${code}]\n`;
  return `${printed.replaceAll(folder, '$PWD')}${exit}`;
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString('utf8');
}
