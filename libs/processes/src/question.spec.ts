import { describe, expect, it } from '@jest/globals';
import type { Errand, Outcome } from './errand';
import { setTimer, type Trigger } from './process';
import { eachFound, lookUp, search } from './question';

const looking = { kind: 'search', field: 'patientId', value: 'patient-1', about: { why: 'death' } } as const;
const trigger = (errand: Errand, outcome: Outcome): Trigger => ({ kind: 'outcome', errandId: 'e1', errand, outcome });
const decided = (given: Trigger) =>
  eachFound(given, (referralId, about) => setTimer(referralId, '2026-03-02T09:00:00Z', about));
const timer = (timerId: string, about: object = looking.about) => ({
  ...{ decide: 'setTimer', timerId, dueAt: '2026-03-02T09:00:00.000Z' },
  about,
});

describe('what a search finds', () => {
  it('is decided about one by one, with what was to be remembered', () => {
    const found = { outcome: 'found', values: ['r1', 'r2'], more: false } as const;
    expect(decided(trigger(looking, found))).toEqual([timer('r1'), timer('r2')]);
    const { about: _, ...forgetful } = looking;
    expect(decided(trigger(forgetful, found))).toEqual([timer('r1', {}), timer('r2', {})]);
  });

  it('is followed by the next page, from the last one on', () => {
    expect(decided(trigger(looking, { outcome: 'found', values: ['r1', 'r2'], more: true }))).toEqual([
      ...[timer('r1'), timer('r2')],
      { decide: 'give', errand: { ...looking, after: 'r2' } },
    ]);
    expect(decided(trigger(looking, { outcome: 'found', values: [], more: true }))).toEqual([]);
  });

  it('is not what a look-up finds, a failure, or a timer', () => {
    const found = { outcome: 'found', values: ['deceased'], more: false } as const;
    expect(decided(trigger({ kind: 'look_up', of: 'patient', ids: ['patient-1'] }, found))).toEqual([]);
    expect(decided(trigger(looking, { outcome: 'done' }))).toEqual([]);
    expect(decided({ kind: 'timer', timer: { timerId: 't', dueAt: '2026-03-02T09:00:00Z', number: 0 } })).toEqual([]);
  });
});

describe('a question', () => {
  it('says what is to be remembered only where there is something', () => {
    expect(search('patientId', 'patient-1')).toEqual({
      decide: 'give',
      errand: { kind: 'search', field: 'patientId', value: 'patient-1' },
    });
    expect(lookUp('staff', ['staff-1'], { since: 'monday' })).toEqual({
      decide: 'give',
      errand: { kind: 'look_up', of: 'staff', ids: ['staff-1'], about: { since: 'monday' } },
    });
  });
});
