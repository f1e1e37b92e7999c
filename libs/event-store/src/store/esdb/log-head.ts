import type { LogPosition } from '@referral/eventsourcing';
import { belongsTo } from '../category';
import type { StoredEvent } from '../event-store';
import { isAfter, later } from '../position';

/** Reads the log backwards from its end. */
export type ReadBackwards = () => AsyncIterable<StoredEvent>;

/** The newest event that is not the store's own; remembers how far it looked, because a store may write much of its own. */
export class LogHead {
  private looked: LogPosition | null = null;
  private newest: LogPosition | null = null;

  constructor(private readonly readBackwards: ReadBackwards) {}

  async position(): Promise<LogPosition | null> {
    const isOurs = belongsTo();
    let top: LogPosition | null = null;
    let found: LogPosition | null = null;
    for await (const { position, streamId } of this.readBackwards()) {
      top ??= position;
      if (!isAfter(position, this.looked)) break;
      if (!isOurs(streamId)) continue;
      found = position;
      break;
    }
    this.looked = later(this.looked, top);
    this.newest = later(this.newest, found);
    return this.newest;
  }
}
