import { describe, expect, it } from '@jest/globals';
import { authorizationAggregate } from './aggregate';
import type { AuthorizationEvent } from './events/authorization-event';
import { approved, but, everyone, histories, stateAfter } from './testing';

const offered = (...facts: readonly AuthorizationEvent[]): readonly string[] =>
  authorizationAggregate.allowedActions(stateAfter(authorizationAggregate, facts), everyone);

const aboutTheEnd = ['RequestAuthorizationExtension', 'ExtendAuthorization', 'RecordExpiring', 'ExpireAuthorization'];

describe('what can be done with an authorization', () => {
  it('is nothing about an end that the payer did not name', () => {
    const { validity: _, ...data } = approved.data;
    const endless = offered(...histories.submitted, { ...approved, data });
    expect(offered(...histories.approved)).toEqual(expect.arrayContaining(aboutTheEnd));
    expect(aboutTheEnd.filter((command) => endless.includes(command))).toEqual([]);
    expect(endless).toContain('UseUnits');
  });

  it('is no use of what was not granted', () => {
    expect(offered(...histories.appeal_filed)).not.toContain('UseUnits');
    expect(offered(...histories.modified, ...histories.appeal_filed.slice(-1))).toContain('UseUnits');
    expect(offered(...histories.submitted, but(approved, { units: [] }))).toContain('UseUnits');
  });
});
