import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

/** What each rule must object to: code as if it stood in a file, and the rule that refuses it. */
const offences = [
  {
    rule: '@nx/enforce-module-boundaries',
    file: 'libs/referral/src/stages.ts',
    code: `export { CommandRunner } from '@referral/event-store';`,
  },
  {
    rule: '@nx/enforce-module-boundaries',
    file: 'libs/eventsourcing/src/decider.ts',
    code: `export { stages } from '@referral/referral';`,
  },
  {
    rule: '@nx/enforce-module-boundaries',
    file: 'libs/embedded-event-store/src/main.ts',
    code: `export { fold } from '@referral/eventsourcing';`,
  },
  {
    rule: 'no-restricted-properties',
    file: 'libs/referral/src/stages.ts',
    code: 'export const now = (): number => Date.now();',
  },
  {
    rule: 'no-restricted-syntax',
    file: 'projections/worklist/worklist.ts',
    code: 'export const now = (): Date => new Date();',
  },
  {
    rule: 'no-restricted-imports',
    file: 'projections/worklist/worklist.ts',
    code: `export { randomUUID } from 'node:crypto';`,
  },
  {
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    file: 'libs/referral/src/stages.ts',
    code: `export const f = (k: 'a' | 'b'): number => { switch (k) { case 'a': return 1; } return 2; };`,
  },
];

const script = `
  import devkit from '@nx/devkit';
  import { ESLint } from 'eslint';
  await devkit.createProjectGraphAsync(); // what the boundary rule goes by; without it, as in a fresh clone, it is silent
  const eslint = new ESLint();
  const found = [];
  for (const { file, code } of JSON.parse(process.argv[1])) {
    const [{ messages }] = await eslint.lintText(code + '\\n', { filePath: file });
    found.push(messages.map(({ ruleId }) => ruleId));
  }
  console.log(JSON.stringify(found));
  process.exit();
`;

describe('the lint rules', () => {
  it('refuse what they are there to refuse', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script, JSON.stringify(offences)],
      { env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' } },
    );
    const found = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as string[][];
    expect(
      found.map((rules, index) => (rules.includes(offences[index]?.rule ?? '') ? offences[index]?.rule : rules)),
    ).toEqual(offences.map(({ rule }) => rule));
  }, 120_000);
});
