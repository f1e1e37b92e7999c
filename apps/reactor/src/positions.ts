import { type LogPosition, positionKey, readPositionKey } from '@referral/eventsourcing';
import type { MongoClient } from 'mongodb';

/**
 * How far each process has come in the log. It only spares work: a process that begins again at the beginning decides nothing twice,
 * since its instances know what they have reacted to.
 */
export abstract class Positions {
  /** `null` for a process that has never run. */
  abstract of(process: string): Promise<LogPosition | null>;
  abstract reach(processes: readonly string[], position: LogPosition): Promise<void>;
}

/** Positions for specifications and trials. */
export class InMemoryPositions extends Positions {
  private readonly reached = new Map<string, LogPosition>();

  of(process: string): Promise<LogPosition | null> {
    return Promise.resolve(this.reached.get(process) ?? null);
  }

  reach(processes: readonly string[], position: LogPosition): Promise<void> {
    for (const process of processes) this.reached.set(process, position);
    return Promise.resolve();
  }

  /** As if the database were lost. */
  forget(): void {
    this.reached.clear();
  }
}

interface Reached {
  readonly _id: string;
  readonly position: string;
}

/** Positions in MongoDB, one document for each process. */
export class MongoPositions extends Positions {
  constructor(
    private readonly client: MongoClient,
    private readonly database: string,
  ) {
    super();
  }

  async of(process: string): Promise<LogPosition | null> {
    const found = await this.documents().findOne({ _id: process });
    return found && readPositionKey(found.position);
  }

  async reach(processes: readonly string[], position: LogPosition): Promise<void> {
    const update = { $set: { position: positionKey(position) } };
    for (const process of processes) await this.documents().updateOne({ _id: process }, update, { upsert: true });
  }

  private documents() {
    return this.client.db(this.database).collection<Reached>('process_positions');
  }
}
