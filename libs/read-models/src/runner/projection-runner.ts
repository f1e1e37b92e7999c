import { setTimeout as delay } from 'node:timers/promises';
import { type EventLog, positionKey, type Projection, readPositionKey } from '@referral/eventsourcing';
import { FencedOff, type ModelStore } from '../store/model-store';
import type { CommitSurroundings } from './commit-surely';
import { describe } from './delivery';
import { type FollowPace, followLog } from './follow-log';
import { carryOut } from './interventions';
import { ModelWriter } from './model-writer';
import { ownerName, type Planned, planModels } from './plan';
import { Rate } from './rate';
import { risingClock } from './rising-clock';
import type { RunnerStatus, RunningModel } from './runner-status';
import { switchOver } from './switch-over';

/** What a runner is made of. */
export interface RunnerOptions {
  readonly log: EventLog;
  readonly store: ModelStore;
  readonly projections: readonly Projection[];
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Told of every failure that is being retried, for the log file. */
  readonly onTrouble?: (message: string, error: unknown) => void;
  readonly pace?: Partial<FollowPace>;
  /** How long another runner's models may stand still before this one takes them over. Default 5 s. */
  readonly takeOverAfterMs?: number;
  /** How often requests of other processes are looked for. Default 1 s. */
  readonly requestsEveryMs?: number;
}

interface Running extends Planned {
  readonly writer: ModelWriter;
  readonly rate: Rate;
  readonly startedAt: number;
  readonly startedFrom: bigint;
  readonly ahead: boolean;
  caughtUp: boolean;
}

const defaultPace: FollowPace = { batchSize: 4_000, lingerMs: 100, idleMs: 250 };

/**
 * Keeps read models current. The newest runner to start takes all models over; an older one is fenced off and stands by until the
 * newer falls silent. Live models share one reading of the log; each build beside them has its own.
 */
