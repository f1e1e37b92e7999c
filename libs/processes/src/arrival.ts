import {
  ReflectDestinationStatus,
  ReflectPatientDeath,
  type Referral,
  referralAggregate,
  type ReferralEvent,
} from '@referral/referral';
import { tellConsent } from './consent-copy';
import { isDestinationStatus } from './destination-status';
import { send } from './errand';
import type { Process } from './process';
import { lookUp, searchConsents } from './question';
import { referralSubject } from './subjects/referral';

/** What came longer ago than this is not looked up, so that a process that begins late does not ask about a whole history, ms. */
const RECENT_MS = 30 * 86_400_000;

/** Looks, when a referral comes in, whether its patient lives and has consented to anything, and when it is accepted, whether its destination takes patients. */
export const arrival: Process<Referral, ReferralEvent> = {
  name: 'arrival',
  subject: referralSubject,
  react: (trigger, referral, _, now) => {
    if (referral.stage === 'none' || trigger.kind === 'timer') return [];
    const { referralId, patientId } = referral.registration;
    if (trigger.kind === 'fact') {
      const { type, data, metadata } = trigger.fact;
      if (Date.parse(now) - Date.parse(metadata.recordedAt) > RECENT_MS) return [];
      if (type === 'ReferralReceived' || type === 'ReferralSubmitted')
        return [lookUp('patient', [patientId]), searchConsents(patientId)];
      return type === 'ReferralAccepted' ? [lookUp('destination', [data.destination.id])] : [];
    }
    const { errand, outcome } = trigger;
    if (outcome.outcome === 'consents') return outcome.consents.map((copy) => tellConsent(referralId, copy));
    if (errand.kind !== 'look_up' || outcome.outcome !== 'found') return [];
    const [standing] = outcome.values;
    const [destinationId] = errand.ids;
    if (errand.of === 'patient' && standing === 'deceased')
      return [send(referralAggregate, referralId, ReflectPatientDeath, { source: 'patient_record' })];
    if (errand.of !== 'destination' || destinationId === undefined || standing === 'open') return [];
    return isDestinationStatus(standing)
      ? [send(referralAggregate, referralId, ReflectDestinationStatus, { destinationId, status: standing })]
      : [];
  },
};
