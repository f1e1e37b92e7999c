import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.js';

/** `node tools/run.js NAME [ARGUMENTS]`: installs and builds what is missing, then runs the process of that name in the foreground. */
const [name, ...args] = process.argv.slice(2);
ensureInstalled();
const { build } = await import('./build.js');
await build();
const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', name, 'main.js'), ...args], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
