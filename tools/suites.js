import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './install.js';

const specsIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.spec.ts') && !file.endsWith('.long.spec.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);

/** What is set up outside every `describe` would be set up for the tests of other files too. */
const staysAlone = (spec) => /^(before|after)(Each|All)\(/m.test(readFileSync(join(root, spec), 'utf8'));

/** The library, the projections, or the part of an app that a spec belongs to. */
const partOf = (spec) => /^(projections|libs\/[^/]+|apps\/[^/]+\/src(\/[^/]+(?=\/))?)/.exec(spec)[0];

/**
 * Writes one suite for all specs of a library or of a part of an app, and returns the folders that all suites are in. Jest loads every
 * module anew for every suite, which was nine tenths of the time of a small spec. Specs under `test` start processes and are suites by themselves.
 */
export const writeSuites = () => {
  const folder = join(root, 'dist/suites');
  const suites = {};
  for (const spec of ['apps', 'libs', 'projections'].flatMap(specsIn).sort())
    (suites[staysAlone(spec) ? spec.replace(/\.spec\.ts$/, '') : partOf(spec)] ??= []).push(spec);
  rmSync(folder, { recursive: true, force: true });
  for (const [name, specs] of Object.entries(suites)) {
    const file = join(folder, `${name}.spec.ts`);
    const up = relative(dirname(file), root).replaceAll('\\', '/');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, specs.map((spec) => `import '${up}/${spec}';\n`).join(''));
  }
  return ['dist/suites', 'test'];
};
