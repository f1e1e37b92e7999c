import { isAfter } from '@referral/event-store';
import { categoryOf, idOf, type LogPosition, type RecordedEvent } from '@referral/eventsourcing';
import {
  evolveProcess,
  initialProcessState,
  type ProcessEvent,
  type ProcessState,
  type Timer,
} from '@referral/processes';
import type { AgendaItem } from '@referral/projections';

/** An instance of a process that waits for something. */
export interface Instance {
  readonly streamId: string;
  readonly process: string;
  readonly instanceId: string;
  readonly tenantId: string;
  readonly state: ProcessState;
  readonly correlationId: string;
  readonly lastEventId: string;
}

/** A timer that is set, with the instance that set it. */
export interface SetTimer {
  readonly instance: Instance;
  readonly timer: Timer;
}

/** What all instances of all processes wait for: a fold of their streams, kept in memory. An instance that waits for nothing is not in it. */
export class Agenda {
  private readonly instances = new Map<string, Instance>();
  /** When each timer is due, ms, by stream and timer. */
  private readonly due = new Map<string, Map<string, number>>();
  private readonly waiters = new Set<{ readonly position: LogPosition; readonly wake: () => void }>();
  private reached: LogPosition | null = null;

  /** Takes up an instance as the read model tells it. */
  takeUp(streamId: string, tenantId: string, item: AgendaItem): void {
    const { process, instanceId, correlationId, lastEventId, timers, errands } = item;
    const state = { ...initialProcessState, timers, errands };
    this.keep({ streamId, process, instanceId, tenantId, state, correlationId, lastEventId });
  }

  /** Takes in one fact of a process. */
  take({ streamId, position, metadata, ...fact }: RecordedEvent<ProcessEvent>): Instance {
    const before = this.instances.get(streamId)?.state ?? initialProcessState;
    const { tenantId, correlationId, eventId: lastEventId } = metadata;
    const instanceId = idOf(streamId);
    const process = categoryOf(streamId);
    const state = evolveProcess(before, fact);
    const instance = { streamId, process, instanceId, tenantId, state, correlationId, lastEventId };
    this.keep(instance);
    this.reach(position);
    return instance;
  }

  /** The instance of a stream; `undefined` when it waits for nothing. */
  instance(streamId: string): Instance | undefined {
    return this.instances.get(streamId);
  }

  /** Every instance that waits for something. */
  all(): Iterable<Instance> {
    return this.instances.values();
  }

  /** Timers that are due, the oldest first. */
  dueAt(now: string): readonly SetTimer[] {
    const instant = Date.parse(now);
    const found: (SetTimer & { readonly at: number })[] = [];
    for (const [streamId, timers] of this.due)
      for (const [timerId, at] of timers) {
        if (at > instant) continue;
        const instance = this.instances.get(streamId);
        const timer = instance?.state.timers[timerId];
        if (instance && timer) found.push({ instance, timer, at });
      }
    return found.sort((one, other) => one.at - other.at);
  }

  /** How many timers are set and errands open, for whoever watches. */
  size(): { readonly instances: number; readonly timers: number; readonly errands: number } {
    let timers = 0;
    let errands = 0;
    for (const { state } of this.instances.values()) {
      timers += Object.keys(state.timers).length;
      errands += Object.keys(state.errands).length;
    }
    return { instances: this.instances.size, timers, errands };
  }

  /** Everything up to a position of the log was taken in. */
  reach(position: LogPosition): void {
    if (!isAfter(position, this.reached)) return;
    this.reached = position;
    for (const waiter of [...this.waiters]) if (!isAfter(waiter.position, position)) waiter.wake();
  }

  /** Resolves when everything up to a position was taken in, or when the signal aborts. */
  until(position: LogPosition, signal: AbortSignal): Promise<void> {
    if (!isAfter(position, this.reached) || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.waiters.delete(waiter);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const waiter = { position, wake };
      this.waiters.add(waiter);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  private keep(instance: Instance): void {
    const { streamId, state } = instance;
    const timers = Object.values(state.timers);
    if (timers.length + Object.keys(state.errands).length === 0) this.instances.delete(streamId);
    else this.instances.set(streamId, instance);
    if (timers.length === 0) this.due.delete(streamId);
    else this.due.set(streamId, new Map(timers.map(({ timerId, dueAt }) => [timerId, Date.parse(dueAt)])));
  }
}
