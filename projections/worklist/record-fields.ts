import type { RegisteredReferral } from '@referral/referral';
import { utc } from '../shared/utc';
import type { OpenRequest, WorklistEntry } from './worklist-entry';

/** What came in, was asked for and was sent, as queues filter and sort by it. Instants are UTC. */
export const recordFields = (referral: RegisteredReferral, attempts: WorklistEntry['attempts']) => {
  const { completeness, transmissions } = referral.facets;
  const infoRequests = openRequests(referral, attempts);
  const isComplete = completeness.reachedAt !== null && completeness.missing.length === 0;
  return {
    completeness: isComplete ? ('reached' as const) : ('open' as const),
    transmission: transmissionOf(referral),
    packageTransmitted: transmissions.some(({ status }) => status === 'transmitted'),
    infoRequests,
    openInfoRequests: infoRequests.length,
    oldestInfoDueAt: infoRequests.map(({ dueAt }) => dueAt).sort()[0] ?? null,
  };
};

const transmissionOf = ({ facets }: RegisteredReferral): WorklistEntry['transmission'] => {
  const newest = facets.transmissions.at(-1);
  if (!newest) return null;
  const { status, sentAt, deliveredAt } = newest;
  return { lastStatus: status, sentAt: sentAt && utc(sentAt), confirmedAt: deliveredAt && utc(deliveredAt) };
};

const openRequests = ({ facets }: RegisteredReferral, attempts: WorklistEntry['attempts']): readonly OpenRequest[] =>
  facets.informationRequests
    .filter(({ open }) => open.length > 0)
    .map(({ requestId, dueAt, askedOf }) => ({
      id: requestId,
      dueAt: utc(dueAt),
      attempts: attempts[requestId] ?? 1,
      askedOf,
    }));
