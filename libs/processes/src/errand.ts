import type { Aggregate, Command, CommandClass, DomainEvent } from '@referral/eventsourcing';
import type { AssigneeSearch, AssigneesFound } from './assignee';
import type { Decision } from './process';
import type { PayerQuestion } from './payer-question';
import type { ConsentSearch, ConsentsFound, Found, LookUp, Search } from './question';

/** What a process has somebody do. It carries ids and codes, never patient data. */
export type Errand = CommandErrand | PayerQuestion | LookingErrand;

/** What is looked for in read models and streams. */
export type LookingErrand = Search | ConsentSearch | AssigneeSearch | LookUp;

/** A command to an aggregate, sent as anybody would send it. */
export interface CommandErrand {
  readonly kind: 'command';
  readonly category: string;
  /** Empty for a command that begins an aggregate, which is given its id then. */
  readonly id: string;
  /** Such as `CloseReferral`. */
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What became of an errand. */
export type Outcome =
  | Found
  | ConsentsFound
  | AssigneesFound
  | { readonly outcome: 'done' }
  /** The rules of the aggregate do not allow it, and would not if it were sent again. */
  | { readonly outcome: 'refused'; readonly code: string }
  /** A payer has answered, and that is on record; `said` is its answer in one word. */
  | { readonly outcome: 'answered'; readonly said: string }
  /** There is no answer, for a reason in one word. */
  | { readonly outcome: 'unanswered'; readonly why: string; readonly mayPass: boolean };

/** What a command says beside the id of its aggregate and what is looked up for it. */
type Said<C> = Omit<C, 'issued' | 'occurredAt' | 'lateEntry' | 'referral' | `${string}Id`> & Partial<C>;

/** Has a command sent to an aggregate. Its key is the errand's id, so that it takes effect once however often it is sent. */
export const send = <C extends Command, Sent extends C, State, Event extends DomainEvent>(
  aggregate: Aggregate<C, State, Event>,
  id: string,
  command: CommandClass<Sent>,
  said: Said<Sent>,
): Decision => {
  const description = aggregate.commands.find((known) => known.command === (command as CommandClass));
  if (!description) throw new TypeError(`${command.name} is no command of ${aggregate.category}`);
  const body = said as Readonly<Record<string, unknown>>;
  return {
    decide: 'give',
    errand: { kind: 'command', category: aggregate.category, id, command: description.name, body },
  };
};

/** Has a payer asked, and its answer recorded. */
export const ask = (errand: PayerQuestion): Decision => ({ decide: 'give', errand });
