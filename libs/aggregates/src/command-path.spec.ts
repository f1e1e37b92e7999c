import { describe, expect, it } from '@jest/globals';
import { aggregates } from './aggregates';
import { commandPath, kebabCase } from './command-path';

const [referrals] = aggregates;

const pathOf = (name: string): string | undefined => {
  const command = referrals?.commands.find((known) => known.name === name);
  return referrals && command && commandPath(referrals, command);
};

describe('the route of a command', () => {
  it('is its name in small letters', () => {
    expect(kebabCase('ScheduleAppointment')).toBe('schedule-appointment');
    expect(kebabCase('Close')).toBe('close');
  });

  it('is the collection for the first that creates, below it for another one, and below an instance for all others', () => {
    expect(pathOf('ReceiveReferral')).toBe('');
    expect(pathOf('DraftReferral')).toBe('draft-referral');
    expect(pathOf('ScheduleAppointment')).toBe(':referralId/schedule-appointment');
  });
});
