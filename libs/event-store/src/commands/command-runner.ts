import { DomainError, type Aggregate, type Command, type DomainEvent } from '@referral/eventsourcing';
import { LRUCache } from 'lru-cache';
import type { EventCodec } from '../envelope/event-codec';
import type { Sealed, Unsealed } from '../envelope/seal';
import { RevisionConflict, StoreUnavailable } from '../store/errors';
import type { Appended, EventStore } from '../store/event-store';
import { revisionMismatch } from './command-errors';
import { decide, descriptionOf, type CommandResult, type Decision, type RunOptions } from './decide';
import { reasonOf } from './reason-of';
import { StreamQueue } from './stream-queue';
import { StreamReader } from './stream-reader';
import type { StreamState } from './stream-state';

export interface CommandRunnerOptions {
  readonly store: EventStore;
  readonly codec: EventCodec;
  /**
   * True when no other process writes to these streams. Warm states are then believed without asking; otherwise a refusal, and the
   * end of a stream after an own append, are checked with one read.
   */
  readonly soleWriter?: boolean;
  /** How many folded streams are kept; Infinity: all of them. */
  readonly capacity?: number;
  /** How long a command waits for those before it on its stream, ms. */
  readonly patience?: number;
}

/** How long an append without an answer may still arrive: as long as the store is told to take it, and as long again, ms. */
const mayArriveWithin = 120_000;

/** Streams of which that is remembered: more than commands that can be under way in that time while the store does not answer. */
const mostInDoubt = 10_000;

/** Rounds of reading the tail and deciding again before a command gives up (S04). */
const rounds = 5;

/** One command on its way. */
interface Errand<C extends Command, State, Event extends DomainEvent> {
  readonly aggregate: Aggregate<C, State, Event>;
  readonly command: C;
  readonly options: RunOptions;
  readonly id: string;
  readonly streamId: string;
}

/** A stream as far as it is known here, and whether that can be relied on without asking the store. */
interface Known<State> {
  readonly stream: StreamState<State>;
  readonly certain: boolean;
}

/** Runs every command of every aggregate: fold, decide, append; the same command again answers what it answered first. */
export class CommandRunner {
  private readonly store: EventStore;
  private readonly codec: EventCodec;
  private readonly soleWriter: boolean;
  private readonly reader: StreamReader;
  private readonly queue: StreamQueue;
  private readonly warm: Map<string, StreamState<unknown>> | LRUCache<string, StreamState<unknown>>;
  /** Streams with an append of unknown outcome: it may still arrive, so nothing that is known of them is relied on for a while. */
  private doubtful: LRUCache<string, true> | undefined;

  constructor({ store, codec, soleWriter = false, capacity = 10_000, patience = 10_000 }: CommandRunnerOptions) {
    this.store = store;
    this.codec = codec;
    this.soleWriter = soleWriter;
    this.reader = new StreamReader(store, codec);
    this.queue = new StreamQueue(patience);
    this.warm = capacity === Infinity ? new Map() : new LRUCache({ max: capacity });
  }

  /**
   * Throws a DomainError when the command is refused (also REVISION_MISMATCH, IDEMPOTENCY_KEY_REUSED and `..._NOT_FOUND`),
   * StoreUnavailable when its outcome is unknown (running it again with the same key settles it), AppendRefused, KeysUnavailable,
   * StreamBusy and StreamUnreadable.
   */
  run<C extends Command, State, Event extends DomainEvent>(
    aggregate: Aggregate<C, State, Event>,
    command: C,
    options: RunOptions,
  ): Promise<CommandResult> {
    const id = (command as Command & Readonly<Record<string, unknown>>)[aggregate.idField];
    if (typeof id !== 'string') throw new TypeError(`${command.constructor.name} has no ${aggregate.idField}`);
    const streamId = `${aggregate.category}-${id}`;
    return this.queue.run(streamId, () => this.settle({ aggregate, command, options, id, streamId }));
  }

