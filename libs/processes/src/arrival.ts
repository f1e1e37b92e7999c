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
import { isRecent } from './recent';
import { referralSubject } from './subjects/referral';

/** Looks, when a referral comes in, whether its patient lives and has consented to anything, and when it is accepted, whether its destination takes patients. */
export const arrival: Process<Referral, ReferralEvent> = {
  name: 'arrival',
  subject: referralSubject,
  react: (trigger, referral, _, now) => {
    if (referral.stage === 'none' || trigger.kind === 'timer') return [];
    const { referralId, patientId } = referral.registration;
    if (trigger.kind === 'fact') {
      const { type, data, metadata } = trigger.fact;
      if (!isRecent(metadata.recordedAt, now)) return [];
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
