import { IsIn } from 'class-validator';
import {
  type Channel,
  channels,
  type Coding,
  CodingValue,
  type Direction,
  directions,
  IsId,
  IsValue,
  type PartyRef,
  PartyRefValue,
  pick,
  sameCoding,
  sameParty,
} from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { Referral, Registration } from '../referral';
import { refusal } from '../refuse';
import { commandsFrom } from '../transitions';
import type { CreatingUseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Someone begins to compose a referral. It has its number from then on; its clocks start when it is handed in. */
export class DraftReferral extends ReferralCommand {
  /** Assigned by the runner; never part of a body. */
  readonly reference!: string;
  @IsIn(directions) readonly direction!: Direction;
  @IsId() readonly patientId!: string;
  @IsValue(() => PartyRefValue) readonly requestedBy!: PartyRef;
  @IsValue(() => CodingValue) readonly requestedSpecialty!: Coding;
  @IsValue(() => CodingValue) readonly requestedService!: Coding;
  @IsIn(channels) readonly channel!: Channel;
}

const tellsTheSame = (command: DraftReferral, known: Registration): boolean =>
  command.patientId === known.patientId &&
  command.direction === known.direction &&
  sameParty(command.requestedBy, known.referringParty) &&
  sameCoding(command.requestedSpecialty, known.requestedSpecialty) &&
  sameCoding(command.requestedService, known.requestedService);

/** T01. */
export const draftReferral = (command: DraftReferral, referral: Referral): readonly ReferralEvent[] => {
  if (referral.stage === 'none')
    return [
      happened('ReferralDrafted', command, {
        ...pick(command, 'referralId', 'reference', 'direction', 'patientId', 'requestedBy'),
        ...pick(command, 'requestedSpecialty', 'requestedService', 'channel'),
      }),
    ];
  if (referral.stage === 'draft' && tellsTheSame(command, referral.registration)) return [];
  const details = { from: referral.stage, command: 'DraftReferral', allowed: commandsFrom(referral.stage) };
  throw refusal('ILLEGAL_TRANSITION', 'This referral exists already, and otherwise.', details);
};

/** The beginning of a draft. */
export const draftReferralUseCase: CreatingUseCase<DraftReferral> = {
  name: 'DraftReferral',
  command: DraftReferral,
  summary: 'Begins a referral that is handed in later.',
  roles: ['coordinator', 'referring_party'],
  creates: true,
  generatedIds: [],
  decide: draftReferral,
  importsHistory: () => false,
};
