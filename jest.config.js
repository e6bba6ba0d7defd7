const rootDir = import.meta.dirname;

/** Levels whose tests start servers, open stores or kill processes: each file has its own world, and a time limit. */
const apart = (displayName) => ({
  displayName,
  testMatch: [`<rootDir>/{libs,apps,test}/**/*.${displayName}-spec.ts`],
  rootDir,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true }] },
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: {
    '^@minutier/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
});

/** Pure specs, as built: they share what they load, which is most of what a hundred and eighty of them would take. */
const together = {
  displayName: 'unit',
  testMatch: ['<rootDir>/dist/{libs,apps,test}/**/*.spec.js'],
  rootDir,
  runner: 'jest-light-runner',
};

/** One project per level of test, so that `jest --selectProjects unit` needs no list of files. */
export default { testTimeout: 60_000, projects: [together, apart('int'), apart('e2e')] };
