import type { Command, Issuance } from '@referral/eventsourcing';
import type { Decision, Process, Trigger } from './process';
import type { Cause, ProcessEvent } from './process-event';
import { defaultSite, type Site } from './site';
import { errandOf, evolveProcess, type ProcessState, timerOf } from './process-state';

/** Lets an instance of a process react: the one command that processes know. */
export class React implements Command {
  readonly occurredAt: string;

  /**
   * @param instanceId id of the subject
   * @param view the subject right after the fact; for another trigger, as it is now
   */
  constructor(
    readonly instanceId: string,
    readonly trigger: Trigger,
    readonly view: unknown,
    readonly issued: Issuance,
    readonly site: Site = defaultSite,
  ) {
    this.occurredAt = issued.recordedAt;
  }
}

/**
 * What an instance records about a trigger: what came true, then what is decided. Nothing when it has reacted already, when a timer was
 * moved or is not due, or when there is nothing to decide on a fact.
 */
export const react = (process: Process, command: React, state: ProcessState): readonly ProcessEvent[] => {
  if (isPast(command, state)) return [];
  const { trigger, view, instanceId, issued, site } = command;
  const events: ProcessEvent[] = [...cameTrue(command)];
  let current = events.reduce(evolveProcess, state);
  for (const decision of process.react(trigger, view, current, issued.recordedAt, site)) {
    const event = recorded(decision, `${process.name}-${instanceId}`, command, current);
    if (event === null) continue;
    events.push(event);
    current = evolveProcess(current, event);
  }
  return events;
};

const isPast = ({ trigger, issued }: React, state: ProcessState): boolean => {
  switch (trigger.kind) {
    case 'fact':
      return Number(trigger.fact.revision) <= state.observed;
    case 'timer': {
      const { timerId, number } = trigger.timer;
      const set = timerOf(state, timerId);
      return set?.number !== number || Date.parse(set.dueAt) > Date.parse(issued.recordedAt);
    }
    case 'outcome':
      return errandOf(state, trigger.errandId) === undefined;
  }
};

const cameTrue = ({ trigger, issued, occurredAt }: React): readonly ProcessEvent[] => {
  switch (trigger.kind) {
    case 'fact':
      return [];
    case 'timer': {
      const { timerId, dueAt } = trigger.timer;
      const firedAt = issued.recordedAt;
      const lateBySeconds = Math.max(0, Math.floor((Date.parse(firedAt) - Date.parse(dueAt)) / 1_000));
      return [{ type: 'TimerFired', data: { timerId, dueAt, firedAt, lateBySeconds }, occurredAt }];
    }
    case 'outcome':
      return [{ type: 'ErrandSettled', data: { errandId: trigger.errandId, ...trigger.outcome }, occurredAt }];
  }
};

const causeOf = ({ trigger }: React): Cause => {
  switch (trigger.kind) {
    case 'fact': {
      const { metadata, type, revision } = trigger.fact;
      return { kind: 'fact', eventId: metadata.eventId, type, revision: Number(revision) };
    }
    case 'timer':
      return { kind: 'timer', timerId: trigger.timer.timerId };
    case 'outcome':
      return { kind: 'outcome', errandId: trigger.errandId };
  }
};

/** `null` when it is so already. */
const recorded = (decision: Decision, instance: string, command: React, state: ProcessState): ProcessEvent | null => {
  const because = causeOf(command);
  const { occurredAt } = command;
  switch (decision.decide) {
    case 'give': {
      const { errand } = decision;
      return { type: 'ErrandGiven', data: { errandId: `${instance}-${state.asked}`, errand, because }, occurredAt };
    }
    case 'setTimer': {
      const { decide: _, ...timer } = decision;
      const { number, ...set } = timerOf(state, timer.timerId) ?? { number: state.asked };
      if (JSON.stringify(set) === JSON.stringify(timer)) return null;
      return { type: 'TimerSet', data: { ...timer, number: state.asked, because }, occurredAt };
    }
    case 'clearTimer': {
      const { timerId } = decision;
      return timerOf(state, timerId) ? { type: 'TimerCleared', data: { timerId, because }, occurredAt } : null;
    }
  }
};
