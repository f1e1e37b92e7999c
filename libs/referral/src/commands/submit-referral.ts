import { requireOrder } from '@referral/eventsourcing';
import { IsId, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { defaultRequirements } from '../policies';
import type { RegisteredReferral } from '../referral';
import { checklistOf, itemsOf, registered } from '../registration';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralContent } from './referral-content';

/** A draft is handed in with all that a referral says. */
export class SubmitReferral extends ReferralContent {
  @IsId() readonly submittedBy!: string;
}

/** T02. With the hand-in the referral is received: its clocks start like those of any other. */
export const submitReferral = (command: SubmitReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (referral.facets.submission?.submittedBy === command.submittedBy) return [];
  requireTransition(referral, 'SubmitReferral');
  requireOrder(command, referral.stageSince, 'it was drafted');
  const { registration } = referral;
  return [
    happened('ReferralSubmitted', command, {
      ...pick(command, 'submittedBy'),
      ...(checklistOf(command) ?? defaultRequirements),
      completeness: itemsOf(command),
    }),
    ...registered(command, {
      ...pick(registration, 'referralId', 'reference', 'direction', 'patientId', 'externalIds', 'referringParty'),
      ...pick(registration, 'requestedSpecialty', 'requestedService', 'channel'),
    }),
  ];
};

/** Handing a draft in. */
export const submitReferralUseCase: UseCase<SubmitReferral> = {
  name: 'SubmitReferral',
  command: SubmitReferral,
  summary: 'Hands a draft in; the referral is received and its clocks start.',
  roles: ['referring_party', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: submitReferral,
};
