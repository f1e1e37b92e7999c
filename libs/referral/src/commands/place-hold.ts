import { type ClockId, clockIds, IsId, IsInstant, IsList, IsText, MayBeAbsent, pick } from '@referral/values';
import { IsIn } from 'class-validator';
import { openHolds } from '../coordination-facets';
import { pausePolicy } from '../coordination-policies';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type HoldReason, holdReasons } from '../values/clocks';
import { ReferralCommand } from './referral-command';

/** Work on the referral rests for a reason, and with it the clocks that the reason may pause. */
export class PlaceHold extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly holdId!: string;
  @IsIn(holdReasons) readonly reason!: HoldReason;
  @MayBeAbsent() @IsText(2000) readonly comment?: string;
  /** Empty for a reason that pauses none. */
  @IsList(15) @IsIn(clockIds, { each: true }) readonly pausesClocks!: readonly ClockId[];
  @MayBeAbsent() @IsInstant() readonly expectedUntil?: string;
  @MayBeAbsent() @IsText(500) readonly evidence?: string;
}

/** I31, I32 and I33. */
const requireLegalHold = (command: PlaceHold, referral: RegisteredReferral): void => {
  if (openHolds(referral.facets).some(({ reason }) => reason === command.reason))
    throw refusal('HOLD_ALREADY_OPEN', `A hold for ${command.reason} is open already.`);
  requireReason('hold', { code: command.reason, ...pick(command, 'comment') });
  const wrong = command.pausesClocks.filter((clock) => !pausePolicy.pausableBy[clock]?.includes(command.reason));
  if (wrong.length > 0)
    throw refusal('CLOCK_NOT_PAUSABLE', `A hold for ${command.reason} does not pause ${wrong.join(', ')}.`, {
      clocks: wrong,
    });
};

/** T39. */
export const placeHold = (command: PlaceHold, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.holds.find(({ holdId }) => holdId === command.holdId);
  if (known && known.reason === command.reason && known.pausesClocks.join() === command.pausesClocks.join()) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A hold with this id is another one.');
  requireTransition(referral, 'PlaceHold');
  requireLegalHold(command, referral);
  const { slaPolicyId, slaPolicyVersion } = pausePolicy;
  return [
    happened('HoldPlaced', command, {
      ...pick(command, 'holdId', 'reason', 'comment', 'pausesClocks', 'expectedUntil', 'evidence'),
      slaPolicyId,
      slaPolicyVersion,
    }),
  ];
};

/** A rest. */
export const placeHoldUseCase: UseCase<PlaceHold> = {
  name: 'PlaceHold',
  command: PlaceHold,
  summary: 'Places a hold, which pauses the clocks that its reason may pause.',
  roles: ['coordinator', 'lead', 'clinical_reviewer'],
  creates: false,
  generatedIds: ['holdId'],
  decide: placeHold,
};