export class ProjectionRunner {
  readonly #owner = ownerName();
  readonly #stop = new AbortController();
  readonly #pace: FollowPace;
  readonly #lateAt: () => string;
  #round = new AbortController();
  #models: readonly Running[] = [];
  #state: RunnerStatus['state'] = 'stopped';
  #lastError: string | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: RunnerOptions) {
    this.#pace = { ...defaultPace, ...options.pace };
    this.#lateAt = risingClock(options.clock);
  }

  /** Begins; it goes on until `stop`. */
  start(): void {
    this.#state = 'starting';
    this.#running = this.#run();
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#round.abort();
    await this.#running;
    this.#state = 'stopped';
  }

  async status(): Promise<RunnerStatus> {
    const head = await this.options.log.head();
    const live = this.#models.filter((model) => model.live);
    return {
      state: this.#state,
      current: this.#state === 'running' && live.length > 0 && live.every(({ caughtUp, ahead }) => caughtUp && !ahead),
      head: head && positionKey(head),
      models: this.#models.map((model) => this.#describe(model, head?.commit ?? 0n)),
      lastError: this.#lastError,
    };
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#stop.signal.aborted;) {
      this.#round = new AbortController();
      try {
        await this.#oneRound();
        failures = 0;
      } catch (error) {
        if (this.#stopping()) return;
        if (error instanceof FencedOff) await this.#standBy();
        else {
          failures += 1;
          this.#trouble('The read models could not be kept current; trying again.', error);
          await this.#pause(Math.min(5_000, 50 * 2 ** Math.min(failures, 7)));
        }
      }
    }
  }

  /** From taking the models over until the plan changes or something fails. */
  async #oneRound(): Promise<void> {
    const { store, projections, clock, requestsEveryMs = 1_000 } = this.options;
    const round = this.#round;
    this.#models = await this.#takeOver(round.signal);
    this.#state = 'running';
    const able = this.#models.filter(({ ahead }) => !ahead);
    const live = able.filter((model) => model.live);
    const groups = [...(live.length > 0 ? [live] : []), ...able.filter((model) => !model.live).map((model) => [model])];
    const requests = carryOut({
      store,
      running: this.#models,
      projections,
      clock,
      everyMs: requestsEveryMs,
      signal: round.signal,
      switchOver: (build) => this.#switchOver(build, round),
      replan: () => round.abort(),
    });
    const work = [...groups.map((group) => this.#follow(group, round)), requests];
    try {
      await Promise.all(work);
    } catch (error) {
      if (!round.signal.aborted) throw error;
    } finally {
      round.abort();
      await Promise.allSettled(work);
    }
  }

  async #takeOver(signal: AbortSignal): Promise<readonly Running[]> {
    const { log, store, projections, clock } = this.options;
    const planned = await planModels(store, projections);
    const around = { ...this.#committing(signal), log, clock, lateAt: this.#lateAt };
    const opened = await Promise.all(
      planned.map(async (plan) => ({
        ...plan,
        writer: await ModelWriter.open(plan.projection, plan.model, this.#owner, around),
      })),
    );
    // Asked after the takeover: until then the runner before this one may have moved a checkpoint on.
    const head = await log.head();
    const headKey = head ? positionKey(head) : '';
    return opened.map((plan): Running => {
      const { position } = plan.writer.checkpoint;
      const ahead = position !== null && position > headKey;
      if (ahead) this.#trouble(`${plan.model} tells of events that the log does not have. Rebuild it.`, null);
      const startedFrom = (position === null ? null : readPositionKey(position))?.commit ?? 0n;
      return { ...plan, rate: new Rate(), startedAt: performance.now(), startedFrom, ahead, caughtUp: false };
    });
  }

  async #follow(group: readonly Running[], round: AbortController): Promise<void> {
    const writers = group.map(({ writer }) => writer);
    await followLog(this.options.log, writers, this.#pace, this.#committing(round.signal), {
      onBatch: (events) => group.forEach(({ rate }) => rate.add(events)),
      onCaughtUp: () => this.#caughtUp(group, round),
    });
  }

  #committing(signal: AbortSignal): CommitSurroundings {
    const onRetry = (models: string, error: unknown) =>
      this.#trouble(`${models} could not be written; trying again.`, error);
    return { store: this.options.store, signal, onRetry };
  }

  async #caughtUp(group: readonly Running[], round: AbortController): Promise<void> {
    for (const model of group) {
      model.caughtUp = true;
      if (!model.live && model.switchWhenDone && !round.signal.aborted) await this.#switchOver(model, round);
    }
  }

  async #switchOver(
    { projection, writer }: Planned & Pick<Running, 'writer'>,
    round: AbortController,
  ): Promise<boolean> {
    const { store } = this.options;
    const { name } = projection;
    const running = this.#models.find((model) => model.live && model.projection.name === name);
    const live = running?.model ?? (await store.aliases()).get(name);
    const onLive = () => round.abort();
    // One that tells of another log has told nothing that could be gone on with.
    if (live !== undefined && running?.ahead !== true) {
      const around = { store, owner: this.#owner, lateAt: this.#lateAt, onLive };
      return switchOver(around, writer, { model: live, ...(running && { writer: running.writer }) });
    }
    await store.makeLive(name, writer.model);
    onLive();
    return true;
  }

  /** Until the models have stood still for so long that their runner must be gone. */
  async #standBy(): Promise<void> {
    this.#state = 'standby';
    this.#models = [];
    const { store, takeOverAfterMs = 5_000 } = this.options;
    let seen = '';
    for (let still = 0; still < takeOverAfterMs && !this.#stopping();) {
      const step = Math.min(500, takeOverAfterMs / 2);
      await this.#pause(step);
      try {
        const now = JSON.stringify(await store.checkpoints());
        still = now === seen ? still + step : 0;
        seen = now;
      } catch (error) {
        this.#trouble('Standing by, the read models cannot be looked at.', error);
      }
    }
  }

  #describe(
    { writer, projection, model, live, caughtUp, ahead, rate, ...started }: Running,
    head: bigint,
  ): RunningModel {
    const { position, events } = writer.checkpoint;
    const at = position === null ? 0n : (readPositionKey(position)?.commit ?? 0n);
    const share = caughtUp || head === 0n ? 1 : Math.min(1, Number(at) / Number(head));
    return {
      model,
      projection: projection.name,
      live,
      state: ahead ? 'aheadOfLog' : caughtUp ? 'current' : 'catchingUp',
      position,
      events,
      eventsPerSecond: rate.perSecond,
      parkedDocuments: writer.parkedDocuments,
      share,
      remainingSeconds: caughtUp
        ? 0
        : remaining(Number(at - started.startedFrom), Number(head - at), performance.now() - started.startedAt),
    };
  }

  async #pause(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  #stopping(): boolean {
    return this.#stop.signal.aborted;
  }

  #trouble(message: string, error: unknown): void {
    this.#lastError = error === null ? message : `${message} ${describe(error)}`;
    this.options.onTrouble?.(message, error);
  }
}

const remaining = (done: number, left: number, elapsedMs: number): number | null =>
  done <= 0 ? null : Math.max(0, Math.round(((elapsedMs / done) * left) / 1_000));
