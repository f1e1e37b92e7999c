import { requireOrder } from '@referral/eventsourcing';
import {
  IsId,
  IsList,
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  sameParty,
} from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import type { ReturnedIncomplete } from '../facets/requirements';
import { happened } from '../happened';
import { defaultRequirements } from '../policies';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The referral goes back for what it lacks. */
export class ReturnReferralIncomplete extends ReferralCommand {
  @IsList(100, 1) @IsText(100, { each: true }) readonly items!: readonly string[];
  @IsValue(() => PartyRefValue) readonly to!: PartyRef;
  @MayBeAbsent() @IsId() readonly educationSent?: string;
}

const returnsTheSame = ({ items, to }: ReturnReferralIncomplete, known: ReturnedIncomplete): boolean =>
  sameParty(to, known.to) && items.join() === known.items.join();

/** T52. */
export const returnReferralIncomplete = (
  command: ReturnReferralIncomplete,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { returned, completeness } = referral.facets;
  if (referral.stage === 'awaiting_information' && returned && returnsTheSame(command, returned)) return [];
  requireTransition(referral, 'ReturnReferralIncomplete');
  requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  return [
    happened('ReferralReturnedIncomplete', command, {
      ...pick(command, 'items', 'to', 'educationSent'),
      requirementSet: completeness.requirementSet ?? defaultRequirements,
    }),
  ];
};

/** Sending a referral back. */
export const returnReferralIncompleteUseCase: UseCase<ReturnReferralIncomplete> = {
  name: 'ReturnReferralIncomplete',
  command: ReturnReferralIncomplete,
  summary: 'Returns the referral for the items that it lacks; triage waits for them.',
  roles: ['coordinator', 'lead'],
  creates: false,
  generatedIds: [],
  decide: returnReferralIncomplete,
};
