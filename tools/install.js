import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const lock = new URL('../package-lock.json', import.meta.url);
const installed = new URL('../node_modules/.installed-lock.json', import.meta.url);

/** Installs the dependencies when they are missing or not those of package-lock.json; silent and instant otherwise. */
export const ensureInstalled = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node.js 20.19 or newer is needed; this is ${process.version}.`);
    process.exit(1);
  }
  if (existsSync(installed) && readFileSync(installed).equals(readFileSync(lock))) return;
  console.error('Installing the dependencies (npm ci); this takes about a minute the first time.');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  copyFileSync(lock, installed);
};
