import { IsBoolean, IsIn } from 'class-validator';
import {
  type Approval,
  ApprovalValue,
  type Channel,
  channels,
  IsId,
  IsInstant,
  IsList,
  IsSha256,
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  sameParty,
} from '@referral/values';
import { requireDisclosable } from '../disclosure-rules';
import { findDocument, requireClean } from '../documents-on-file';
import type { ReferralEvent } from '../events/referral-event';
import type { Package, TransmissionProgress } from '../facets/documents';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import { findTransmission, requireSomePackage } from '../transmissions';
import type { UseCase } from '../use-case';
import { type PurposeOfUse, purposesOfUse } from '../values/document-vocabulary';
import { ReferralCommand } from './referral-command';

/** A package is to be sent. Whether it went out is told by RecordTransmissionOutcome. */
export class TransmitPackage extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly transmissionId!: string;
  @IsId() readonly packageId!: string;
  @IsValue(() => PartyRefValue) readonly to!: PartyRef;
  /** Masked. */
  @IsText(200) readonly address!: string;
  /** When somebody last made sure that the address is the recipient's, as the directory knows it. */
  @MayBeAbsent() @IsInstant() readonly addressVerifiedAt?: string;
  @IsIn(channels) readonly channel!: Channel;
  @IsIn(purposesOfUse) readonly purposeOfUse!: PurposeOfUse;
  @MayBeAbsent() @IsList(20) @IsId({ each: true }) readonly consentIds: readonly string[] = [];
  @MayBeAbsent() @IsBoolean() readonly part2NoticeAttached?: boolean;
  /** The consent itself, or a statement of its scope. */
  @MayBeAbsent() @IsBoolean() readonly consentCopyAttached?: boolean;
  @IsSha256() readonly contentSha256!: string;
  /** Sensitive content goes out without a covering consent, such as in an emergency. */
  @MayBeAbsent() @IsValue(() => ApprovalValue) readonly consentException?: Approval;
}

const asksTheSame = (command: TransmitPackage, { asked }: TransmissionProgress): boolean =>
  command.packageId === asked.packageId &&
  sameParty(command.to, asked.to) &&
  command.channel === asked.channel &&
  command.contentSha256 === asked.contentSha256;

const requirePackage = ({ facets }: RegisteredReferral, packageId: string): Package => {
  const known = facets.packages.find((one) => one.packageId === packageId);
  if (!known) throw refusal('PACKAGE_NOT_FOUND', 'No package with this id was composed.', { packageId });
  return known;
};

const kindsIn = (referral: RegisteredReferral, { documents }: Package) => [
  ...new Set(documents.flatMap((documentId) => findDocument(referral, documentId)?.kind ?? [])),
];

/** T39. I20 to I24. */
export const transmitPackage = (command: TransmitPackage, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = findTransmission(referral, command.transmissionId);
  if (known && asksTheSame(command, known)) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A transmission with this id sends something else.');
  requireTransition(referral, 'TransmitPackage');
  const composed = requirePackage(referral, command.packageId);
  requireClean(referral, composed.documents);
  const addressVerifiedAt = requireDisclosable(command, composed, referral);
  return [
    happened('PackageTransmissionRequested', command, {
      ...pick(command, 'transmissionId', 'packageId', 'to', 'address', 'channel', 'purposeOfUse', 'consentIds'),
      ...pick(command, 'part2NoticeAttached', 'consentCopyAttached', 'contentSha256', 'consentException'),
      addressVerifiedAt,
      documentKinds: kindsIn(referral, composed),
    }),
  ];
};

/** Sending a package. */
export const transmitPackageUseCase: UseCase<TransmitPackage> = {
  name: 'TransmitPackage',
  command: TransmitPackage,
  summary: 'Has a package sent to a verified address, with the consent that its content needs.',
  roles: ['coordinator', 'system'],
  creates: false,
  generatedIds: ['transmissionId'],
  decide: transmitPackage,
  possible: requireSomePackage,
};
