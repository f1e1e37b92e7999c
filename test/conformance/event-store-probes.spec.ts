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
    // Each set of questions has a node of its own, so that both can be asked at the same time.
    let nodes: readonly RunningEventStore[];
    let answers: Promise<string>;
    let walks: Promise<string>;

    beforeAll(async () => {
      nodes = await Promise.all([startEventStore({ projections: true }), startEventStore({ projections: true })]);
      const [first, second] = nodes.map(({ url }) => url);
      answers = ask(first ?? '', '--expect', join(probes, 'answers-23.10.6.json'));
      const expected = join(probes, 'random-answers-23.10.6.json');
      walks = ask(second ?? '', '--scenarios', join(probes, 'random.mjs'), '--expect', expected);
    });

    afterAll(async () => {
      await Promise.all(nodes.map((node) => node.stop()));
    });

    it(
      'answers every question as a real EventStoreDB did',
      async () => {
        expect(await answers).toMatch(/\b66 passed, 0 failed\n$/);
      },
      LIMIT_MILLISECONDS,
    );

    it(
      'answers random walks as a real EventStoreDB did',
      async () => {
        expect(await walks).toMatch(/\b60 passed, 0 failed\n$/);
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
