import { notStrictEqual, strictEqual } from 'node:assert/strict';
import {
  type Command,
  type CommandDescription,
  DomainError,
  type DomainEvent,
  type Staged,
} from '@referral/eventsourcing';
import type { Check } from '@referral/eventsourcing/testing';
import { type Facts, firstOf, notFoundOf, type Subject } from './subject';

/** The code that a command is refused with that says nothing, by someone who may do everything; `null` when it is not refused. */
const refusalOf = <C extends Command, State extends Staged, Event extends DomainEvent>(
  { decider, commands }: Subject<C, State, Event>,
  { command }: CommandDescription,
  state: State,
  { occurredAt, recordedAt }: { readonly occurredAt: string; readonly recordedAt: string },
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

/** What is refused because there is nothing yet: without exception what changes something, and what would take effect before. */
export const beginningChecks = <C extends Command, State extends Staged, Event extends DomainEvent>(
  aggregate: Subject<C, State, Event>,
  facts: Facts<Event>,
): readonly Check[] => {
  const { commands, decider } = aggregate;
  const first = firstOf(facts);
  const began = decider.evolve(decider.initialState, first);
  const moment = (milliseconds: number) => new Date(Date.parse(first.occurredAt) + milliseconds).toISOString();
  const now = { occurredAt: moment(0), recordedAt: moment(0) };
  return [
    ...commands.map((description) => ({
      title: `is ${description.creates ? 'not ' : ''}needed for ${description.name}`,
      check: () => {
        const code = refusalOf(aggregate, description, decider.initialState, now);
        strictEqual(code === notFoundOf(aggregate), !description.creates);
      },
    })),
    ...commands
      .filter(({ creates }) => !creates)
      .map((description) => ({
        title: `begins before ${description.name} takes effect`,
        check: () => {
          const code = (occurredAt: string) =>
            refusalOf(aggregate, description, began, { occurredAt, recordedAt: moment(60_000) });
          strictEqual(code(moment(-1)), 'BACKDATE_NOT_ALLOWED');
          notStrictEqual(code(moment(0)), 'BACKDATE_NOT_ALLOWED');
        },
      })),
  ];
};
