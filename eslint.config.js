import tseslint from 'typescript-eslint';

/** The direction of dependencies: cli -> report -> runtime -> schema, and cli -> compiler -> schema. */
const layers = {
  schema: ['compiler', 'runtime', 'report', 'cli'],
  compiler: ['runtime', 'report', 'cli'],
  runtime: ['compiler', 'report', 'cli'],
  report: ['compiler', 'cli'],
};

const forbid = (from, targets) => ({
  files: [`${from}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${targets.join('|')})/`,
            message: `${from}/ may not import ${targets.join(', ')}/ (see docs/architecture.md)`,
          },
        ],
      },
    ],
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'outputs/',
      'schema/generated/',
      'test/fixtures/',
      'scripts/',
      '.ci/',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'named exports only' },
      ],
      eqeqeq: 'error',
    },
  },
  { files: ['*.config.ts', '*.config.js', 'eslint.config.js'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  ...Object.entries(layers).map(([from, targets]) => forbid(from, targets)),
);
