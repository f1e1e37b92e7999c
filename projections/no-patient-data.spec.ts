import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@referral/eventsourcing';
import { completed } from '@referral/eventsourcing/testing';
import { referralEventTypes, type ReferralEvent } from '@referral/referral';
import { projections } from './index';
import { facts, patientData } from './testing/facts';
import { recorded } from './testing/history';

const everyFact: readonly ReferralEvent[] = Object.values(facts).map((make) => make());

/** What stands at a PHI path; `changes[].old` leads to several. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => {
    if (Array.isArray(inner)) return inner.map((item) => at(item, name));
    const found = typeof inner === 'object' && inner !== null ? Object.entries(inner) : [];
    return found.find(([field]) => field === name.replace('[]', ''))?.[1];
  }, value);

describe('no read model holds patient data', () => {
  it('is asked of every fact, each with something in all its fields of patient data', () => {
    expect(new Set(everyFact.map(({ type }) => type))).toEqual(new Set(Object.keys(referralEventTypes)));
    for (const { type, data } of everyFact)
      for (const path of referralEventTypes[type].phi) expect(JSON.stringify(at(data, path))).toContain(patientData);
  });

  for (const projection of projections.filter(({ categories }) => categories.includes('referral')))
    it(`neither in ${projection.name} nor in its entries`, () => {
      const written: unknown[] = [];
      // Each fact as the second of a referral, so that none of them is lost on a stage that forgets it.
      for (const fact of everyFact) {
        let kept: object | null = null;
        for (const event of recorded([facts.received(), fact]) as readonly RecordedEvent[]) {
          if (projection.documentId(event) === null) continue;
          kept = projection.evolve(kept, event, projection.knows?.initial);
          const document = kept && completed(projection, kept, projection.knows?.initial);
          written.push(document, kept && projection.entry?.(kept, event));
        }
      }
      expect(written.filter((row) => row !== null).length).toBeGreaterThan(everyFact.length);
      expect(JSON.stringify(written)).not.toContain(patientData);
    });
});
