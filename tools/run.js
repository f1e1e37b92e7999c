import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.js';

/** As the standalone system starts its processes (apps/standalone/src/supervised.ts): what a benchmark measures is what is run. */
const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=64', '--initial-old-space-size=128'];

/** `node tools/run.js NAME [ARGUMENTS]`: installs and builds what is missing, then runs the process of that name in the foreground. */
const [name, ...args] = process.argv.slice(2);
ensureInstalled();
const { build } = await import('./build.js');
await build();
const child = spawn(process.execPath, [...nodeFlags, join(root, 'dist', name, 'main.js'), ...args], {
  stdio: 'inherit',
});
process.on('SIGTERM', () => child.kill('SIGTERM'));
// A Ctrl-C reaches the child from the terminal; passed on as well it would count as the second one, which leaves at once.
process.on('SIGINT', () => undefined);
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
