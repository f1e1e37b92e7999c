import { deepStrictEqual } from 'node:assert/strict';
import type { Actor, DomainEvent, RecordedEvent } from '@referral/eventsourcing';
import type { Errand, Outcome } from '../errand';
import type { Process, Trigger } from '../process';
import type { ProcessEvent } from '../process-event';
import { evolveProcess, initialProcessState, type ProcessState } from '../process-state';
import { React, react } from '../react';
import { defaultSite, type Site } from '../site';

/** A step of a specification: a fact of the subject comes about, a timer is due, or an errand has come to its end. */
type Step<Fact extends DomainEvent> =
  /** `heardAt`: when the process hears of it, if that is later than it happened; `by`: whose doing it is, if not a process's. */
  | { readonly fact: Fact; readonly heardAt?: string; readonly by?: Actor['kind'] }
  /** A fact is recorded of which the process has not heard yet when the next step makes it look. */
  | { readonly unheard: Fact }
  | { readonly due: string; readonly at: string }
  | { readonly settled: string; readonly outcome: Outcome };

/** What a step made the process decide, in the words of specifications. */
export interface Decided {
  /** Commands and questions by name, with what they say. */
  readonly commands: readonly (readonly [string, object])[];
  /** Timers that were set, by id, with the instant. */
  readonly timers: Readonly<Record<string, string>>;
  readonly cleared: readonly string[];
}

const nothing: Decided = { commands: [], timers: {}, cleared: [] };

/** Id of the instance that specifications are about. */
export const instanceId = '0b6f3f5e-6f0a-5d0e-9a53-0c7b1f1f0001';

/**
 * Specifications of a process: `given(...facts).when({ fact })`, `.when({ due, at })` or `.when({ settled, outcome })`, then what it decides. The facts that are
 * given were reacted to as well, so that timers are set and errands are open as they would be.
 */
export const reacts = <View, Fact extends DomainEvent>(process: Process<View, Fact>, site: Site = defaultSite) => ({
  given: (...facts: readonly Fact[]) => {
    const story = new Story(process, site);
    for (const fact of facts) story.take({ fact });
    return { when: (...steps: readonly Step<Fact>[]) => outcomeOf(story, steps) };
  },
});

const outcomeOf = <View, Fact extends DomainEvent>(story: Story<View, Fact>, steps: readonly Step<Fact>[]) => {
  let decided: readonly ProcessEvent[] = [];
  for (const step of steps) decided = story.take(step);
  return {
    events: decided,
    waiting: story.state,
    /** What the process knows of the subject by now. */
    view: story.view,
    /** Exactly this. */
    then: (expected: Partial<Decided>) => deepStrictEqual(plain(told(decided)), plain({ ...nothing, ...expected })),
    thenNothing: () => deepStrictEqual(plain(told(decided)), plain(nothing)),
  };
};

/** One instance of a process with the facts of its subject. */
class Story<View, Fact extends DomainEvent> {
  state: ProcessState = initialProcessState;
  view: View;
  private revision = -1;
  private now = '';

  constructor(
    private readonly process: Process<View, Fact>,
    private readonly site: Site,
  ) {
    this.view = process.subject.initialView;
  }

  take(step: Step<Fact>): readonly ProcessEvent[] {
    const trigger = this.triggerOf(step);
    if (trigger === undefined) return [];
    const issued = {
      tenantId: 'default',
      actor: { userId: this.process.name, kind: 'system', roles: ['system'] },
      source: { channel: 'timer' },
      recordedAt: this.now,
    } as const;
    const events = react(this.process, new React(instanceId, trigger, this.view, issued, this.site), this.state);
    this.state = events.reduce(evolveProcess, this.state);
    return events;
  }

  private triggerOf(step: Step<Fact>): Trigger | undefined {
    if ('fact' in step) {
      const fact = this.recorded(step.fact, step.by);
      this.view = this.process.subject.evolve(this.view, fact);
      this.now = new Date(step.heardAt ?? step.fact.occurredAt).toISOString();
      return { kind: 'fact', fact };
    }
    if ('unheard' in step) {
      this.view = this.process.subject.evolve(this.view, this.recorded(step.unheard));
      return undefined;
    }
    if ('due' in step) {
      this.now = new Date(step.at).toISOString();
      const timer = this.state.timers[step.due];
      return timer && { kind: 'timer', timer };
    }
    const found = Object.entries(this.state.errands).find(([, errand]) => nameOf(errand) === step.settled);
    return found && { kind: 'outcome', errandId: found[0], errand: found[1], outcome: step.outcome };
  }

  private recorded(fact: Fact, kind: Actor['kind'] = 'system'): RecordedEvent<Fact> {
    this.revision += 1;
    const { subject } = this.process;
    const revision = BigInt(this.revision);
    const position = { commit: revision + 100n, prepare: revision + 100n };
    const place = { streamId: `${subject.category}-${instanceId}`, revision, position };
    const actor = { userId: 'process', kind, roles: ['system'] };
    const metadata = { eventId: `event-${this.revision}`, tenantId: 'default', recordedAt: fact.occurredAt, actor };
    return { ...fact, ...place, metadata } as unknown as RecordedEvent<Fact>;
  }
}

const told = (events: readonly ProcessEvent[]): Decided => {
  const commands: (readonly [string, object])[] = [];
  const timers: Record<string, string> = {};
  const cleared: string[] = [];
  for (const event of events) {
    if (event.type === 'ErrandGiven') commands.push(said(event.data.errand));
    if (event.type === 'TimerSet') timers[event.data.timerId] = event.data.dueAt;
    if (event.type === 'TimerCleared') cleared.push(event.data.timerId);
  }
  return { commands, timers, cleared };
};

/** What an errand is called: its command, or what is asked. */
const nameOf = (errand: Errand): string => (errand.kind === 'command' ? errand.command : errand.kind);

const said = (errand: Errand): readonly [string, object] => {
  if (errand.kind === 'command') return [errand.command, errand.body];
  const { kind, ...question } = errand;
  return [kind, question];
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
