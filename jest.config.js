import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8'));

/** The aliases of tsconfig.base.json, so that there is one list of them. */
const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [file]]) => [`^${alias}$`, file.replace('./', '<rootDir>/')]),
);

/** @type {import('jest').Config} */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/projections', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['\\.long\\.spec\\.ts$'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper,
  setupFiles: ['reflect-metadata'],
  // Guards against hanging alone: how fast anything is, is measured by the benchmarks, and a busy machine is ten times slower.
  testTimeout: 120_000,
  // One more than the processors of a small machine, because the slow suites wait for processes more than they compute.
  maxWorkers: 3,
  testSequencer: '<rootDir>/tools/sequencer.js',
  reporters: ['default', '<rootDir>/tools/closing-line.js'],
};
