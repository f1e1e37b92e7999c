import jest from './jest.config.js';

/** One library at a time: MUTATED names its folder. */
const library = process.env.MUTATED ?? 'libs/sla-policy';
const { rootDir: _, ...config } = jest;

/**
 * `MUTATED=libs/sla-policy npm run mutation`: changes the code of one domain library in small ways and tells which changes its own
 * specs do not notice. It takes about two seconds for each change, so it is no part of `npm test`.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    config: {
      ...config,
      roots: [`<rootDir>/${library}`],
      testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
      reporters: [],
    },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  mutate: [`${library}/src/**/*.ts`, '!**/*.spec.ts', '!**/testing/**', '!**/index.ts'],
  ignorePatterns: ['dist', '.nx', 'docs', 'reports'],
  concurrency: 2,
  reporters: ['clear-text', 'progress-append-only'],
  timeoutMS: 4_000,
};
