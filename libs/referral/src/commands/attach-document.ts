import { IsIn } from 'class-validator';
import {
  type DocumentKind,
  documentKinds,
  IsCalendarDate,
  IsId,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
} from '@referral/values';
import { findDocument } from '../documents-on-file';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type DocumentFile, DocumentFileValue } from '../values/document-file';
import { scanStatuses, type ScanStatus } from '../values/document-vocabulary';
import { ReferralCommand } from './referral-command';

/** A document belongs to the referral. */
export class AttachDocument extends ReferralCommand {
  @IsValue(() => DocumentFileValue) readonly document!: DocumentFile;
  @IsIn(documentKinds) readonly kind!: DocumentKind;
  @MayBeAbsent() @IsValue(() => PartyRefValue) readonly author?: PartyRef;
  @MayBeAbsent() @IsCalendarDate() readonly serviceDate?: string;
  @IsIn(scanStatuses) readonly scanStatus!: ScanStatus;
  /** Whom the document itself names as its patient, where somebody has read it. */
  @MayBeAbsent() @IsId() readonly patientId?: string;
}

/** T39, also to a finished referral (I05). I25. */
export const attachDocument = (command: AttachDocument, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = findDocument(referral, command.document.documentId);
  if (known?.sha256 === command.document.sha256 && known.kind === command.kind) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A document with this id is on the record with other content.');
  requireTransition(referral, 'AttachDocument');
  if (command.patientId !== undefined && command.patientId !== referral.registration.patientId)
    throw refusal('PATIENT_MISMATCH', 'The document names another patient than the referral.');
  return [
    happened('DocumentAttached', command, pick(command, 'document', 'kind', 'author', 'serviceDate', 'scanStatus')),
  ];
};

/** Attaching a document. */
export const attachDocumentUseCase: UseCase<AttachDocument> = {
  name: 'AttachDocument',
  command: AttachDocument,
  summary: 'Attaches a document, kept elsewhere, by its id and the hash of its content.',
  roles: ['intake', 'coordinator', 'integration', 'referring_party'],
  creates: false,
  generatedIds: [],
  decide: attachDocument,
};
