import type { CreatingUseCase } from '@referral/eventsourcing';
import { IsBoolean, IsIn, ValidateIf } from 'class-validator';
import {
  IsAfter,
  IsId,
  IsInstant,
  IsList,
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
} from '@referral/values';
import type { ConsentState } from '../consent';
import type { ConsentEvent } from '../events';
import { happened, refusal } from '../rules';
import { type ConsentKind, consentKinds, part2Kinds } from '../vocabulary';
import { ConsentCommand } from './consent-command';

/** A patient has agreed that something is shared. */
export class RecordConsent extends ConsentCommand {
  @IsId() readonly patientId!: string;
  @IsIn(consentKinds) readonly kind!: ConsentKind;
  @IsValue(() => PartyRefValue) readonly from!: PartyRef;
  @IsList(50, 1) @IsText(500, { each: true }) readonly recipients!: readonly string[];
  @IsText(2000) readonly informationDescription!: string;
  @IsText(500) readonly purpose!: string;
  /** Needed where no event ends it. */
  @ValidateIf(({ expiresAt, expiryEvent }: RecordConsent) => expiresAt !== undefined || expiryEvent === undefined)
  @IsInstant()
  @IsAfter('signedAt')
  readonly expiresAt?: string;
  @MayBeAbsent() @IsText(500) readonly expiryEvent?: string;
  @IsInstant() readonly signedAt!: string;
  @IsId() readonly signedBy!: string;
  @IsId() readonly documentId!: string;
  @IsBoolean() readonly redisclosureStatementIncluded!: boolean;
  @IsBoolean() readonly refusalConsequencesIncluded!: boolean;
}

const contentOf = (command: RecordConsent) => ({
  ...pick(command, 'consentId', 'patientId', 'kind', 'from', 'recipients', 'informationDescription', 'purpose'),
  ...pick(command, 'expiresAt', 'expiryEvent', 'signedAt', 'signedBy', 'documentId'),
  ...pick(command, 'redisclosureStatementIncluded', 'refusalConsequencesIncluded'),
});

/** J01, I23. */
export const recordConsent = (command: RecordConsent, consent: ConsentState): readonly ConsentEvent[] => {
  const { patientId, kind, documentId, signedAt, issued } = command;
  if (consent.stage !== 'none') {
    if (consent.patientId === patientId && consent.kind === kind && consent.documentId === documentId) return [];
    throw refusal('CONTRADICTS_RECORD', 'This consent was recorded before, and otherwise.');
  }
  const isComplete = command.redisclosureStatementIncluded && command.refusalConsequencesIncluded;
  if (part2Kinds.includes(kind) && !isComplete) throw refusal('PART2_NOTICE_MISSING');
  if (Date.parse(signedAt) > Date.parse(issued.recordedAt))
    throw refusal('CHRONOLOGY_VIOLATION', 'A consent is signed before it is recorded.', { signedAt });
  return [happened('ConsentRecorded', command, contentOf(command))];
};

/** Recording a consent. */
export const recordConsentUseCase: CreatingUseCase<RecordConsent, ConsentState, ConsentEvent> = {
  name: 'RecordConsent',
  command: RecordConsent,
  summary: 'Records a consent with its scope, its recipients, its end and its signature.',
  roles: ['coordinator', 'intake', 'privacy_officer', 'patient_proxy', 'integration'],
  creates: true,
  generatedIds: [],
  decide: recordConsent,
};
