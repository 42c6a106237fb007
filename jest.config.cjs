const alias = ['domain', 'contracts', 'persistence', 'platform', 'engine'].join('|');

/** One configuration for every test: swc compiles, also the ESM-only packages named below. */
module.exports = {
  rootDir: '.',
  testEnvironment: 'node',
  maxWorkers: '100%', // a test waits for the engine and the database most of its time; each has a database and namespace of its own
  testTimeout: 240_000, // a machine that is busy with other things is no fault of ours
  moduleFileExtensions: ['js', 'json', 'ts'],
  testRegex: '.*\\.spec\\.ts$',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.duibiao'],
  moduleNameMapper: {
    [`^@app/(${alias})$`]: '<rootDir>/libs/$1/src',
    '^@app/(activities|workflows)$': '<rootDir>/$1/src',
  },
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit)/)',
  ],
};
