import type { Consent, ConsentState } from './consent';
import type { ConsentEvent, ConsentRecorded } from './events';

const recorded = ({ data, occurredAt }: ConsentRecorded): Consent => ({
  stage: 'active',
  consentId: data.consentId,
  patientId: data.patientId,
  recordedAt: occurredAt,
  stageSince: occurredAt,
  kind: data.kind,
  from: data.from,
  recipients: data.recipients,
  purpose: data.purpose,
  expiresAt: data.expiresAt ?? null,
  documentId: data.documentId,
  overrides: [],
});

/** The consent after one more fact. */
export const evolveConsent = (consent: ConsentState, event: ConsentEvent): ConsentState => {
  if (event.type === 'ConsentRecorded') return consent.stage === 'none' ? recorded(event) : consent;
  if (consent.stage === 'none') return consent;
  switch (event.type) {
    case 'ConsentRevoked':
      return { ...consent, stage: 'revoked', stageSince: event.data.effectiveAt };
    case 'ConsentExpired':
      return { ...consent, stage: 'expired', stageSince: event.occurredAt };
    case 'ConsentOverriddenForEmergency':
      return { ...consent, overrides: [...consent.overrides, event.data] };
  }
};
