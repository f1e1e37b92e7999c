import type { ConsultNoteReceived, ReportAcknowledged, ReportForwarded } from '../events/report';
import type { Report } from '../facets';
import type { RegisteredReferral } from '../referral';
import { moveTo, withFacets } from './move';

/** A new report, or a corrected one: the referrer has neither got nor acknowledged it yet. */
const fresh = ({ data, occurredAt }: ConsultNoteReceived): Report => ({
  documentId: data.documentId,
  authoredAt: data.authoredAt,
  receivedAt: occurredAt,
  forwardedTo: [],
  acknowledged: null,
});

const noted = (referral: RegisteredReferral, event: ConsultNoteReceived): RegisteredReferral => {
  const { documentId, kind } = event.data;
  const filed = withFacets(referral, { consultNotes: [...referral.facets.consultNotes, { documentId, kind }] });
  if (kind === 'final')
    return moveTo(withFacets(filed, { report: fresh(event) }), { stage: 'report_received' }, event.occurredAt);
  if (kind === 'corrected' && referral.stage === 'report_received') return withFacets(filed, { report: fresh(event) });
  return filed;
};

/** The specialist's notes, and what the referrer did with the report. */
export const evolveReport = (
  referral: RegisteredReferral,
  event: ConsultNoteReceived | ReportForwarded | ReportAcknowledged,
): RegisteredReferral => {
  const { report } = referral.facets;
  switch (event.type) {
    case 'ConsultNoteReceived':
      return noted(referral, event);
    case 'ReportForwarded':
      return report
        ? withFacets(referral, { report: { ...report, forwardedTo: [...report.forwardedTo, event.data.to] } })
        : referral;
    case 'ReportAcknowledged': {
      const { by, disposition } = event.data;
      const acknowledged = { by, disposition, at: event.occurredAt };
      return report ? withFacets(referral, { report: { ...report, acknowledged } }) : referral;
    }
  }
};
