import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Processes that live outside apps/: source file of each, by the name of its folder under dist/. */
const otherProcesses = {
  'event-store': 'libs/embedded-event-store/src/main.ts',
  mongo: 'libs/embedded-mongo/src/main.ts',
  bench: 'test/bench/main.ts',
  ceiling: 'test/bench/ceiling/main.ts',
};

const entryPoints = () => ({
  ...Object.fromEntries(readdirSync(join(root, 'apps')).map((app) => [app, `apps/${app}/src/main.ts`])),
  ...otherProcesses,
});

/** Decorated classes go through swc, which keeps the metadata that Nest and class-validator read; all else is left to esbuild. */
const decorators = async () => {
  const { transform } = await import('@swc/core');
  return {
    name: 'decorators',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!/^\s*@\w+\(/m.test(source)) return undefined;
        const { code } = await transform(source, { filename: path });
        return { contents: code, loader: 'js' };
      });
    },
  };
};

/** Bundles every process to `dist/<name>/main.js`; packages stay outside. */
export const build = async () => {
  const { build: bundle } = await import('esbuild');
  const present = Object.entries(entryPoints()).filter(([, file]) => existsSync(join(root, file)));
  await bundle({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present.map(([name, file]) => [`${name}/main`, file])),
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    splitting: false,
    tsconfig: 'tsconfig.base.json',
    logLevel: 'warning',
    plugins: [await decorators()],
  });
  return present.map(([name]) => name);
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(`built ${(await build()).map((name) => `dist/${basename(name)}`).join(', ')}`);
