import type { EventType } from '@referral/eventsourcing';
import { randomUUID } from 'node:crypto';
import { derivedId } from '../envelope/derived-id';
import { noHash } from '../envelope/hash-chain';
import { type Envelope, seal } from '../envelope/seal';
import { RevisionConflict } from '../store/errors';
import type { EventStore } from '../store/event-store';

const reserved: EventType = { schemaVersion: 1, phi: [] };

/** Which kind of names: the category of their streams, and the type of the events in them. */
export interface NameKind {
  readonly category: string;
  readonly eventType: string;
}

/** Names that other systems gave. */
const externalIds: NameKind = { category: 'externalid', eventType: 'ExternalIdReserved' };

/** A name: the value that a system gave, for one tenant. */
export interface Name {
  readonly tenantId: string;
  readonly system: string;
  readonly value: string;
}

/** Whose a name is, and the end of the stream that says so. */
export interface Holding {
  /** Id of the aggregate that the name stands for. */
  readonly owner: string;
  readonly revision: bigint;
  readonly hash: string;
}

/** A name that others gave, and who wants it. */
export interface Reservation {
  readonly system: string;
  readonly value: string;
  /** Id of the aggregate that the name is to stand for. */
  readonly owner: string;
  readonly envelope: Envelope;
  /** The holding that ends with this one, because its owner will never have the name; without it only a free name is given. */
  readonly instead?: Holding;
}

/**
 * One name, one owner (I06). Each name has a stream of its own, whose last event says whose it is; the store's refusal of a second
 * writer is what makes it unique, also between processes. The value itself is not stored: only the stream's name is derived from it.
 */
export class UniqueNames {
  constructor(
    private readonly store: EventStore,
    private readonly kind: NameKind = externalIds,
  ) {}

  /** Whose a name is; `null` when nobody has reserved it. Writes nothing. Throws StoreUnavailable. */
  async holding(name: Name): Promise<Holding | null> {
    const end = { direction: 'backwards', max: 1 } as const;
    for await (const { revision, data, metadata } of this.store.readStream(this.streamOf(name), end)) {
      const { owner } = data as { readonly owner: string };
      return { owner, revision, hash: (metadata as { readonly hash: string }).hash };
    }
    return null;
  }

  /** Reserves a name and tells whose it is: the asker's, or of whoever was faster. Throws StoreUnavailable. */
  async reserve({ system, value, owner, envelope, instead }: Reservation): Promise<string> {
    const name = { tenantId: envelope.tenantId, system, value };
    const streamId = this.streamOf(name);
    const event = { type: this.kind.eventType, data: { system, owner }, occurredAt: envelope.recordedAt };
    // An id of its own, so that the store does not take a twin's reservation for a repetition of this one.
    const own = { ...envelope, commandId: randomUUID() };
    const prevHash = instead?.hash ?? noHash;
    const { events } = seal({ streamId, envelope: own, prevHash, events: [{ event, eventType: reserved }] });
    try {
      await this.store.append(streamId, events, instead?.revision ?? 'no_stream');
      return owner;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
    const holding = await this.holding(name);
    if (!holding) throw new TypeError(`${streamId} is taken and empty`);
    return holding.owner;
  }

  private streamOf({ tenantId, system, value }: Name): string {
    return `${this.kind.category}-${derivedId(tenantId, system, value)}`;
  }
}
