import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.js';
import { printDiagnostics } from '../../../compiler/diagnostics/print.js';
import type { Host } from '../../../compiler/document/host.js';
import { isSecretName } from '../../../compiler/resolve/secrets.js';
import { memoryHost } from '../../support/memory-host.js';
import { baseText } from '../../support/compile.js';

test.each([
  ...[
    'HF_TOKEN',
    'TOKEN',
    'WANDB_API_KEY',
    'OPENAI_APIKEY',
    'AWS_SECRET_ACCESS_KEY',
    'DB_PASSWORD',
    'db_password',
  ],
  ...['GOOGLE_APPLICATION_CREDENTIALS', 'SSH_PRIVATE_KEY', 'HTTP_AUTH', 'SESSION_COOKIE', 'CLIENT_SECRET_ID'],
])('%s is a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  ...[
    'DATA',
    'USER',
    'HOME',
    'SEED',
    'MAX_TOKENS',
    'TOKENIZER',
    'IMAGE_KEY',
    'KEYS',
    'AUTHOR',
    'SECRETARY',
    'PASS',
  ],
  ...['SLURM_JOB_ID', 'EPOCHS', 'MONKEY'],
])('%s is none', (name) => {
  expect(isSecretName(name)).toBe(false);
});

/** A host that is not asked for anything secret. */
function strictHost(files: Readonly<Record<string, string>>): Host {
  const host = memoryHost({ 'base.yaml': baseText, ...files }, { DATA: 'pairs' });
  return {
    ...host,
    environment: (name) => {
      if (isSecretName(name)) throw new Error(`${name} was read`);
      return host.environment(name);
    },
  };
}

describe('a secret of the environment is never read', () => {
  const places = [
    'title: ${env:HF_TOKEN}',
    'title: "for ${env:HF_TOKEN} only"',
    'title: ${env:HF_TOKEN:-none}',
    'seed: ${env:HF_TOKEN}',
    'pretrain: { epochs: "${env:HF_TOKEN}" }',
    'evaluate: { templates: ["a {} ${env:HF_TOKEN}"] }',
    'ablations: [{ name: x, set: { title: "${env:HF_TOKEN}" }, matrix: { clean.seed: [1, 2] } }]',
    'ablations: [{ name: x, matrix: { clean.seed: ["${env:HF_TOKEN}", 2] } }]',
    'ablations: [{ name: "${env:HF_TOKEN}", matrix: { clean.seed: [1, 2] } }]',
  ];

  test.each(places)('%s', (text) => {
    const files = { 'x.yaml': `extends: base.yaml\n${text}\n` };
    const { diagnostics, plan } = compile(strictHost(files), 'x.yaml', { folder: '/' });
    expect(plan).toBeNull();
    expect(diagnostics.filter(({ code }) => code === 'EXPC315')).toHaveLength(1);
    const printed = printDiagnostics(diagnostics, 'text', {
      source: (name) => (files as Record<string, string>)[name],
    });
    expect(printed).toContain('`HF_TOKEN` is a secret by its name');
  });

  test('nor by --set', () => {
    const host = strictHost({ 'x.yaml': 'extends: base.yaml\n' });
    const { diagnostics } = compile(host, 'x.yaml', { folder: '/', set: ['title=${env:HF_TOKEN}'] });
    expect(diagnostics.map(({ code }) => code)).toEqual(['EXPC315']);
  });

  test('a note may name one: notes are dropped before anything is read', () => {
    const host = strictHost({
      'x.yaml': 'extends: base.yaml\nx-login: ${env:HF_TOKEN}\ntitle: ${env:DATA}\n',
    });
    const { diagnostics, document } = compile(host, 'x.yaml', { folder: '/' });
    expect(diagnostics).toEqual([]);
    expect(document!.entries.get('title')!.value).toMatchObject({ value: 'pairs' });
  });
});
