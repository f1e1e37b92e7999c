import type { CallEscalatedToClinician, IntakeItemReceived, PhoneIntakeRecorded } from './events/arrival';
import type { IntakeEvent } from './events/intake-event';
import type { PatientMatchConfirmed, PossibleDuplicateFlagged } from './events/matching';
import type { IntakeDataExtracted, IntakeFieldConfirmed } from './events/reading';
import type {
  IntakeItemAttached,
  IntakeItemConverted,
  IntakeItemMarkedDuplicate,
  IntakeItemRejected,
} from './events/settling';
import type { Arrival, IntakeItem, IntakeStanding, ReadField, ReceivedItem } from './intake-item';
import { openIntakeStages } from './stages';

const arrivalOf = ({ type, data }: IntakeItemReceived | PhoneIntakeRecorded): Arrival => {
  if (type === 'IntakeItemReceived') {
    const { channel, externalIds, documents } = data;
    return { kind: 'message', channel, externalIds, documents };
  }
  return { kind: 'call', callerType: data.callerType, clinicalConcernRaised: data.clinicalConcernRaised };
};

const begin = (event: IntakeItemReceived | PhoneIntakeRecorded): ReceivedItem => ({
  stage: 'received',
  intakeId: event.data.intakeId,
  arrival: arrivalOf(event),
  receivedAt: event.data.receivedAt,
  stageSince: event.occurredAt,
  fields: [],
  readings: [],
  candidates: null,
  match: null,
  possibleDuplicates: [],
  escalations: [],
});

/** The same item in another stage; what only the former stage knew is gone. */
const moved = (item: ReceivedItem, event: IntakeEvent, standing: IntakeStanding): ReceivedItem => {
  const { intakeId, arrival, receivedAt, fields, readings, candidates, match, possibleDuplicates, escalations } = item;
  const stageSince = item.stage === standing.stage ? item.stageSince : event.occurredAt;
  return {
    ...standing,
    ...{ intakeId, arrival, receivedAt, stageSince, fields, readings },
    ...{ candidates, match, possibleDuplicates, escalations },
  };
};

const inReview = (item: ReceivedItem, event: IntakeEvent): ReceivedItem =>
  item.match === null && openIntakeStages.includes(item.stage) ? moved(item, event, { stage: 'needs_review' }) : item;

const read = (fields: readonly ReadField[], found: IntakeDataExtracted['data']['fields']): readonly ReadField[] => [
  ...fields.filter(({ field }) => !found.some((newer) => newer.field === field)),
  ...found.map(({ field, confidence, by }) => ({ field, confidence, by, confirmedBy: [] })),
];

const confirmed = (
  fields: readonly ReadField[],
  { field, confirmedBy }: IntakeFieldConfirmed['data'],
): readonly ReadField[] => {
  const known = fields.find((one) => one.field === field) ?? { field, confidence: 1, by: 'human', confirmedBy: [] };
  const people = [...new Set([...known.confirmedBy, confirmedBy])];
  return [...fields.filter((one) => one.field !== field), { ...known, confirmedBy: people }];
};

type Settling = IntakeItemConverted | IntakeItemAttached | IntakeItemRejected | IntakeItemMarkedDuplicate;

const outcomeOf = (event: Settling): IntakeStanding => {
  switch (event.type) {
    case 'IntakeItemConverted':
      return { stage: 'converted', referralId: event.data.referralId };
    case 'IntakeItemAttached':
      return { stage: 'attached', referralId: event.data.referralId, as: event.data.as };
    case 'IntakeItemRejected':
      return { stage: 'rejected', reasonCode: event.data.reason.code };
    case 'IntakeItemMarkedDuplicate': {
      const { ofIntakeId = null, ofReferralId = null } = event.data;
      return { stage: 'duplicate', ofIntakeId, ofReferralId };
    }
  }
};

const withReading = (item: ReceivedItem, event: IntakeDataExtracted): ReceivedItem => {
  const { extractionId, fields } = event.data;
  const known = { ...item, fields: read(item.fields, fields), readings: [...item.readings, extractionId] };
  return item.stage === 'received' ? moved(known, event, { stage: 'matching' }) : known;
};

const withConfirmation = (item: ReceivedItem, { data }: IntakeFieldConfirmed): ReceivedItem => ({
  ...item,
  fields: confirmed(item.fields, data),
  readings: [...item.readings, data.confirmationId],
});

const withFlag = (item: ReceivedItem, event: PossibleDuplicateFlagged): ReceivedItem => {
  const { referralIds, basis } = event.data;
  return inReview({ ...item, possibleDuplicates: [...item.possibleDuplicates, { referralIds, basis }] }, event);
};

const withMatch = (item: ReceivedItem, event: PatientMatchConfirmed): ReceivedItem => {
  const { patientId, method } = event.data;
  return moved({ ...item, match: { patientId, method } }, event, { stage: 'matched' });
};

const withEscalation = (item: ReceivedItem, { data }: CallEscalatedToClinician): ReceivedItem => {
  const { clinicianId, warmTransfer } = data;
  return { ...item, escalations: [...item.escalations, { clinicianId, warmTransfer }] };
};

/** The item after one more fact. Records and never refuses: whether it could happen was decided before. */
export const evolve = (item: IntakeItem, event: IntakeEvent): IntakeItem => {
  if (event.type === 'IntakeItemReceived' || event.type === 'PhoneIntakeRecorded')
    return item.stage === 'none' ? begin(event) : item;
  if (item.stage === 'none') return item;
  switch (event.type) {
    case 'CallEscalatedToClinician':
      return withEscalation(item, event);
    case 'IntakeDataExtracted':
      return withReading(item, event);
    case 'IntakeFieldConfirmed':
      return withConfirmation(item, event);
    case 'PatientMatchProposed':
      return inReview({ ...item, candidates: event.data.candidates }, event);
    case 'PossibleDuplicateFlagged':
      return withFlag(item, event);
    case 'PatientMatchConfirmed':
      return withMatch(item, event);
    case 'IntakeItemConverted':
    case 'IntakeItemAttached':
    case 'IntakeItemRejected':
    case 'IntakeItemMarkedDuplicate':
      return moved(item, event, outcomeOf(event));
  }
};
