import type { Document } from '../bson';
import type { Work } from '../engine/write/work';
import type { Command } from './command';
import type { Connection, Node } from './node';
import type { Retry } from './retry';

/** What a command runs in. */
export type Context = {
  readonly node: Node;
  readonly connection: Connection;
  readonly work: Work;
  readonly session: Buffer | undefined;
  /** Owner of the cursors it opens: session, and transaction when there is one. */
  readonly owner: string;
  /** What earlier attempts of a retryable write did. */
  readonly retry: Retry | undefined;
  /** Throws when the command has run longer than it may. */
  readonly check: () => void;
};

/** A command this node answers. */
export type Handler = {
  /** Fields it takes, besides those every command takes. */
  readonly fields: readonly string[];
  /** Whether it may run inside a transaction. */
  readonly inTransaction?: boolean;
  readonly run: (context: Context, command: Command) => Document | Promise<Document>;
};
