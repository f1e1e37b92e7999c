import { describe, expect, it } from '@jest/globals';
import { requirementSetAggregate } from './aggregate';
import type { RequirementSetEvent } from './events';
import { requirementsInForce } from './in-force';
import type { PublishedRequirementSet, RequirementSetState } from './published-requirement-set';
import { nextPublished, published, retired } from './testing';

const { decider } = requirementSetAggregate;

const setOf = (...events: readonly RequirementSetEvent[]): PublishedRequirementSet => {
  const set = events.reduce<RequirementSetState>(decider.evolve, decider.initialState);
  if (set.stage === 'none') throw new TypeError('nothing was published');
  return set;
};

const { specialty } = published.data;
const consultation = { specialty, service: { system: 'http://example.org/services', code: 'consultation' } };
const stressTest = { specialty, service: { system: 'http://example.org/services', code: 'stress-test' } };
const before = '2026-03-02T08:59:59.999Z';
const then = published.data.effectiveFrom;
const later = '2026-03-20T09:00:00-04:00';

/** Which set and which version of it are in force. */
const found = (sets: readonly PublishedRequirementSet[], sought = consultation, at = later) => {
  const version = requirementsInForce(sets, sought, at);
  return version && [version.requirementSetId, version.version];
};

const another = (more: object): PublishedRequirementSet =>
  setOf({ ...published, data: { ...published.data, requirementSetId: 'requirements-2', ...more } });

describe('the requirements in force', () => {
  it('are those of the version that has begun', () => {
    const set = setOf(published, nextPublished);
    expect(found([set], consultation, before)).toBeUndefined();
    expect(found([set], consultation, then)).toEqual(['requirements-1', 1]);
    expect(found([set], consultation, nextPublished.data.effectiveFrom)).toEqual(['requirements-1', 2]);
  });

  it('are of the specialty, and of the service where they name one', () => {
    expect(found([setOf(published)], stressTest)).toEqual(['requirements-1', 1]);
    expect(found([another({ service: consultation.service })], stressTest)).toBeUndefined();
    const radiology = { ...consultation, specialty: { ...specialty, code: 'radiology' } };
    expect(found([setOf(published)], radiology)).toBeUndefined();
  });

  it('are those of the service before those of the whole specialty, whichever is newer', () => {
    const ofService = another({ service: consultation.service });
    const newer = setOf({ ...published, data: { ...published.data, effectiveFrom: '2026-03-10T09:00:00Z' } });
    for (const sets of [
      [ofService, newer],
      [newer, ofService],
    ]) {
      expect(found(sets)).toEqual(['requirements-2', 1]);
      expect(found(sets, stressTest)).toEqual(['requirements-1', 1]);
    }
  });

  it('are those that came into force last, when two sets are about the same', () => {
    const newer = another({ effectiveFrom: '2026-03-10T09:00:00Z' });
    expect(found([newer, setOf(published)])).toEqual(['requirements-2', 1]);
    expect(found([newer, setOf(published)], consultation, '2026-03-09T09:00:00Z')).toEqual(['requirements-1', 1]);
  });

  it('end when the set is retired, for what begins from then on', () => {
    const set = setOf(published, retired);
    expect(found([set], consultation, then)).toEqual(['requirements-1', 1]);
    expect(found([set], consultation, retired.occurredAt)).toBeUndefined();
  });
});
