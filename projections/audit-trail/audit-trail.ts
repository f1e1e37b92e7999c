import type { DomainEvent, Projection, RecordedEvent } from '@referral/eventsourcing';
import { utc } from '../shared/utc';
import type { AuditRecord } from './audit-record';

/** Every fact about referrals, and every reading of them, one document each. */
export const auditTrail: Projection<DomainEvent, AuditRecord> = {
  name: 'audit-trail',
  version: 1,
  categories: ['referral', 'access'],
  documentId: ({ metadata }) => metadata.eventId,
  begins: () => true,
  evolve: (_, event) => recordOf(event),
  indexes: [
    { _position: 1 },
    { referralId: 1, _position: 1 },
    { actorId: 1, _position: 1 },
    { type: 1, _position: 1 },
    { recordedAt: 1 },
  ],
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

const referralOf = ({ streamId, data }: RecordedEvent): string | null => {
  if (streamId.startsWith('referral-')) return streamId.slice('referral-'.length);
  const read = field(data, 'referralId');
  return typeof read === 'string' ? read : null;
};

const textFields = (reason: unknown) => {
  const code = field(reason, 'code');
  const comment = field(reason, 'comment');
  return { code: typeof code === 'string' ? code : null, comment: typeof comment === 'string' ? comment : null };
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
