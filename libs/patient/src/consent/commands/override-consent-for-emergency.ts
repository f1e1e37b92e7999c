import { alreadySaid, type UseCase } from '@referral/eventsourcing';
import { IsValue, type Reason, ReasonValue } from '@referral/values';
import type { Consent, ConsentState } from '../consent';
import type { ConsentEvent } from '../events';
import { happened, transitions } from '../rules';
import { ConsentCommand } from './consent-command';

/** Something has to be disclosed because a life depends on it. */
export class OverrideConsentForEmergency extends ConsentCommand {
  @IsValue(() => ReasonValue) readonly reason!: Reason;
}

/** J04. Whatever the consent says, also when it was taken back. */
export const overrideConsentForEmergency = (
  command: OverrideConsentForEmergency,
  consent: Consent,
): readonly ConsentEvent[] => {
  const override = { by: command.issued.actor.userId, reason: command.reason };
  if (consent.overrides.some((known) => alreadySaid(known, override))) return [];
  transitions.require(consent.stage, 'OverrideConsentForEmergency');
  return [happened('ConsentOverriddenForEmergency', command, override)];
};

/** Overriding a consent in an emergency. */
export const overrideConsentForEmergencyUseCase: UseCase<OverrideConsentForEmergency, ConsentState, ConsentEvent> = {
  name: 'OverrideConsentForEmergency',
  command: OverrideConsentForEmergency,
  summary: 'Records that something was disclosed without consent in an emergency; the privacy officer reviews it.',
  roles: ['clinical_reviewer', 'lead'],
  creates: false,
  generatedIds: [],
  decide: overrideConsentForEmergency,
};
