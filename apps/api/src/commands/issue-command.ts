import { createHash } from 'node:crypto';
import { derivedId, type CommandResult } from '@referral/event-store';
import type { Aggregate, Command, CommandDescription, CommandSource, Issuance } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Clock } from '@referral/runtime';
import canonicalize from 'canonicalize';
import type { Caller } from '../http/caller';
import { validated } from '../http/validated';
import { CLOCK } from '../parts';
import type { Delivered, Delivery } from './delivery';
import { Preparations } from './preparations';

/** A command as it came in, before anything is believed. */
export interface Incoming {
  readonly aggregate: Aggregate;
  readonly description: CommandDescription;
  /** Id of the instance, from the path; absent for a command that creates one. */
  readonly id?: string;
  readonly body: unknown;
  readonly caller: Caller;
  readonly source: CommandSource;
  readonly commandId: string;
  readonly expectedRevision?: bigint;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** Takes a command from the edge to its handler: checks its shape, fills in what the caller may not or need not say, sends it. */
@Injectable()
export class IssueCommand {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Preparations) private readonly preparations: Preparations,
  ) {}

  /** The answer is durable: it is given after the store has acknowledged the events. */
  async issue(incoming: Incoming): Promise<CommandResult> {
    const command = this.issued(incoming);
    const prepared = await this.preparations.prepare(command);
    const handling = this.bus.execute<Delivered, CommandResult>(prepared.command);
    return prepared.judge ? prepared.judge(handling) : handling;
  }

  private issued({ aggregate, description, id, body, caller, ...incoming }: Incoming): Delivered {
    const told = body ?? {};
    const command: Command = validated(description.command, told, `The body of ${description.name}`);
    const recordedAt = this.clock();
    const given: Partial<Command> = command;
    const occurredAt = given.occurredAt ?? recordedAt;
    const delivery: Delivery = {
      commandId: incoming.commandId,
      commandHash: hashOf(description.name, id, told),
      correlationId: incoming.correlationId,
      causationId: incoming.causationId ?? incoming.commandId,
      ...(incoming.expectedRevision === undefined ? {} : { expectedRevision: incoming.expectedRevision }),
    };
    const issued: Issuance = { tenantId: caller.tenantId, actor: caller.actor, source: incoming.source, recordedAt };
    const derive = (field: string) => derivedId(caller.tenantId, incoming.commandId, field);
    const ids = [
      ...absentIds(command, description).map((field) => [field, derive(field)] as const),
      [aggregate.idField, id ?? derive(aggregate.idField)] as const,
    ];
    return Object.assign<
      Command,
      Readonly<Record<string, string>>,
      Pick<Delivered, 'occurredAt' | 'issued' | 'delivery'>
    >(command, Object.fromEntries(ids), { occurredAt, issued, delivery });
  }
}

/** Ids that the caller may leave out and did; they are made from the key, so that the same command again makes the same ones. */
const absentIds = (command: Command, { generatedIds }: CommandDescription): readonly string[] => {
  const given = new Map(Object.entries(command).filter(([, value]) => value !== undefined));
  return generatedIds.filter((field) => !given.has(field));
};

/** SHA-256 (hex) of what a command asks, however its JSON was written. */
const hashOf = (name: string, id: string | undefined, body: object): string =>
  createHash('sha256')
    .update(canonicalize({ name, id: id ?? null, body }) ?? '')
    .digest('hex');
