import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@referral/eventsourcing';
import { completed } from '@referral/eventsourcing/testing';
import fc from 'fast-check';
import { projections } from './index';
import { history } from './testing/random-history';

/** Documents by id after events in this order. */
const documentsOf = (projection: (typeof projections)[number], events: readonly RecordedEvent[]) => {
  const known = projection.knows?.initial;
  const kept = new Map<string, object | null>();
  for (const event of events) {
    const id = projection.documentId(event);
    if (id !== null) kept.set(id, projection.evolve(kept.get(id) ?? null, event, known));
  }
  const documents = [...kept].map(([id, facts]) => [id, facts && completed(projection, facts, known)] as const);
  return new Map(documents.sort(([left], [right]) => (left < right ? -1 : 1)));
};

/** Takes the next event of the stream that each number points at, until all are empty. */
const interleave = (streams: readonly (readonly RecordedEvent[])[], choices: readonly number[]): RecordedEvent[] => {
  const left = streams.map((stream) => [...stream]);
  const taken: RecordedEvent[] = [];
  for (let turn = 0; left.some((stream) => stream.length > 0); turn += 1) {
    const full = left.filter((stream) => stream.length > 0);
    const next = full[(choices[turn % choices.length] ?? 0) % full.length]?.shift();
    if (next) taken.push(next);
  }
  return taken;
};

const streams = fc.tuple(history('r1'), history('r2'), history('r3'));
const choices = fc.array(fc.nat(2), { minLength: 1, maxLength: 60 });

describe('documents do not depend on how streams interleave', () => {
  for (const projection of projections)
    it(projection.name, () => {
      fc.assert(
        fc.property(streams, choices, (each, order) => {
          const inTurn = documentsOf(projection, each.flat());
          expect(documentsOf(projection, interleave(each, order))).toEqual(inTurn);
        }),
        { numRuns: 60 },
      );
    });
});
