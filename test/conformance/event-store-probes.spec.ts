import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEventStore } from '../support/embedded-event-store';
import type { RunningEventStore } from '../support/embedded-event-store';

/** Questions to an EventStoreDB with the answers of a real one; they lie beside the repository where there are any. */
const probes = join(dirname(resolve('.')), 'shared/probes/eventstore');
const LIMIT_MILLISECONDS = 180_000;

const ask = (url: string, ...args: readonly string[]): Promise<string> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(probes, 'probe.mjs'), url, ...args], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.once('error', fail).once('exit', () => done(said));
  });

if (existsSync(join(probes, 'probe.mjs')))
  describe('the embedded event store', () => {
    let node: RunningEventStore;

    beforeAll(async () => {
      node = await startEventStore({ projections: true });
    });

    afterAll(async () => {
      await node.stop();
    });

    it(
      'answers every question as a real EventStoreDB did',
      async () => {
        const said = await ask(node.url, '--expect', join(probes, 'answers-23.10.6.json'));
        expect(said).toMatch(/\b66 passed, 0 failed\n$/);
      },
      LIMIT_MILLISECONDS,
    );

    it(
      'answers random walks as a real EventStoreDB did',
      async () => {
        const answers = join(probes, 'random-answers-23.10.6.json');
        const said = await ask(node.url, '--scenarios', join(probes, 'random.mjs'), '--expect', answers);
        expect(said).toMatch(/\b60 passed, 0 failed\n$/);
      },
      LIMIT_MILLISECONDS,
    );
  });
else
  describe('the embedded event store', () => {
    it(`was asked no questions, because ${probes} with the answers of a real EventStoreDB is not there`, () => {
      expect(existsSync(probes)).toBe(false);
    });
  });
