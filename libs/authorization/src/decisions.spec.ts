import { describe, expect, it } from '@jest/globals';
import { decisionEvents, decisions, hcrActions } from './decisions';
import { authorizationCommandNames } from './transitions';

describe('the action codes of X12 278', () => {
  it('mean one decision each, and every decision has one', () => {
    const meant = Object.values(hcrActions).flatMap(({ decision }) => (decision === null ? [] : [decision]));
    expect([...meant].sort()).toEqual([...decisions].sort());
    expect(Object.keys(decisionEvents).sort()).toEqual([...decisions].sort());
  });

  it('are each recorded by a command', () => {
    for (const { command } of Object.values(hcrActions)) expect(authorizationCommandNames).toContain(command);
  });
});
