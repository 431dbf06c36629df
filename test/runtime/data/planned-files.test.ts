import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPlannedFiles } from '../../../runtime/data/planned-files.js';
import { StageFailure } from '../../../runtime/execute/context.js';
import { essenceOf } from '../../../runtime/execute/essence.js';
import { sha256 } from '../../../runtime/store/digest.js';
import { temporaryFolder } from '../../support/stage.js';

const text = 'image,caption\na.png,an apple\n';

function setUp(kind: string, files: Record<string, string>, paths: Record<string, string>) {
  const stage = { config: { source: { kind }, files }, locals: { paths } };
  return () => checkPlannedFiles(stage as unknown as Parameters<typeof checkPlannedFiles>[0]);
}

describe('a file of data', () => {
  it('is the one that was planned with, or the stage fails', () => {
    const path = join(temporaryFolder(), 'pairs.csv');
    writeFileSync(path, text);
    const check = setUp('csv', { path: sha256(text) }, { path, root: '/nowhere' });
    expect(check).not.toThrow();
    writeFileSync(path, `${text}b.png,a banana\n`);
    expect(check).toThrow(StageFailure);
    expect(check).toThrow(`${path} has changed since the plan was made`);
  });

  it('that is gone is told by its name', () => {
    const path = join(temporaryFolder(), 'pairs.csv');
    writeFileSync(path, text);
    const check = setUp('csv', { path: sha256(text) }, { path });
    rmSync(path);
    try {
      check();
      expect.unreachable();
    } catch (error) {
      expect(essenceOf(error)).toMatchObject({ message: `a file is missing: ${path}` });
    }
  });

  it('is looked at in lists of classes too, but not where a folder is meant', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'pictures'));
    const list = join(folder, 'classes.txt');
    writeFileSync(list, 'apple\n');
    const paths = { path: join(folder, 'pictures'), classes_file: list };
    expect(setUp('folder', { path: 'listing', classes_file: sha256('apple\n') }, paths)).not.toThrow();
    expect(setUp('folder', { path: 'listing', classes_file: sha256('pear\n') }, paths)).toThrow(
      'classes.txt has changed',
    );
  });
});
