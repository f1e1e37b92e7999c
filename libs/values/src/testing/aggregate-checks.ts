import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from 'node:assert/strict';
import {
  type Aggregate,
  type Command,
  type CommandDescription,
  DomainError,
  type DomainEvent,
  fold,
  type Staged,
  type TransitionTable,
} from '@referral/eventsourcing';
import { type Check, sentence } from '@referral/eventsourcing/testing';
import { getMetadataStorage } from 'class-validator';
import { roles } from '../roles';

/** One fact of every type: those that begin an instance, and those that happen to it. */
export interface Facts<Event extends DomainEvent> {
  readonly beginnings: readonly Event[];
  readonly later: readonly Event[];
}


/** The fields of a command's body. */
const fieldsOf = ({ command }: CommandDescription): readonly string[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(command, '', false, false)
    .map(({ propertyName }) => propertyName);

/** The code that a command is refused with that says nothing, by someone who may do everything; `null` when it is not refused. */
const refusalOf = <C extends Command, State, Event extends DomainEvent>(
  { decider, commands }: Aggregate<C, State, Event>,
  { command }: CommandDescription,
  state: State,
  occurredAt: string,
  recordedAt: string,
): string | null => {
  const actor = { userId: 'someone', kind: 'human', roles: commands.flatMap((known) => known.roles) } as const;
  const issued = { tenantId: 'local', actor, source: { channel: 'api' }, recordedAt };
  try {
    decider.decide(Object.assign(new command() as C, { occurredAt, issued }), state);
    return null;
  } catch (error) {
    // A rule may stumble over a command that says nothing; it has come past what is asked of every command.
    return error instanceof DomainError ? error.code : null;
  }
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What holds of every aggregate, whatever its rules: how it is described, what its table says, and how it begins. */
export const aggregateChecks = <
  C extends Command,
  State extends Staged,
  Event extends DomainEvent,
  Stage extends string,
  Name extends string,
>(
  aggregate: Aggregate<C, State, Event>,
  { rows }: Pick<TransitionTable<Stage, Name>, 'rows'>,
  { beginnings, later }: Facts<Event>,
): readonly Check[] => {
  const { decider, commands, events, invariants, patientOf, stageOf } = aggregate;
  const { initialState, evolve } = decider;
  const names: readonly string[] = commands.map(({ name }) => name);
  const stages: readonly string[] = ['none', ...rows.flatMap(({ to }) => (to === 'unchanged' ? [] : to))];
  const begins = ({ name }: CommandDescription) =>
    rows.some(({ command, from }) => command === name && from.includes('none'));
  const [first] = beginnings;
  if (!first) throw new Error('nothing begins it');
  const began = evolve(initialState, first);
  const alike = (events: readonly Event[], { type }: Event): boolean => events.some((event) => event.type === type);
  const notFound = `${aggregate.category.toUpperCase()}_NOT_FOUND`;
  const moment = (milliseconds: number) => new Date(Date.parse(first.occurredAt) + milliseconds).toISOString();

  return [
    {
      title: 'has a name for its streams, its address and its id',
      check: () => {
        match(aggregate.category, /^[a-z]+$/);
        match(aggregate.collection, /^[a-z]+(-[a-z]+)*$/);
        match(aggregate.idField, /^[a-z][A-Za-z]*Id$/);
        strictEqual(invariants[notFound]?.status, 404);
      },
    },
    ...commands.map((description) => ({
      title: `describes ${description.name}`,
      check: () => {
        match(description.summary, sentence);
        for (const role of description.roles)
          ok(
            roles.some((known) => known === role),
            role,
          );
        for (const field of description.generatedIds) ok(fieldsOf(description).includes(field), field);
        strictEqual(description.creates, begins(description));
        // A list that a body says nothing of is empty.
        for (const said of Object.values(new description.command())) if (Array.isArray(said)) deepStrictEqual(said, []);
      },
    })),
    ...commands.map((description) => ({
      title: `${begins(description) ? 'begins with' : 'is there before'} ${description.name}`,
      check: () => {
        const code = refusalOf(aggregate, description, initialState, moment(0), moment(0));
        strictEqual(code === notFound, !begins(description));
      },
    })),
    ...rows.map(({ id, command, when, from, to, guard }) => ({
      title: `has the row ${id} ${command} ${when ?? ''}`,
      check: () => {
        match(id, /^[A-Z]\d+$/);
        strictEqual(rows.filter((row) => row.id === id && row.command === command && row.when === when).length, 1);
        ok(names.includes(command));
        for (const stage of from) ok(stages.includes(stage), stage);
        ok(to === 'unchanged' || to.every((stage) => stage.length > 0));
        if (guard !== undefined) match(guard, /^\S+( \S+)*$/);
      },
    })),
    ...Object.entries(invariants).map(([code, { sentence: said }]) => ({
      title: `says what ${code} means`,
      check: () => match(said, sentence),
    })),
    {
      title: 'has a fact of every type',
      check: () =>
        deepStrictEqual(new Set([...beginnings, ...later].map(({ type }) => type)), new Set(Object.keys(events))),
    },
    ...beginnings.map((event) => ({
      title: `begins with ${event.type}, once`,
      check: () => {
        const once = evolve(initialState, event);
        notStrictEqual(once.stage, 'none');
        if (!alike(later, event)) deepStrictEqual(plain(evolve(once, event)), plain(once));
      },
    })),
    ...later
      .filter((event) => !alike(beginnings, event))
      .map((event) => ({
        title: `begins before ${event.type}`,
        check: () => deepStrictEqual(evolve(initialState, event), initialState),
      })),
    ...[...beginnings, ...later].map((event) => ({
      title: `knows its stage, and whose patient data it holds, after ${event.type}`,
      check: () => {
        const state = fold(evolve, initialState, beginnings.includes(event) ? [event] : [first, event]);
        if (stageOf) strictEqual(stageOf(state), state.stage);
        if (events[event.type as Event['type']].phi.length > 0) strictEqual(typeof patientOf(state), 'string');
      },
    })),
    {
      title: 'concerns no patient before it begins',
      check: () => strictEqual(patientOf(initialState), undefined),
    },
    ...commands
      .filter(({ creates }) => !creates)
      .map((description) => ({
        title: `begins before ${description.name} takes effect`,
        check: () => {
          const code = (occurredAt: string) => refusalOf(aggregate, description, began, occurredAt, moment(60_000));
          strictEqual(code(moment(-1)), 'BACKDATE_NOT_ALLOWED');
          notStrictEqual(code(moment(0)), 'BACKDATE_NOT_ALLOWED');
        },
      })),
  ];
};
