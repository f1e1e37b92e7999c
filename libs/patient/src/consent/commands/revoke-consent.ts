import type { UseCase } from '@referral/eventsourcing';
import { IsText } from '@referral/values';
import type { Consent, ConsentState } from '../consent';
import type { ConsentEvent } from '../events';
import { happened, transitions } from '../rules';
import { ConsentCommand } from './consent-command';

/** A patient takes a consent back. */
export class RevokeConsent extends ConsentCommand {
  @IsText(200) readonly how!: string;
}

/** J02. */
export const revokeConsent = (command: RevokeConsent, consent: Consent): readonly ConsentEvent[] => {
  if (consent.stage === 'revoked') return [];
  transitions.require(consent.stage, 'RevokeConsent');
  return [happened('ConsentRevoked', command, { effectiveAt: command.occurredAt, how: command.how })];
};

/** Revoking a consent. */
export const revokeConsentUseCase: UseCase<RevokeConsent, ConsentState, ConsentEvent> = {
  name: 'RevokeConsent',
  command: RevokeConsent,
  summary: 'Ends a consent from now on; what was disclosed before stays disclosed.',
  roles: ['coordinator', 'intake', 'privacy_officer', 'patient_proxy', 'integration'],
  creates: false,
  generatedIds: [],
  decide: revokeConsent,
};
