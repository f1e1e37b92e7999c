import { library } from './tools/mutation/library.js';

/**
 * `MUTATED=libs/sla-policy npm run mutation`: changes the code of one domain library in small ways and tells which changes its own
 * specs do not notice. That takes minutes, so it is no part of `npm test`.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: ['./tools/mutation/runner.js'],
  testRunner: 'specs',
  coverageAnalysis: 'perTest',
  mutate: [`${library}/src/**/*.ts`, '!**/*.spec.ts', '!**/testing/**', '!**/index.ts'],
  ignorePatterns: ['dist', '.nx', 'docs', 'reports'],
  concurrency: 1,
  // A module that was loaded is never forgotten, so a process is left after some loads.
  maxTestRunnerReuse: 200,
  reporters: ['clear-text', 'progress-append-only'],
  // Against hanging alone, on a busy machine too; what goes round for ever is found by counting.
  timeoutMS: 20_000,
  thresholds: { high: 90, low: 80, break: 80 },
};
