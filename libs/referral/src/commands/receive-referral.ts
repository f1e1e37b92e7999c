import { IsIn } from 'class-validator';
import {
  type Channel,
  channels,
  type Coding,
  CodingValue,
  type Direction,
  directions,
  type Identifier,
  IdentifierValue,
  IsId,
  IsListOf,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  sameCoding,
  sameParty,
} from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import type { Referral, Registration } from '../referral';
import { refusal } from '../refuse';
import { registered } from '../registration';
import { commandsFrom } from '../transitions';
import type { CreatingUseCase } from '../use-case';
import { ReferralContent } from './referral-content';

/** A referral has come in. */
export class ReceiveReferral extends ReferralContent {
  /** Assigned by the runner, such as `REF-2026-000123-K`; never part of a body. */
  readonly reference!: string;
  @IsIn(directions) readonly direction!: Direction;
  @IsId() readonly patientId!: string;
  @MayBeAbsent() @IsId() readonly intakeId?: string;
  @MayBeAbsent() @IsListOf(() => IdentifierValue, 20) readonly externalIds: readonly Identifier[] = [];
  @IsValue(() => PartyRefValue) readonly referringParty!: PartyRef;
  @IsValue(() => CodingValue) readonly requestedSpecialty!: Coding;
  @IsValue(() => CodingValue) readonly requestedService!: Coding;
  @IsIn(channels) readonly channel!: Channel;
}

const sameIdentifiers = (one: readonly Identifier[], other: readonly Identifier[]): boolean =>
  one.length === other.length &&
  one.every((id) => other.some((known) => known.system === id.system && known.value === id.value));

/** True when a referral that exists says what the command says, as far as it can be told without patient data. */
const tellsTheSame = (command: ReceiveReferral, known: Registration): boolean =>
  command.patientId === known.patientId &&
  command.direction === known.direction &&
  sameIdentifiers(command.externalIds, known.externalIds) &&
  sameParty(command.referringParty, known.referringParty) &&
  sameCoding(command.requestedSpecialty, known.requestedSpecialty) &&
  sameCoding(command.requestedService, known.requestedService);

/** T03. A draft is not received: it is handed in. */
export const receiveReferral = (command: ReceiveReferral, referral: Referral): readonly ReferralEvent[] => {
  if (referral.stage === 'none')
    return registered(command, {
      ...pick(command, 'referralId', 'reference', 'direction', 'patientId', 'intakeId', 'externalIds'),
      ...pick(command, 'referringParty', 'requestedSpecialty', 'requestedService', 'channel'),
    });
  if (referral.stage !== 'draft' && tellsTheSame(command, referral.registration)) return [];
  const details = { from: referral.stage, command: 'ReceiveReferral', allowed: commandsFrom(referral.stage) };
  throw refusal('ILLEGAL_TRANSITION', 'This referral was received before, and otherwise.', details);
};

/** The registration of a referral. */
export const receiveReferralUseCase: CreatingUseCase<ReceiveReferral> = {
  name: 'ReceiveReferral',
  command: ReceiveReferral,
  summary: 'Registers a referral; its clocks start.',
  roles: ['intake', 'coordinator', 'integration', 'referring_party'],
  creates: true,
  generatedIds: [],
  decide: receiveReferral,
  // A body alone cannot claim it: only the intake of messages issues commands from the source `ehr`.
  importsHistory: ({ channel, issued }) => channel === 'ehr_fhir' && issued.source.channel === 'ehr',
};
