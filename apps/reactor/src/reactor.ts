import { setMaxListeners } from 'node:events';
import {
  CommandRunner,
  type EventCodec,
  type EventStore,
  FollowedKnowledge,
  isAfter,
  openLog,
} from '@referral/event-store';
import { type EventLog, idOf, type LogMessage, type LogPosition, type RecordedEvent } from '@referral/eventsourcing';
import type { Errand, Outcome, Process, ProcessEvent, SiteSettings, Trigger } from '@referral/processes';
import { publishedPolicies, type PublishedPolicies } from '@referral/sla-policy';
import { Agenda, type Instance, type SetTimer } from './agenda';
import { Errands } from './errands';
import { FollowFacts } from './follow-facts';
import { Lanes } from './lanes';
import { patiently, Stopped } from './patience';
import type { Positions } from './positions';
import { mayPass, Reactions } from './reactions';
import type { Looking } from './looking/looking';
import type { PayerDesk } from './payers/payer-desk';
import type { CommandSender } from './sending/command-sender';
import { emptySnapshot, type Snapshot } from './snapshot';
import type { Time } from './time';
import { Timers } from './timers';
import { Views } from './views';

/** Subjects that processes react to at once. */
const AT_ONCE = 32;

/** What a reactor is made of. */
export interface ReactorParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly processes: readonly Process[];
  readonly positions: Positions;
  readonly sender: CommandSender;
  readonly payers: PayerDesk;
  readonly looking: Looking;
  readonly time: Time;
  /** What was open when the read model was last written. */
  readonly snapshot: () => Promise<Snapshot>;
  readonly onTrouble: (message: string, error: unknown) => void;
  readonly settings: SiteSettings;
  /** True when no other process writes to the streams of processes. */
  readonly soleWriter?: boolean;
}

/** How a reactor stands. */
export interface ReactorStatus {
  /** It knows what is open, and works. */
  readonly ready: boolean;
  /** It has reacted to everything up to here. */
  readonly position: LogPosition | null;
  /** Facts that are being reacted to. */
  readonly pending: number;
  /** What instances wait for. */
  readonly open: ReturnType<Agenda['size']>;
  /** Timers that are due and have not fired. */
  readonly overdue: number;
  /** Reactions that failed for good since the start, and facts that could not be read. */
  readonly failed: number;
}

/** Runs process managers: lets them react to facts, to timers and to what became of their errands, and runs those errands. */
export class Reactor {
  private readonly stopping = new AbortController();
  private readonly agenda = new Agenda();
  private readonly lanes = new Lanes(AT_ONCE);
  private readonly log: EventLog;
  private readonly published: FollowedKnowledge<PublishedPolicies>;
  private readonly views: Views;
  private readonly reactions: Reactions;
  private readonly errands: Errands;
  private readonly facts: FollowFacts;
  private readonly timers: Timers;
  private readonly byName: ReadonlyMap<string, Process>;
  private running: Promise<unknown> = Promise.resolve();
  private ready = false;
  private failed = 0;

  constructor(private readonly parts: ReactorParts) {
    const { store, codec, processes, time, settings, soleWriter = false, onTrouble } = parts;
    const { agenda } = this;
    const { signal } = this.stopping;
    // Everything that waits listens for the end, and much waits at once.
    setMaxListeners(0, signal);
    this.log = openLog(store, codec, onTrouble);
    this.published = new FollowedKnowledge(this.log, publishedPolicies);
    this.views = new Views(store, codec);
    const siteOf = (tenantId: string) => ({ ...settings, published: this.published.of(tenantId) });
    this.reactions = new Reactions(new CommandRunner({ store, codec, soleWriter }), agenda, time, siteOf, signal);
    this.byName = new Map(processes.map((process) => [process.name, process]));
    this.errands = new Errands({ ...parts, agenda, signal, settle: (...settled) => this.settle(...settled) });
    this.timers = new Timers({ agenda, time, signal, onTrouble, fire: (due) => this.fire(due) });
    this.facts = new FollowFacts({
      ...parts,
      log: this.log,
      signal,
      react: (fact, concerned) => this.reactToFact(fact, concerned),
    });
  }

  /** Begins; resolves as soon as it knows what is open and works on it, or is stopped before that. */
  start(): Promise<void> {
    return new Promise((resolve) => {
      let unknown = 2;
      const onCaughtUp = () => {
        unknown -= 1;
        if (unknown > 0) return;
        this.ready = true;
        for (const { streamId } of this.agenda.all()) this.errands.attend(streamId);
        this.running = Promise.all([this.running, this.timers.run(), this.followFacts()]);
        resolve();
      };
      const policiesKnown = once(onCaughtUp);
      this.running = Promise.all([
        this.published.listen(this.stopping.signal, ({ kind }) => kind === 'caughtUp' && policiesKnown()),
        this.listen(once(onCaughtUp)),
      ]).finally(resolve);
    });
  }

