const levels = {
  unit: ['<rootDir>/{libs,apps,test}/**/*.spec.ts'],
  int: ['<rootDir>/{libs,apps,test}/**/*.int-spec.ts'],
  e2e: ['<rootDir>/{libs,apps,test}/**/*.e2e-spec.ts'],
};

/** One project per level of test, so that `jest --selectProjects unit` needs no list of files. */
export default {
  testTimeout: 60_000,
  projects: Object.entries(levels).map(([displayName, testMatch]) => ({
    displayName,
    testMatch,
    rootDir: import.meta.dirname,
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true }] },
    moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
    moduleNameMapper: {
      '^@minutier/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
  })),
};
