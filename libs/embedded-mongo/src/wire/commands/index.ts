import type { Handler } from '../handler';
import { admin } from './admin';
import { cursors } from './cursors';
import { collections } from './collections';
import { handshake } from './handshake';
import { indexes } from './indexes';
import { reads } from './reads';
import { sessions } from './sessions';
import { writes } from './writes';

/** Every command this node answers, by its name. */
export const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({ ...handshake, ...admin, ...sessions, ...reads, ...cursors, ...writes, ...collections, ...indexes }),
);
