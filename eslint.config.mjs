import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: the name in the import is the name in the code.',
};
const noMachineTime = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take the instant as an argument or from the clock of @app/platform; the machine has the wrong time.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Take the instant as an argument or from the clock of @app/platform; the machine has the wrong time.',
  },
];
const noChance = {
  selector: 'MemberExpression[object.name="Math"][property.name="random"]',
  message: 'Rules and workflows must give the same result when they run again.',
};
/** What the framework hands in stands apart: constructors, and routes, whose parameters are decorated. */
const tooManyParameters = {
  selector:
    ':function[params.length>3][params.0.decorators.length=0]:not(MethodDefinition[kind="constructor"] > :function)',
  message: 'At most three parameters, then one object.',
};
/** The modules of the rules are loaded once for all workflows: what they keep between two calls, all runs would share. */
const nothingKept = [
  'VariableDeclaration[kind="let"]',
  'VariableDeclaration > VariableDeclarator > NewExpression[arguments.length=0]',
].map((kept) => ({
  selector: `:matches(Program, ExportNamedDeclaration) > ${kept}`,
  message: 'A rule keeps nothing between two calls: every run would share it (ADR 0027).',
}));
const noAsyncValidator = {
  selector: 'Property[key.name=/^validator$|^validate/] > :function[async=true]',
  message: 'A validator is called synchronously: what an async one throws refuses nothing and blocks the run.',
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.duibiao/', 'services/console/src/api/schema.d.ts', 'test/replay/histories/']),
  js.configs.recommended,
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'Buffer', 'URL', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']
          .concat(['setImmediate', 'AbortController', 'AbortSignal', '__dirname', 'performance', 'TextDecoder'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `async` without `await` is how a method keeps the promise its interface asks for
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `Instant | CivilDate` says more than `string`, though both are one
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-restricted-syntax': ['error', noDefaultExport, ...noMachineTime, noAsyncValidator],
    },
  },
  {
    // the clock itself, and programs whose business is real time: the starter, the actors, the bench, waiting in tests
    files: ['libs/platform/**/*.ts', 'services/{starter,rehearsal}/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noAsyncValidator] },
  },
  {
    files: ['services/api/**/*.ts'],
    rules: {
      'max-params': 'off',
      'no-restricted-syntax': ['error', noDefaultExport, ...noMachineTime, noAsyncValidator, tooManyParameters],
    },
  },
  {
    files: ['services/console/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // a tool's settings are its file's one export
    files: ['services/console/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['libs/domain/**/*.ts', 'workflows/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...noMachineTime, noChance, noAsyncValidator] },
  },
  {
    files: ['libs/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, ...noMachineTime, noChance, noAsyncValidator, ...nothingKept],
    },
  },
  {
    // one migration is one change, in the order in which it runs
    files: ['libs/persistence/src/database/migrations/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // answers of the server under test arrive without a type, and a table of cases may be long
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': 'off',
      'max-params': 'off',
    },
  },
);
