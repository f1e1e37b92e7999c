import type { CommandSource, EventMetadata, PolicyReference } from '@referral/eventsourcing';

/** One fact as an auditor reads it: who did what, when, why, through what, and what it changed. Without patient data. */
export interface AuditRecord {
  readonly eventId: string;
  readonly streamId: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** Kind of the aggregate that it is about, such as `referral`; of the one that was read when it is a reading. */
  readonly category: string;
  readonly aggregateId: string;
  /** The referral that it concerns; `null` when it concerns none, or none that the fact names. */
  readonly referralId: string | null;
  /** Effective time, UTC. */
  readonly occurredAt: string;
  /** Server clock, UTC. */
  readonly recordedAt: string;
  readonly actorId: string;
  readonly actor: EventMetadata['actor'];
  readonly source: CommandSource;
  /** Name of the command that produced it. */
  readonly command: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly reasonCode: string | null;
  readonly reasonComment: string | null;
  readonly stageBefore: string | null;
  readonly stageAfter: string | null;
  readonly purposeOfUse: string | null;
  readonly breakGlass: boolean;
  readonly backdated: EventMetadata['backdated'] | null;
  readonly policyRefs: readonly PolicyReference[];
  /** Of the event, as the log chains it. */
  readonly hash: string;
}
