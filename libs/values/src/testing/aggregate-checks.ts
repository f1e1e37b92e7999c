import type { Command, DomainEvent, Staged } from '@referral/eventsourcing';
import type { Check } from '@referral/eventsourcing/testing';
import { beginningChecks } from './aggregate-checks/beginning';
import { descriptionChecks } from './aggregate-checks/description';
import { factChecks } from './aggregate-checks/facts';
import { tableChecks } from './aggregate-checks/table';
import type { Facts, Subject, Table } from './aggregate-checks/subject';

/** What holds of every aggregate, whatever its rules: how it is described, what its table and its facts say, and how it begins. */
export const aggregateChecks = <
  C extends Command,
  State extends Staged,
  Event extends DomainEvent,
  Stage extends string,
  Name extends string,
>(
  aggregate: Subject<C, State, Event>,
  table: Table<Stage, Name>,
  facts: Facts<Event>,
): readonly Check[] => [
  ...descriptionChecks(aggregate),
  ...tableChecks(aggregate, table),
  ...factChecks(aggregate, facts),
  ...beginningChecks(aggregate, facts),
];
