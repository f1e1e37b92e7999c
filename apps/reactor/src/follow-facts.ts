import { isAfter } from '@referral/event-store';
import {
  categoryOf,
  type EventLog,
  type LogMessage,
  type LogPosition,
  type RecordedEvent,
} from '@referral/eventsourcing';
import type { Process } from '@referral/processes';
import { InFlight } from './in-flight';
import type { Positions } from './positions';
import { Progress } from './progress';
import type { Time } from './time';

/** Facts that are being reacted to at once; more are read when one is done. */
const IN_FLIGHT = 256;

/** How often positions are stored, ms. */
const STORE_EVERY_MS = 1_000;

/** What following facts needs. */
export interface FollowFactsParts {
  readonly log: EventLog;
  readonly processes: readonly Process[];
  readonly positions: Positions;
  readonly time: Time;
  readonly signal: AbortSignal;
  readonly onTrouble: (message: string, error: unknown) => void;
  /** Lets processes react to a fact; resolves when that is on the record, and never rejects but when the reactor stops. */
  readonly react: (fact: RecordedEvent, processes: readonly Process[]) => Promise<void>;
}

/** Tells each process the facts of its subjects in log order, from its own position on, at least once each. */
export class FollowFacts {
  private readonly progress = new Progress();
  private readonly inFlight = new InFlight(IN_FLIGHT);
  private from: ReadonlyMap<Process, LogPosition | null> = new Map();
  private stored: LogPosition | null = null;
  /** Facts that could not be read since the start. */
  unreadable = 0;

  constructor(private readonly parts: FollowFactsParts) {}

  /** Everything up to here was reacted to, as far as this run knows. */
  get position(): LogPosition | null {
    return this.progress.position ?? this.stored;
  }

  /** Facts that are being reacted to. */
  get pending(): number {
    return this.inFlight.size;
  }

  /** Follows until the signal aborts. Throws what the positions throw before anything is followed. */
  async run(): Promise<void> {
    const { log, processes, positions, signal } = this.parts;
    const stored = await Promise.all(processes.map(({ name }) => positions.of(name)));
    const head = await log.head();
    // A position behind the end of the log is one of another log, such as that before a restore.
    const own = stored.map((position) => (position && isAfter(position, head) ? null : position));
    this.from = new Map(processes.map((process, index) => [process, own[index] ?? null]));
    this.stored = earliest([...this.from.values()]);
    const categories = [...new Set(processes.map(({ subject }) => subject.category))];
    const storing = this.storeNowAndThen();
    for await (const message of log.follow({ after: this.stored, categories, signal })) {
      if (message.kind === 'caughtUp') continue;
      await this.inFlight.room();
      const done = this.progress.begin(message.kind === 'event' ? message.event.position : message.position);
      if (message.kind === 'unreadable') this.leave(message);
      if (message.kind === 'event') this.inFlight.add(this.reacted(message.event, done));
      else done();
    }
    await storing;
    await this.store();
  }

  /** What cannot be read cannot be reacted to, now or when it is told again. */
  private leave({ streamId, revision, reason }: Extract<LogMessage, { kind: 'unreadable' }>): void {
    this.unreadable += 1;
    this.parts.onTrouble(`nobody can react to ${streamId} at ${String(revision)}`, new Error(reason));
  }

  private async reacted(fact: RecordedEvent, done: () => void): Promise<void> {
    const category = categoryOf(fact.streamId);
    const concerned = this.parts.processes.filter(
      (process) => process.subject.category === category && isAfter(fact.position, this.from.get(process) ?? null),
    );
    try {
      await this.parts.react(fact, concerned);
      done();
    } catch {
      // The reactor stops: the fact is not done, and will be told again.
    }
  }

  private async storeNowAndThen(): Promise<void> {
    const { time, signal, onTrouble } = this.parts;
    while (!signal.aborted) {
      await time.pause(STORE_EVERY_MS, signal);
      await this.store().catch((error: unknown) => onTrouble('the positions could not be stored', error));
    }
  }

  private async store(): Promise<void> {
    const { position } = this.progress;
    if (position === null || (this.stored && !isAfter(position, this.stored))) return;
    const reached = this.parts.processes.filter((process) => isAfter(position, this.from.get(process) ?? null));
    await this.parts.positions.reach(
      reached.map(({ name }) => name),
      position,
    );
    this.stored = position;
  }
}

const earliest = (positions: readonly (LogPosition | null)[]): LogPosition | null =>
  positions.reduce(
    (first, one) => (first === null || one === null || isAfter(first, one) ? one : first),
    positions[0] ?? null,
  );
