import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import type { Command, CommandDescription, DomainEvent, Staged } from '@referral/eventsourcing';
import { type Check, sentence } from '@referral/eventsourcing/testing';
import { getMetadataStorage } from 'class-validator';
import { roles } from '../../roles';
import { notFoundOf, type Subject } from './subject';

/** The fields of a command's body. */
const fieldsOf = ({ command }: CommandDescription): readonly string[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(command, '', false, false)
    .map(({ propertyName }) => propertyName);

const checkCommand = (description: CommandDescription): void => {
  match(description.summary, sentence);
  for (const role of description.roles) ok(new Set<string>(roles).has(role), role);
  for (const field of description.generatedIds) ok(fieldsOf(description).includes(field), field);
  // A list that a body says nothing of is empty.
  for (const said of Object.values(new description.command())) if (Array.isArray(said)) deepStrictEqual(said, []);
};

/** What an aggregate is known by, and what is told of its commands and of the reasons to refuse them. */
export const descriptionChecks = <C extends Command, State extends Staged, Event extends DomainEvent>(
  aggregate: Subject<C, State, Event>,
): readonly Check[] => [
  {
    title: 'has a name for its streams, its address and its id',
    check: () => {
      match(aggregate.category, /^[a-z]+$/);
      match(aggregate.collection, /^[a-z]+(-[a-z]+)*$/);
      match(aggregate.idField, /^[a-z][A-Za-z]*Id$/);
      strictEqual(aggregate.invariants[notFoundOf(aggregate)]?.status, 404);
    },
  },
  ...aggregate.commands.map((description) => ({
    title: `describes ${description.name}`,
    check: () => checkCommand(description),
  })),
  ...Object.entries(aggregate.invariants).map(([code, invariant]) => ({
    title: `says what ${code} means`,
    check: () => match(invariant.sentence, sentence),
  })),
];
