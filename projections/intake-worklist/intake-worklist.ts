import type { Projection, RecordedEvent } from '@referral/eventsourcing';
import {
  intakeAggregate,
  type IntakeEvent,
  type IntakeItem,
  openIntakeStages,
  type IntakeStage,
  type ReceivedItem,
} from '@referral/intake';
import { knownInstance } from '../shared/known-instance';
import { utc } from '../shared/utc';

/** An intake item that waits for somebody. Instants are UTC. */
export interface IntakeItemEntry {
  readonly intakeId: string;
  readonly rev: number;
  readonly status: IntakeStage;
  readonly statusSince: string;
  readonly channel: string;
  /** phone 0, ehr 1, portal 2, email 3, fax 4, everything else 5. */
  readonly channelRank: number;
  readonly receivedAt: string;
  /** Somebody who called is worried about a patient, or a clinician was asked to take over. */
  readonly urgentMarked: boolean;
  readonly matchCandidates: number;
  /** Referrals that may say the same; `null` when nothing was found. */
  readonly duplicateCandidates: readonly string[] | null;
  /** What the item allows next is asked of this. */
  readonly state: IntakeItem;
}

/** The intake items that are not settled: a settled one has no document. */
export const intakeWorklist: Projection<IntakeEvent, IntakeItemEntry> = {
  name: 'intake-worklist',
  version: 1,
  categories: [intakeAggregate.category],
  documentId: knownInstance(intakeAggregate),
  begins: ({ revision }) => revision === 0n,
  evolve: (document, event) => {
    const { decider } = intakeAggregate;
    const item = decider.evolve(document?.state ?? decider.initialState, event);
    return item.stage === 'none' || !openIntakeStages.includes(item.stage) ? null : entryOf(item, event);
  },
  indexes: [{ status: 1, channelRank: 1, receivedAt: 1 }],
};

const entryOf = (item: ReceivedItem, event: RecordedEvent<IntakeEvent>): IntakeItemEntry => {
  const { arrival, possibleDuplicates } = item;
  const channel = arrival.kind === 'call' ? 'phone' : arrival.channel;
  const others = [...new Set(possibleDuplicates.flatMap(({ referralIds }) => referralIds))];
  return {
    intakeId: item.intakeId,
    rev: Number(event.revision),
    status: item.stage,
    statusSince: utc(item.stageSince),
    channel,
    channelRank: ranks[channel] ?? lastRank,
    receivedAt: utc(item.receivedAt),
    urgentMarked: (arrival.kind === 'call' && arrival.clinicalConcernRaised) || item.escalations.length > 0,
    matchCandidates: item.candidates?.length ?? 0,
    duplicateCandidates: others.length === 0 ? null : others,
    state: item,
  };
};

const lastRank = 5;

/** By how soon somebody waits for an answer (Q01). */
const ranks: Readonly<Record<string, number>> = {
  phone: 0,
  ehr_fhir: 1,
  ehr_hl7v2: 1,
  direct_360x: 1,
  portal: 2,
  email: 3,
  fax: 4,
};
