import type { PartyRef } from '@referral/values';
import type { ConsultNoteKind, Disposition, NoteMatch } from '../values/vocabulary';
import type { Fact } from './event';

/** The specialist wrote. Only a `final` note is the report that closes a loop. */
export type ConsultNoteReceived = Fact<
  'ConsultNoteReceived',
  {
    readonly documentId: string;
    readonly kind: ConsultNoteKind;
    readonly author: PartyRef;
    readonly authoredAt: string;
    readonly answersClinicalQuestion?: boolean;
    readonly matchedBy: NoteMatch;
    readonly replacesDocumentId?: string;
  }
>;

/** The report was sent to the referrer. */
export type ReportForwarded = Fact<'ReportForwarded', { readonly transmissionId: string; readonly to: PartyRef }>;

/** The referrer has read the report and said what follows. */
export type ReportAcknowledged = Fact<
  'ReportAcknowledged',
  { readonly by: string; readonly disposition: Disposition; readonly followUps: readonly string[] }
>;
