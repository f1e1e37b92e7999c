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

/** The value with `null` at a PHI path, as it reads when nobody can decrypt it. */
const unreadAt = (value: unknown, path: string): unknown => {
  if (Array.isArray(value)) return value.map((item) => unreadAt(item, path));
  if (typeof value !== 'object' || value === null) return value;
  const [name = '', ...inner] = path.split('.');
  const field = name.replace('[]', '');
  const unread = (found: unknown) => (inner.length === 0 ? null : unreadAt(found, inner.join('.')));
  return Object.fromEntries(
    Object.entries(value).map(([key, found]) => [key, key === field ? unread(found) : (found as unknown)]),
  );
};

/** A type's data is the same but for what its PHI paths lead to. */
const unread = (fact: ReferralEvent): ReferralEvent =>
  ({ ...fact, data: referralEventTypes[fact.type].phi.reduce<unknown>(unreadAt, fact.data) }) as ReferralEvent;

/** Documents and entries that a projection makes of a fact, as the second of a referral, so that it is lost on no stage that forgets it. */
const written = (projection: (typeof projections)[number], history: readonly ReferralEvent[]): readonly unknown[] => {
  let kept: object | null = null;
  return (recorded(history) as readonly RecordedEvent[]).flatMap((event) => {
    if (projection.documentId(event) === null) return [];
    kept = projection.evolve(kept, event, projection.knows?.initial);
    return kept ? [completed(projection, kept, projection.knows?.initial), projection.entry?.(kept, event)] : [];
  });
};

describe('no read model holds patient data', () => {
  it('is asked of every fact, each with something in all its fields of patient data', () => {
    expect(new Set(everyFact.map(({ type }) => type))).toEqual(new Set(Object.keys(referralEventTypes)));
    for (const { type, data } of everyFact)
      for (const path of referralEventTypes[type].phi) expect(JSON.stringify(at(data, path))).toContain(patientData);
  });

  for (const projection of projections.filter(({ categories }) => categories.includes('referral'))) {
    it(`neither in ${projection.name} nor in its entries`, () => {
      const rows = everyFact.flatMap((fact) => written(projection, [facts.received(), fact]));
      expect(rows.length).toBeGreaterThan(everyFact.length);
      expect(JSON.stringify(rows)).not.toContain(patientData);
    });

    it(`and ${projection.name} is the same when none can be read`, () => {
      for (const fact of everyFact)
        expect(written(projection, [unread(facts.received()), unread(fact)])).toEqual(
          written(projection, [facts.received(), fact]),
        );
    });
  }
});
