import { LRUCache } from 'lru-cache';
import type { StoredEvent } from '../event-store';

/** How many streams are watched for gaps. */
const capacity = 10_000;

/** Notices when a stream's events skip a revision: one was not delivered. */
export class RevisionGaps {
  private readonly last = new LRUCache<string, bigint>({ max: capacity });
  private believed: string | null = null;

  /**
   * True when revisions are missing before this event. A gap that is still there when the event is read again is believed: those
   * events were truncated or scavenged.
   */
  isBehindGap({ streamId, revision }: StoredEvent): boolean {
    const last = this.last.get(streamId);
    const name = `${revision}@${streamId}`;
    if (last !== undefined && revision > last + 1n && this.believed !== name) {
      this.believed = name;
      return true;
    }
    this.last.set(streamId, revision);
    return false;
  }
}
