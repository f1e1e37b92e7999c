import { transform } from '@swc/core';
import { build } from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { library } from './library.js';

/** As Jest does it: swc keeps the metadata of decorators, and every module knows its own address. */
const transformed = {
  name: 'transformed',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { filename: path, sourceMaps: false });
      return { contents: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) };
    }),
};

/**
 * Puts the specs of the library and all they test into one module, unless another process has done so for this run, and tells its
 * address. Packages stay outside.
 */
export const bundleSpecs = async () => {
  const sandbox = process.cwd();
  const outfile = join(sandbox, 'specs.js');
  if (existsSync(outfile)) return pathToFileURL(outfile).href;
  const specs = readdirSync(library, { recursive: true }).filter((file) => file.endsWith('.spec.ts'));
  const modules = ['reflect-metadata', ...specs.sort().map((file) => `./${file}`)];
  await build({
    absWorkingDir: sandbox,
    stdin: {
      contents: modules.map((module) => `import '${module}';`).join('\n'),
      resolveDir: join(sandbox, library),
    },
    outfile,
    bundle: true,
    packages: 'external',
    alias: { '@jest/globals': fileURLToPath(new URL('jest-globals.js', import.meta.url)) },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    tsconfig: 'tsconfig.base.json',
    logLevel: 'error',
    plugins: [transformed],
  });
  return pathToFileURL(outfile).href;
};
