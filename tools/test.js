import { spawnSync } from 'node:child_process';
import { ensureInstalled, root } from './install.js';
import { writeSuites } from './suites.js';

/**
 * `node tools/test.js [--long] [JEST ARGUMENTS]`: installs and builds what is missing, then runs the suites. Small specs run together, unless
 * the arguments name some.
 */
ensureInstalled();
const { build } = await import('./build.js');
await build();
const args = process.argv.slice(2);
const long = args.includes('--long');
const roots = long || args.some((argument) => !argument.startsWith('-')) ? [] : writeSuites();
const jest = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...(long ? ['--testPathIgnorePatterns=node_modules', '--testMatch=**/*.long.spec.ts', '--runInBand'] : []),
    ...roots.flatMap((folder) => ['--roots', folder]),
    ...args.filter((argument) => argument !== '--long'),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(jest.status ?? 1);
