import type { UseCase } from '@referral/eventsourcing';
import type { Consent, ConsentState } from '../consent';
import type { ConsentEvent } from '../events';
import { happened, refusal, transitions } from '../rules';
import { ConsentCommand } from './consent-command';

/** A consent has run out. */
export class ExpireConsent extends ConsentCommand {}

/** J03. One that ends with an event ends when somebody says that it has come about. */
export const expireConsent = (command: ExpireConsent, consent: Consent): readonly ConsentEvent[] => {
  if (consent.stage === 'expired') return [];
  transitions.require(consent.stage, 'ExpireConsent');
  if (consent.expiresAt !== null && Date.parse(command.occurredAt) < Date.parse(consent.expiresAt))
    throw refusal('CHRONOLOGY_VIOLATION', `It holds until ${consent.expiresAt}.`, { expiresAt: consent.expiresAt });
  return [happened('ConsentExpired', command, {})];
};

/** The end of a consent. */
export const expireConsentUseCase: UseCase<ExpireConsent, ConsentState, ConsentEvent> = {
  name: 'ExpireConsent',
  command: ExpireConsent,
  summary: 'Records that the end of a consent has come.',
  roles: ['system', 'privacy_officer'],
  creates: false,
  generatedIds: [],
  decide: expireConsent,
};
