import { IsInstant, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import { outreachPolicy } from '../coordination-policies';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { countedAttempts, distinctDays, outreachLacks } from '../outreach-rule';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Everything was tried to reach the patient. A lead may give up earlier, for a reason. */
export class ExhaustOutreach extends ReferralCommand {
  @MayBeAbsent() @IsInstant() readonly letterSentAt?: string;
  @MayBeAbsent() @IsInstant() readonly noticeToReferrerAt?: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

const requirePolicy = (command: ExhaustOutreach, referral: RegisteredReferral): void => {
  const lacks = outreachLacks(referral, command, command.occurredAt);
  if (lacks.length === 0) return;
  if (!command.issued.actor.roles.includes('lead'))
    throw refusal('OUTREACH_NOT_EXHAUSTED', 'The contact policy wants more to be tried.', { lacks });
  if (!command.reason)
    throw refusal('REASON_REQUIRED', 'A lead who gives up before the policy is met says why.', { lacks });
};

/** T39. */
export const exhaustOutreach = (command: ExhaustOutreach, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (referral.facets.outreach.exhausted) return [];
  requireTransition(referral, 'ExhaustOutreach');
  requirePolicy(command, referral);
  const counted = countedAttempts(referral);
  return [
    happened('OutreachExhausted', command, {
      policyId: outreachPolicy.id,
      policyVersion: outreachPolicy.version,
      attempts: counted.length,
      distinctDays: distinctDays(counted),
      ...pick(command, 'letterSentAt', 'noticeToReferrerAt', 'reason'),
    }),
  ];
};

/** The end of outreach. */
export const exhaustOutreachUseCase: UseCase<ExhaustOutreach> = {
  name: 'ExhaustOutreach',
  command: ExhaustOutreach,
  summary: 'Declares outreach exhausted once the contact policy is met, or by a lead with a reason.',
  roles: ['system', 'lead'],
  creates: false,
  generatedIds: [],
  decide: exhaustOutreach,
};
