import { IsValue, MayBeAbsent, type Reason, ReasonValue, type Validity, ValidityValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { endOfValidity } from '../validity';
import { ReferralCommand } from './referral-command';

/** The referral holds for longer. */
export class ExtendValidity extends ReferralCommand {
  @IsValue(() => ValidityValue) readonly validity!: Validity;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** The first half of T32, and T39. An expired referral is extended before it is reopened. */
export const extendValidity = (command: ExtendValidity, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const old = referral.registration.validity;
  const { start, end } = command.validity;
  if (old.start === start && old.end === end) return [];
  requireTransition(referral, 'ExtendValidity');
  const reason = requireReason('extendValidity', command.reason);
  const [ends, endsAnew] = [endOfValidity(old), endOfValidity(command.validity)];
  if (ends === null || (endsAnew !== null && endsAnew <= ends))
    throw refusal('OUTSIDE_VALIDITY', 'An extension ends after the validity that it extends.', { validity: old });
  return [happened('ReferralValidityExtended', command, { old, new: command.validity, reason })];
};

/** More time for a referral. */
export const extendValidityUseCase: UseCase<ExtendValidity> = {
  name: 'ExtendValidity',
  command: ExtendValidity,
  summary: 'Extends the validity of a referral, also of an expired one that is to be reopened.',
  roles: ['lead', 'referring_party'],
  creates: false,
  generatedIds: [],
  decide: extendValidity,
};
