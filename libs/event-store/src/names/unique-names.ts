import type { EventType } from '@referral/eventsourcing';
import { randomUUID } from 'node:crypto';
import { derivedId } from '../envelope/derived-id';
import { noHash } from '../envelope/hash-chain';
import { type Envelope, seal } from '../envelope/seal';
import { RevisionConflict } from '../store/errors';
import type { EventStore } from '../store/event-store';

const reserved: EventType = { schemaVersion: 1, phi: [] };

/** A name that others gave, and who wants it. */
export interface Reservation {
  readonly system: string;
  readonly value: string;
  /** Id of the aggregate that the name is to stand for. */
  readonly owner: string;
  readonly envelope: Envelope;
}

/**
 * One external name, one owner (I06). Each name has a stream of its own, whose first and only event says whose it is; the store's
 * refusal of a second one is what makes it unique, also between processes. The value itself is not stored: only the stream's name is
 * derived from it.
 */
export class UniqueNames {
  constructor(private readonly store: EventStore) {}

  /** Reserves a name and tells whose it is: the asker's, or of whoever had reserved it before. Throws StoreUnavailable. */
  async reserve({ system, value, owner, envelope }: Reservation): Promise<string> {
    const streamId = `externalid-${derivedId(envelope.tenantId, system, value)}`;
    const event = { type: 'ExternalIdReserved', data: { system, owner }, occurredAt: envelope.recordedAt };
    // An id of its own, so that the store does not take a twin's reservation for a repetition of this one.
    const own = { ...envelope, commandId: randomUUID() };
    const { events } = seal({ streamId, envelope: own, prevHash: noHash, events: [{ event, eventType: reserved }] });
    try {
      await this.store.append(streamId, events, 'no_stream');
      return owner;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
    for await (const { data } of this.store.readStream(streamId, { max: 1 }))
      return (data as { readonly owner: string }).owner;
    throw new TypeError(`${streamId} is taken and empty`);
  }
}
