import type { Engine } from '../engine/engine';
import type { Cursors } from './cursors';
import type { FailPoints } from './fail-points';
import type { Sessions } from './sessions';

/** The running node: what all connections share. */
export type Node = {
  readonly engine: Engine;
  readonly sessions: Sessions;
  readonly cursors: Cursors;
  readonly startedAt: number;
  /** Whether fail points may be set. */
  readonly testCommands: boolean;
  readonly failPoints: FailPoints;
  readonly log: (error: unknown) => void;
};

/** One client's connection. */
export type Connection = {
  readonly id: number;
  readonly address: string;
  appName: string;
  /** Nobody is there any more to take an answer. */
  gone: boolean;
};
