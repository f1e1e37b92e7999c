import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert/strict';
import { type Command, type DomainEvent, fold, type Staged } from '@referral/eventsourcing';
import type { Check } from '@referral/eventsourcing/testing';
import { type Facts, firstOf, type Subject } from './subject';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const alike = (events: readonly DomainEvent[], { type }: DomainEvent): boolean =>
  events.some((event) => event.type === type);

/** What holds of the facts of an aggregate: what begins it does so once, and each leads to a stage and a patient that it knows. */
export const factChecks = <C extends Command, State extends Staged, Event extends DomainEvent>(
  { decider, events, patientOf, stageOf }: Subject<C, State, Event>,
  facts: Facts<Event>,
): readonly Check[] => {
  const { initialState, evolve } = decider;
  const { beginnings, later } = facts;
  const all = [...beginnings, ...later];
  return [
    {
      title: 'has a fact of every type',
      check: () => deepStrictEqual(new Set(all.map(({ type }) => type)), new Set(Object.keys(events))),
    },
    {
      title: 'concerns no patient before it begins',
      check: () => strictEqual(patientOf(initialState), undefined),
    },
    ...beginnings.map((event) => ({
      title: `begins with ${event.type}, once`,
      check: () => {
        notStrictEqual(evolve(initialState, event).stage, 'none');
        const lived = fold(evolve, initialState, [event, ...later]);
        if (!alike(later, event)) deepStrictEqual(plain(evolve(lived, event)), plain(lived));
      },
    })),
    ...later.map((event) => ({
      title: `begins before ${event.type}`,
      check: () => {
        if (!alike(beginnings, event)) deepStrictEqual(evolve(initialState, event), initialState);
      },
    })),
    ...all.map((event) => ({
      title: `knows its stage, and whose patient data it holds, after ${event.type}`,
      check: () => {
        const state = fold(evolve, initialState, beginnings.includes(event) ? [event] : [firstOf(facts), event]);
        if (stageOf) strictEqual(stageOf(state), state.stage);
        if (events[event.type as Event['type']].phi.length > 0) strictEqual(typeof patientOf(state), 'string');
      },
    })),
  ];
};
