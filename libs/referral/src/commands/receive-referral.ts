import { IsBoolean, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import {
  type Channel,
  channels,
  type Coding,
  CodingValue,
  type Direction,
  directions,
  type Identifier,
  IdentifierValue,
  IsCalendarDate,
  IsId,
  IsList,
  IsListOf,
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  sameCoding,
  sameParty,
  urgencies,
  type Urgency,
  type Validity,
  ValidityValue,
} from '@referral/values';
import { completenessReached } from '../completeness';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { Referral, Registration } from '../referral';
import { refusal } from '../refuse';
import { commandsFrom } from '../transitions';
import type { CreatingUseCase } from '../use-case';
import { referralTypes } from '../values/vocabulary';
import type { ReferralType } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** A referral has come in. */
export class ReceiveReferral extends ReferralCommand {
  /** Assigned by the runner, such as `REF-2026-000123-K`; never part of a body. */
  readonly reference!: string;
  @IsIn(directions) readonly direction!: Direction;
  @IsId() readonly patientId!: string;
  @MayBeAbsent() @IsId() readonly intakeId?: string;
  @MayBeAbsent() @IsListOf(() => IdentifierValue, 20) readonly externalIds: readonly Identifier[] = [];
  @IsValue(() => PartyRefValue) readonly referringParty!: PartyRef;
  @MayBeAbsent() @IsId() readonly orderingEncounterId?: string;
  @MayBeAbsent() @IsId() readonly billingFacilityId?: string;
  @IsValue(() => CodingValue) readonly requestedSpecialty!: Coding;
  @IsValue(() => CodingValue) readonly requestedService!: Coding;
  @IsText(10_000) readonly clinicalQuestion!: string;
  @MayBeAbsent() @IsListOf(() => CodingValue, 50) readonly diagnoses: readonly Coding[] = [];
  @IsIn(referralTypes) readonly type!: ReferralType;
  @IsIn(urgencies) readonly claimedUrgency!: Urgency;
  @MayBeAbsent() @IsCalendarDate() readonly requestedBy?: string;
  @IsValue(() => ValidityValue) readonly validity!: Validity;
  @MayBeAbsent() @IsInt() @Min(1) @Max(1000) readonly visitsRequested?: number;
  @MayBeAbsent() @IsList(20) @IsId({ each: true }) readonly coverageIds: readonly string[] = [];
  @MayBeAbsent() @Matches(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$/) readonly languagePreference?: string;
  @MayBeAbsent() @IsBoolean() readonly interpreterNeeded?: boolean;
  @IsIn(channels) readonly channel!: Channel;
  @MayBeAbsent() @IsList(20) @IsText(50, { each: true }) readonly sensitivity: readonly string[] = [];
  @MayBeAbsent() @IsList(100) @IsText(100, { each: true }) readonly missingItems: readonly string[] = [];
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

/** T03. A referral to which nothing is missing is complete from its first moment. */
export const receiveReferral = (command: ReceiveReferral, referral: Referral): readonly ReferralEvent[] => {
  if (referral.stage !== 'none') {
    if (tellsTheSame(command, referral.registration)) return [];
    const details = { from: referral.stage, command: 'ReceiveReferral', allowed: commandsFrom(referral.stage) };
    throw refusal('ILLEGAL_TRANSITION', 'This referral was received before, and otherwise.', details);
  }
  const missingItems = [...new Set(command.missingItems)];
  const received = happened('ReferralReceived', command, {
    ...pick(command, 'referralId', 'reference', 'direction', 'patientId', 'intakeId', 'externalIds', 'referringParty'),
    ...pick(command, 'orderingEncounterId', 'billingFacilityId', 'requestedSpecialty', 'requestedService'),
    ...pick(command, 'clinicalQuestion', 'diagnoses', 'type', 'claimedUrgency', 'requestedBy', 'validity'),
    ...pick(command, 'visitsRequested', 'coverageIds', 'languagePreference', 'interpreterNeeded', 'channel'),
    clockStartAt: command.occurredAt,
    sensitivity: command.sensitivity,
    missingItems,
  });
  return missingItems.length > 0 ? [received] : [received, completenessReached(command, command.occurredAt)];
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
