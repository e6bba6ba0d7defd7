import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Files that decide or fold: the same arguments give the same answer, today and in 2039. */
const pureFiles = [
  'libs/**/*.{decide,state,projection,reactor}.ts',
  'libs/transcript/src/{exact-mean,modality-result,results}.ts',
];
const specFiles = ['**/*.{spec,int-spec,e2e-spec,contract,bench}.ts', 'test/**/*.ts', 'libs/testing/**/*.ts'];

const onlyFromContext = 'Pure files take the time, ids and facts from the command, the state or the event.';
const impureGlobals = [
  'Date',
  'crypto',
  'process',
  'performance',
  'console',
  'globalThis',
  'global',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Promise',
];
const impureSyntax = {
  AwaitExpression: 'A pure file awaits nothing: the handler reads what it needs and hands it over.',
  'ForOfStatement[await=true]': 'A pure file awaits nothing: the handler reads what it needs and hands it over.',
  ':function[async=true]': 'A pure file awaits nothing: the handler reads what it needs and hands it over.',
  ImportExpression: 'A pure file loads nothing at run time.',
  ThisExpression: 'A pure file has no `this`: it is made of functions of their arguments.',
  'ClassDeclaration, ClassExpression': 'A pure file holds no class: states are readonly unions, events are plain data.',
  'Program > VariableDeclaration[kind!="const"], Program > ExportNamedDeclaration > VariableDeclaration[kind!="const"]':
    'A pure file remembers nothing between two calls.',
};

export default defineConfig(
  globalIgnores(['node_modules', 'dist', 'data', 'coverage']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: { 'no-undef': 'off', 'no-unused-vars': 'error', 'prefer-const': 'error', eqeqeq: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-control-regex': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 70],
      '@typescript-eslint/no-floating-promises': 'error',
      // A `return promise` inside `try` would jump over its `catch`.
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
      // `default: return state` lets facts vanish: every member of a union is named, the default only calls unreachable().
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      // Leaves files with decorators alone (it sees emitDecoratorMetadata): Nest injects by the imported value.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // `import { type A }` alone would keep the import at run time: dependency-cruiser and SWC read `import type`.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Nest modules are classes that hold their decorator only.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-dynamic-delete': 'error',
      '@typescript-eslint/no-mixed-enums': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Ports return promises: `async` without `await` turns a throw into the rejection that callers expect.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: specFiles,
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      // Bodies of answers are any until a spec has looked at them, and `expect(x.method)` calls nothing.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['apps/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: pureFiles,
    ignores: ['**/index.ts', '**/*.{module,examples,spec}.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals.map((name) => ({ name, message: onlyFromContext }))],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: onlyFromContext },
        { object: 'Temporal', property: 'Now', message: onlyFromContext },
      ],
      'no-restricted-syntax': [
        'error',
        ...Object.entries(impureSyntax).map(([selector, message]) => ({ selector, message })),
      ],
    },
  },
);
