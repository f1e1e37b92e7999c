import { match, ok, strictEqual } from 'node:assert/strict';
import type { Command, DomainEvent, Staged, TransitionRow } from '@referral/eventsourcing';
import type { Check } from '@referral/eventsourcing/testing';
import type { Subject, Table } from './subject';

const nameOf = ({ id, command, when = '' }: TransitionRow<string, string>): string => `${id} ${command} ${when}`.trim();

/** What holds of the rows of a table: each is told once, of stages and commands that there are. */
export const tableChecks = <
  C extends Command,
  State extends Staged,
  Event extends DomainEvent,
  Stage extends string,
  Name extends string,
>(
  { commands }: Subject<C, State, Event>,
  { rows }: Table<Stage, Name>,
): readonly Check[] => {
  const stages: readonly string[] = ['none', ...rows.flatMap(({ to }) => (to === 'unchanged' ? [] : to))];
  const creating = rows.filter(({ from }) => from.includes('none')).map(({ command }): string => command);
  return [
    ...rows.map((row) => ({
      title: `has the row ${nameOf(row)}`,
      check: () => {
        match(row.id, /^[A-Z]\d+$/);
        strictEqual(rows.filter((other) => nameOf(other) === nameOf(row)).length, 1);
        ok(commands.some(({ name }) => name === row.command));
        for (const stage of row.from) ok(stages.includes(stage), stage);
        ok(row.to === 'unchanged' || row.to.every((stage) => stage.length > 0));
        if (row.guard !== undefined) match(row.guard, /^\S+( \S+)*$/);
      },
    })),
    ...commands.map(({ name, creates }) => ({
      title: `${creates ? 'begins with' : 'is there before'} ${name}`,
      check: () => strictEqual(creating.includes(name), creates),
    })),
  ];
};