  private async settle<C extends Command, State, Event extends DomainEvent>(
    errand: Errand<C, State, Event>,
  ): Promise<CommandResult> {
    let known = await this.known(errand);
    for (let round = 1; ; round += 1) {
      try {
        const result = await this.attempt(errand, known.stream);
        if (known.certain || result.decided > 0) return result;
      } catch (error) {
        if (error instanceof RevisionConflict) {
          if (round >= rounds) throw revisionMismatch(error.actual ?? -1n);
        } else if (known.certain || !(error instanceof DomainError)) throw error;
      }
      // Either the store said that the stream went on, or the answer rests on a state that others may have changed since.
      known = { stream: await this.refreshed(errand, known.stream), certain: true };
    }
  }

  private async known<C extends Command, State, Event extends DomainEvent>(
    errand: Errand<C, State, Event>,
  ): Promise<Known<State>> {
    const stream = this.warm.get(errand.streamId) as StreamState<State> | undefined;
    if (!stream) return { stream: await this.reader.load(errand.aggregate, errand.streamId), certain: true };
    if (stream.confirmed) return { stream, certain: this.isAlone(errand.streamId) };
    return { stream: await this.refreshed(errand, stream), certain: true };
  }

  /** True when nothing can have come into a stream but what this runner knows of. */
  private isAlone(streamId: string): boolean {
    return this.soleWriter && this.doubtful?.has(streamId) !== true;
  }

  private async refreshed<C extends Command, State, Event extends DomainEvent>(
    { aggregate, streamId }: Errand<C, State, Event>,
    stream: StreamState<State>,
  ): Promise<StreamState<State>> {
    this.warm.delete(streamId);
    const refreshed = await this.reader.refresh(aggregate, streamId, stream);
    this.warm.set(streamId, refreshed);
    return refreshed;
  }

  private async attempt<C extends Command, State, Event extends DomainEvent>(
    errand: Errand<C, State, Event>,
    stream: StreamState<State>,
  ): Promise<CommandResult> {
    const { aggregate, command, options, id, streamId } = errand;
    const decision = decide(aggregate, command, options, id, stream);
    if (decision.kind === 'answered') {
      if (stream.revision >= 0n) this.warm.set(streamId, stream);
      return decision.result;
    }
    const sealing = this.sealed(errand, stream, decision);
    const sealed = sealing instanceof Promise ? await sealing : sealing;
    const appended = await this.append(streamId, sealed, stream);
    const decided = sealed.events.length;
    const { commandId, commandHash } = options;
    stream.commands.set(commandId, { commandHash, ...appended, decided });
    this.warm.set(streamId, {
      state: decision.state,
      ...appended,
      hash: sealed.hash,
      tenantId: command.issued.tenantId,
      commands: stream.commands,
      confirmed: this.isAlone(streamId),
    });
    return { id, ...appended, decided, replayed: false };
  }

  private sealed<C extends Command, State, Event extends DomainEvent>(
    { aggregate, command, options, streamId }: Errand<C, State, Event>,
    stream: StreamState<State>,
    { events, state }: Extract<Decision<State>, { kind: 'decided' }>,
  ): Sealed | Promise<Sealed> {
    const { tenantId, actor, source, recordedAt } = command.issued;
    const { commandId, commandHash, correlationId, causationId } = options;
    const commandType = descriptionOf(aggregate, command).name;
    const reason = reasonOf(command);
    const sensitivity = aggregate.sensitivityOf?.(state) ?? [];
    const unsealed: Unsealed = {
      streamId,
      prevHash: stream.hash,
      events,
      ...(reason !== undefined && { reason }),
      envelope: {
        tenantId,
        recordedAt,
        actor,
        source,
        commandId,
        commandType,
        commandHash,
        correlationId,
        causationId,
        ...(sensitivity.length > 0 && { sensitivity }),
      },
    };
    return this.codec.seal(unsealed, { tenantId, ownerId: aggregate.patientOf(state) ?? streamId });
  }

  private async append(streamId: string, { events }: Sealed, { revision }: StreamState<unknown>): Promise<Appended> {
    try {
      return await this.store.append(streamId, events, revision < 0n ? 'no_stream' : revision);
    } catch (error) {
      if (error instanceof StoreUnavailable) this.doubt(streamId);
      // Whatever happened, the stream may no longer be what it was believed to be.
      if (!(error instanceof RevisionConflict)) this.warm.delete(streamId);
      throw error;
    }
  }

  private doubt(streamId: string): void {
    this.doubtful ??= new LRUCache({ max: mostInDoubt, ttl: mayArriveWithin });
    this.doubtful.set(streamId, true);
  }
}
