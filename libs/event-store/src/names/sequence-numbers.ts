import type { EventType } from '@referral/eventsourcing';
import { randomUUID } from 'node:crypto';
import { noHash } from '../envelope/hash-chain';
import { type Envelope, seal } from '../envelope/seal';
import { RevisionConflict } from '../store/errors';
import type { EventStore } from '../store/event-store';
import { checkCharacter } from './check-character';

/** Numbers that a process takes at once; what it has not used when it ends is a gap. */
const blockSize = 1_000;

const taken: EventType = { schemaVersion: 1, phi: [] };

/** What an event of the stream says. */
interface TakenBlock {
  readonly from: number;
  readonly to: number;
}

/** References in a row, and the event that took them. */
export interface References {
  readonly references: readonly string[];
  readonly streamId: string;
  readonly revision: bigint;
  readonly hash: string;
}

interface Block {
  next: number;
  readonly last: number;
}

/** Reference numbers for people, `REF-YYYY-NNNNNN-C`, without repetition between processes. Gaps are allowed (S06). */
export class SequenceNumbers {
  private readonly blocks = new Map<string, Promise<Block>>();

  constructor(private readonly store: EventStore) {}

  /** The next reference of a tenant in the year of `envelope.recordedAt`. Throws StoreUnavailable. */
  async next(envelope: Envelope): Promise<string> {
    const year = envelope.recordedAt.slice(0, 4);
    const streamId = `sequence-${envelope.tenantId}-${year}`;
    for (;;) {
      const asked = this.blocks.get(streamId) ?? this.fetch(streamId, envelope);
      const block = await asked;
      while (block.next <= block.last) {
        const found = reference(year, block.next++);
        if (found) return found;
      }
      if (this.blocks.get(streamId) === asked) this.blocks.delete(streamId);
    }
  }

  /**
   * So many references in a row for one command, the same ones when it asks again, and the end that their block gave the stream. The
   * block is theirs alone. Throws StoreUnavailable.
   */
  async several(envelope: Envelope, count: number): Promise<References> {
    const year = envelope.recordedAt.slice(0, 4);
    const streamId = `sequence-${envelope.tenantId}-${year}`;
    for (;;) {
      const { last, revision, hash, own } = await this.blocksOf(streamId, envelope.commandId);
      if (own) return { ...own, streamId, references: referencesIn(year, own.block, count) };
      const data = { from: last + 1, to: last + lengthFor(year, last + 1, count) };
      const event = { type: 'SequenceBlockTaken', data, occurredAt: envelope.recordedAt };
      const { events } = seal({ streamId, envelope, prevHash: hash, events: [{ event, eventType: taken }] });
      try {
        await this.store.append(streamId, events, revision ?? 'no_stream');
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
  }

  /** The end of a stream, and the block in it that a command took. */
  private async blocksOf(streamId: string, commandId: string) {
    let own: { readonly block: TakenBlock; readonly revision: bigint; readonly hash: string } | null = null;
    let end: { last: number; revision: bigint | null; hash: string } = { last: 0, revision: null, hash: noHash };
    for await (const { revision, data, metadata } of this.store.readStream(streamId)) {
      const block = data as TakenBlock;
      const { hash, commandId: takenBy } = metadata as { readonly hash: string; readonly commandId: string };
      end = { last: block.to, revision, hash };
      if (takenBy === commandId) own = { block, revision, hash };
    }
    return { ...end, own };
  }

  private fetch(streamId: string, envelope: Envelope): Promise<Block> {
    const asked = this.take(streamId, envelope);
    this.blocks.set(streamId, asked);
    asked.catch(() => this.blocks.delete(streamId));
    return asked;
  }

  private async take(streamId: string, envelope: Envelope): Promise<Block> {
    for (;;) {
      const end = await this.endOf(streamId);
      const event = {
        type: 'SequenceBlockTaken',
        data: { from: end.last + 1, to: end.last + blockSize },
        occurredAt: envelope.recordedAt,
      };
      // Of one command that two processes run at once, each must get a block of its own, so the ids must not be the command's.
      const own = { ...envelope, commandId: randomUUID() };
      const { events } = seal({ streamId, envelope: own, prevHash: end.hash, events: [{ event, eventType: taken }] });
      try {
        await this.store.append(streamId, events, end.revision ?? 'no_stream');
        return { next: event.data.from, last: event.data.to };
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error; // another process was faster: its block is not ours
      }
    }
  }

  private async endOf(
    streamId: string,
  ): Promise<{ readonly revision: bigint | null; readonly last: number; readonly hash: string }> {
    for await (const { revision, data, metadata } of this.store.readStream(streamId, {
      direction: 'backwards',
      max: 1,
    }))
      return {
        revision,
        last: (data as { readonly to: number }).to,
        hash: (metadata as { readonly hash: string }).hash,
      };
    return { revision: null, last: 0, hash: noHash };
  }
}

/** The reference of a number; none for the few whose check character would be `*`, which nobody can spell on the telephone. */
const reference = (year: string, number: number): string | null => {
  const digits = String(number).padStart(6, '0');
  const check = checkCharacter(year + digits);
  return check === '*' ? null : `REF-${year}-${digits}-${check}`;
};

/** The first references of a block. */
const referencesIn = (year: string, { from, to }: TakenBlock, count: number): readonly string[] => {
  const found: string[] = [];
  for (let number = from; number <= to && found.length < count; number += 1) {
    const one = reference(year, number);
    if (one !== null) found.push(one);
  }
  return found;
};

/** How many numbers it takes from one on to have so many references. */
const lengthFor = (year: string, from: number, count: number): number => {
  let number = from;
  for (let found = 0; found < count; number += 1) if (reference(year, number) !== null) found += 1;
  return number - from;
};
