import type { Complaint, ComplaintStage, ComplaintState } from './complaint';
import type { ComplaintEvent, ComplaintReceived } from './events';

const received = ({ data, occurredAt }: ComplaintReceived): Complaint => {
  const { text: _, lateEntry: __, patientId = null, ...said } = data;
  return { ...said, stage: 'received', receivedAt: occurredAt, stageSince: occurredAt, patientId, outcome: null };
};

/** The complaint after one more fact. */
export const evolveComplaint = (complaint: ComplaintState, event: ComplaintEvent): ComplaintState => {
  if (event.type === 'ComplaintReceived') return complaint.stage === 'none' ? received(event) : complaint;
  if (complaint.stage === 'none') return complaint;
  const moved = (stage: ComplaintStage) => ({ ...complaint, stage, stageSince: event.occurredAt });
  switch (event.type) {
    case 'ComplaintAcknowledged':
      return moved('acknowledged');
    case 'ComplaintInvestigated':
      return moved('investigated');
    case 'ComplaintResolved':
      return { ...moved('resolved'), outcome: event.data.outcome };
    case 'ComplaintReopened':
      return { ...moved('acknowledged'), outcome: null };
  }
};
