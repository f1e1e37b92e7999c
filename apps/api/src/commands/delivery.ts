import type { Command } from '@referral/eventsourcing';

/** What travels with a command on the bus and is no part of it: under which key, against which revision, in which conversation. */
export interface Delivery {
  readonly commandId: string;
  /** SHA-256 (hex) of what was asked, to refuse the same key with another body. */
  readonly commandHash: string;
  readonly expectedRevision?: bigint;
  readonly correlationId: string;
  readonly causationId: string;
}

/** A command on its way to its handler. */
export type Delivered<C extends Command = Command> = C & { readonly delivery: Delivery };