  /** Ends what is under way; what is not done will be done after the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  status(): ReactorStatus {
    const { position, pending } = this.facts;
    const overdue = this.agenda.dueAt(this.parts.time.now()).length;
    const failed = this.failed + this.timers.failures + this.facts.unreadable;
    return { ready: this.ready, position, pending, open: this.agenda.size(), overdue, failed };
  }

  /** Takes in what is open, and then every fact of a process as it comes. */
  private async listen(onCaughtUp: () => void): Promise<void> {
    const { signal } = this.stopping;
    const snapshot = await this.patiently(
      () => this.open(),
      'what is open cannot be read',
      () => true,
    ).catch(unlessStopped);
    if (!snapshot) return;
    for (const { streamId, tenantId, item } of snapshot.items)
      // What a process waits for that does not run here waits until it does.
      if (this.byName.has(item.process)) this.agenda.takeUp(streamId, tenantId, item);
    if (snapshot.position) this.agenda.reach(snapshot.position);
    const categories = this.parts.processes.map(({ name }) => name);
    for await (const message of this.log.follow({ after: snapshot.position, categories, signal })) {
      if (message.kind === 'unreadable') this.leave(message);
      if (message.kind === 'event') this.hear(message.event);
      else if (message.kind !== 'caughtUp') this.agenda.reach(message.position);
      else onCaughtUp();
    }
  }

  /** What is open by the read model, unless that tells of another log than this one, such as that before a restore. */
  private async open(): Promise<Snapshot> {
    const snapshot = await this.parts.snapshot();
    const { position } = snapshot;
    return position && isAfter(position, await this.parts.store.head()) ? emptySnapshot : snapshot;
  }

  /** What a process has recorded and nobody can read is neither waited for nor done. */
  private leave({ streamId, revision, reason }: Extract<LogMessage, { kind: 'unreadable' }>): void {
    this.failed += 1;
    this.parts.onTrouble(`nobody can tell what ${streamId} waits for at ${String(revision)}`, new Error(reason));
  }

  private hear(event: RecordedEvent): void {
    const { streamId } = this.agenda.take(event as unknown as RecordedEvent<ProcessEvent>);
    if (this.ready && event.type === 'ErrandGiven') this.errands.attend(streamId);
  }

  private async followFacts(): Promise<void> {
    await this.patiently(
      () => this.facts.run(),
      'facts cannot be followed',
      () => true,
    ).catch(unlessStopped);
  }

  private reactToFact(fact: RecordedEvent, processes: readonly Process[]): Promise<void> {
    const { tenantId, correlationId, eventId: causationId } = fact.metadata;
    return this.lanes.run(fact.streamId, async () => {
      for (const process of processes) {
        const instanceId = idOf(fact.streamId);
        const reaction = { process, instanceId, tenantId, correlationId, causationId };
        await this.surely(`${process.name} could not react to ${fact.type} ${causationId}`, async () => {
          const view = await this.views.at(process.subject, fact);
          await this.reactions.react({ ...reaction, trigger: { kind: 'fact', fact }, view });
        });
      }
    });
  }

  private fire({ instance, timer }: SetTimer): Promise<void> {
    return this.reactNow(instance, { kind: 'timer', timer });
  }

  private async settle(instance: Instance, errandId: string, errand: Errand, outcome: Outcome): Promise<void> {
    await this.reactNow(instance, { kind: 'outcome', errandId, errand, outcome });
  }

  /** Lets an instance react to something that is not a fact of its subject. */
  private reactNow(instance: Instance, trigger: Trigger): Promise<void> {
    const { instanceId, tenantId, correlationId, lastEventId: causationId } = instance;
    const process = this.byName.get(instance.process);
    if (!process) return Promise.reject(new TypeError(`there is no process ${instance.process}`));
    const subject = `${process.subject.category}-${instanceId}`;
    return this.lanes.run(subject, () =>
      this.patiently(async () => {
        const view = await this.views.now(process.subject, subject);
        await this.reactions.react({ process, instanceId, tenantId, trigger, view, correlationId, causationId });
      }, `${instance.streamId} waits`),
    );
  }

  /** Until it is done or can never be: then it is told, counted and left, so that nothing else waits for it. Throws Stopped. */
  private async surely(message: string, work: () => Promise<void>): Promise<void> {
    try {
      await this.patiently(work, message);
    } catch (error) {
      if (error instanceof Stopped) throw error;
      this.failed += 1;
      this.parts.onTrouble(message, error);
    }
  }

  private patiently<Result>(work: () => Promise<Result>, message: string, passes = mayPass): Promise<Result> {
    const { time, onTrouble } = this.parts;
    const { signal } = this.stopping;
    return patiently(work, { time, signal, mayPass: passes, onTrouble: (error) => onTrouble(message, error) });
  }
}

/** Does it the first time only: a follower that was interrupted catches up again. */
const once = (work: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};

const unlessStopped = (error: unknown): undefined => {
  if (!(error instanceof Stopped)) throw error;
};
