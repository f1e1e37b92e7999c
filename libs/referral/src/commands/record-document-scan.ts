import { IsIn } from 'class-validator';
import { IsId, pick } from '@referral/values';
import { findDocument, requireDocument, requireSomeDocument } from '../documents-on-file';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { scanResults, type ScanResult } from '../values/document-vocabulary';
import { ReferralCommand } from './referral-command';

/** A document was looked through for malicious content. */
export class RecordDocumentScan extends ReferralCommand {
  @IsId() readonly documentId!: string;
  @IsIn(scanResults) readonly result!: ScanResult;
}

/** T39. A later scan can find what an earlier one did not. */
export const recordDocumentScan = (
  command: RecordDocumentScan,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  if (findDocument(referral, command.documentId)?.scan === command.result) return [];
  requireTransition(referral, 'RecordDocumentScan');
  requireDocument(referral, command.documentId);
  return [happened('DocumentScanned', command, pick(command, 'documentId', 'result'))];
};

/** Filing a scan. */
export const recordDocumentScanUseCase: UseCase<RecordDocumentScan> = {
  name: 'RecordDocumentScan',
  command: RecordDocumentScan,
  summary: 'Records what the scan of a document found.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: recordDocumentScan,
  possible: requireSomeDocument,
};
