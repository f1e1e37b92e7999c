import { aggregates } from '@referral/aggregates';
import {
  categoryOf,
  type DomainEvent,
  idOf,
  positionKey,
  type Projection,
  type RecordedEvent,
} from '@referral/eventsourcing';
import { utc } from '../shared/utc';
import type { AuditRecord } from './audit-record';

/**
 * Every fact about any aggregate, and every reading of one, one document each. Its id is its place in the log, so that documents and
 * index entries are added at their end, and every index has them in the order of the log.
 */
export const auditTrail: Projection<DomainEvent, AuditRecord> = {
  name: 'audit-trail',
  version: 3,
  categories: [...aggregates.map(({ category }) => category), 'access'],
  documentId: ({ position }) => positionKey(position),
  begins: () => true,
  evolve: (_, event) => recordOf(event),
  indexes: [{ referralId: 1 }, { aggregateId: 1 }, { actorId: 1 }, { type: 1 }, { recordedAt: 1 }],
};

const recordOf = (event: RecordedEvent): AuditRecord => {
  const { metadata, streamId, revision, type, occurredAt } = event;
  const reason = textFields(field(event.data, 'reason'));
  return {
    eventId: metadata.eventId,
    streamId,
    revision: Number(revision),
    type,
    schemaVersion: metadata.schemaVersion,
    referralId: referralOf(event),
    ...subjectOf(event),
    occurredAt: utc(occurredAt),
    recordedAt: utc(metadata.recordedAt),
    actorId: metadata.actor.userId,
    actor: metadata.actor,
    source: metadata.source,
    command: metadata.commandType,
    commandId: metadata.commandId,
    correlationId: metadata.correlationId,
    causationId: metadata.causationId,
    reasonCode: reason.code,
    reasonComment: reason.comment,
    stageBefore: metadata.stage?.before ?? null,
    stageAfter: metadata.stage?.after ?? null,
    purposeOfUse: metadata.purposeOfUse ?? null,
    breakGlass: metadata.actor.breakGlass === true,
    backdated: metadata.backdated ?? null,
    policyRefs: metadata.policyRefs ?? [],
    hash: metadata.hash,
  };
};

/** What it is about: the aggregate of the stream, or for a reading the one that was read. */
const subjectOf = (event: RecordedEvent): Pick<AuditRecord, 'category' | 'aggregateId'> => {
  const category = categoryOf(event.streamId);
  if (category !== 'access') return { category, aggregateId: idOf(event.streamId) };
  const read = { category: text(field(event.data, 'category')), id: text(field(event.data, 'id')) };
  return { category: read.category ?? 'referral', aggregateId: read.id ?? referralOf(event) ?? '' };
};

const referralOf = ({ streamId, data }: RecordedEvent): string | null => {
  if (streamId.startsWith('referral-')) return streamId.slice('referral-'.length);
  return text(field(data, 'referralId'));
};

const textFields = (reason: unknown) => ({
  code: text(field(reason, 'code')),
  comment: text(field(reason, 'comment')),
});

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
