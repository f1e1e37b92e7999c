import { describe, expect, it } from '@jest/globals';
import { referralAggregate } from './aggregate';
import { initialState } from './referral';
import {
  breached,
  but,
  complete,
  exhausted,
  held,
  received,
  receivedUnderChecklist,
  referralAfter,
  returnedIncomplete,
  submitted,
  urgencyAssigned,
} from './testing';

describe('what the envelope of a referral’s event says', () => {
  it('names the service level policy behind an urgency and the requirements behind completeness, and none otherwise', () => {
    const { policiesOf } = referralAggregate;
    expect(policiesOf?.(but(urgencyAssigned, { slaPolicyVersion: 3 }))).toEqual([
      { kind: 'sla', id: 'default', version: 3 },
    ]);
    expect(policiesOf?.(complete)).toEqual([{ kind: 'requirements', id: 'default', version: 1 }]);
    expect(policiesOf?.(but(submitted, { requirementSetVersion: 2 }))).toEqual([
      { kind: 'requirements', id: 'default', version: 2 },
    ]);
    const byChecklist = [{ kind: 'requirements', id: 'cardiology', version: 4 }];
    expect(policiesOf?.(receivedUnderChecklist)).toEqual(byChecklist);
    const requirementSet = { requirementSetId: 'cardiology', requirementSetVersion: 4 };
    expect(policiesOf?.(but(returnedIncomplete, { requirementSet }))).toEqual(byChecklist);
    expect(policiesOf?.(held)).toEqual([{ kind: 'sla', id: 'default', version: 1 }]);
    expect(policiesOf?.(but(breached, { policyVersion: 2 }))).toEqual([{ kind: 'sla', id: 'default', version: 2 }]);
    expect(policiesOf?.(exhausted)).toEqual([{ kind: 'contact', id: 'default', version: 1 }]);
    expect(policiesOf?.(received)).toEqual([]);
  });

  it('is marked with the sensitivity that the referral was registered with', () => {
    const { sensitivityOf } = referralAggregate;
    expect(sensitivityOf?.(referralAfter(but(received, { sensitivity: ['minor', 'hiv'] })))).toEqual(['minor', 'hiv']);
    expect(sensitivityOf?.(initialState)).toEqual([]);
  });
});
