import { type Channel, channels, IsId, IsLanguageTag, IsText, IsValue, MayBeAbsent, pick } from '@referral/values';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { outreachPolicy } from '../coordination-policies';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { uncountedBecause } from '../outreach-rule';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type Interpreter, interpreterFault, InterpreterValue } from '../values/interpreter';
import {
  type ContactDirection,
  contactDirections,
  type ContactOutcome,
  contactOutcomes,
  contactParties,
  type ContactParty,
} from '../values/outreach';
import { ReferralCommand } from './referral-command';

/** Someone tried to reach the patient or another party. */
export class RecordContactAttempt extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly attemptId!: string;
  @IsIn(contactParties) readonly party!: ContactParty;
  @IsIn(channels) readonly channel!: Channel;
  @IsIn(contactDirections) readonly direction!: ContactDirection;
  @IsIn(contactOutcomes) readonly outcome!: ContactOutcome;
  @IsLanguageTag() readonly language!: string;
  @MayBeAbsent() @IsValue(() => InterpreterValue) readonly interpreter?: Interpreter;
  @MayBeAbsent() @IsText(4000) readonly note?: string;
  @MayBeAbsent() @IsInt() @Min(0) @Max(86_400) readonly durationSec?: number;
}

const triesThePatient = ({ party, direction }: RecordContactAttempt): boolean =>
  direction === 'out' && (party === 'patient' || party === 'proxy');

/** T39; I29 and I41. An attempt that the policy does not count is recorded all the same, with a warning in the fact itself. */
export const recordContactAttempt = (
  command: RecordContactAttempt,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = referral.facets.outreach.attempts.find(({ attemptId }) => attemptId === command.attemptId);
  if (known?.outcome === command.outcome && known.party === command.party) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'An attempt with this id came to something else.');
  requireTransition(referral, 'RecordContactAttempt');
  const fault = command.interpreter && interpreterFault(command.interpreter);
  if (fault) throw refusal('INTERPRETER_NOT_QUALIFIED', fault);
  const tries = triesThePatient(command);
  const because = tries ? uncountedBecause(referral, command.channel, command.occurredAt) : null;
  return [
    happened('ContactAttempted', command, {
      ...pick(command, 'attemptId', 'party', 'channel', 'direction', 'outcome', 'language', 'interpreter'),
      countsTowardPolicy: tries && because === null,
      ...(because === null ? {} : { warning: { code: 'ATTEMPT_NOT_COUNTED', because } }),
      policyId: outreachPolicy.id,
      policyVersion: outreachPolicy.version,
      ...pick(command, 'note', 'durationSec'),
    }),
  ];
};

/** An attempt to reach someone. */
export const recordContactAttemptUseCase: UseCase<RecordContactAttempt> = {
  name: 'RecordContactAttempt',
  command: RecordContactAttempt,
  summary: 'Records an attempt to reach someone; one that the contact policy does not count carries a warning.',
  roles: ['coordinator', 'system'],
  creates: false,
  generatedIds: ['attemptId'],
  decide: recordContactAttempt,
};
