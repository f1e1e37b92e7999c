import type { Aggregate, CommandDescription } from '@referral/eventsourcing';
import { Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from '../http/caller';
import { etag } from '../http/preconditions';
import { issuingOf } from '../http/requests';
import { answerOf, type CommandAnswer } from './command-answer';
import { documentCommand } from './command-documentation';
import { commandPath } from '@referral/aggregates';
import { IssueCommand } from './issue-command';

/**
 * The routes of an aggregate, one for each of its commands: `POST /<collection>` for the one that creates, and
 * `POST /<collection>/{id}/{command-in-kebab-case}` for the others. There is nothing to write by hand for a new command.
 */
export const commandController = (aggregate: Aggregate): Type => {
  class Commands {
    constructor(
      readonly issueCommand: IssueCommand,
      readonly callers: Callers,
    ) {}
  }
  const { collection, commands } = aggregate;
  for (const description of commands) addRoute(Commands, aggregate, description);
  Inject(IssueCommand)(Commands, undefined, 0);
  Inject(Callers)(Commands, undefined, 1);
  Controller(collection)(Commands);
  Object.defineProperty(Commands, 'name', { value: `${collection}Commands` });
  return Commands;
};

interface Host {
  readonly prototype: object;
}
interface Route {
  readonly issueCommand: IssueCommand;
  readonly callers: Callers;
}

const addRoute = (host: Host, aggregate: Aggregate, description: CommandDescription): void => {
  const { name, creates } = description;
  const descriptor: PropertyDescriptor = {
    configurable: true,
    async value(this: Route, request: FastifyRequest, reply: FastifyReply): Promise<CommandAnswer> {
      const id = (request.params as Readonly<Record<string, string>>)[aggregate.idField];
      const handled = await this.issueCommand.issue({
        aggregate,
        description,
        body: request.body,
        ...issuingOf(request, this.callers),
        ...(id === undefined ? {} : { id }),
      });
      if (creates) void reply.header('location', `/api/v1/${aggregate.collection}/${handled.id}`);
      void reply.status(creates ? 201 : 200).header('etag', etag(handled.revision));
      return answerOf(aggregate.idField, handled);
    },
  };
  Object.defineProperty(host.prototype, name, descriptor);
  Req()(host.prototype, name, 0);
  Res({ passthrough: true })(host.prototype, name, 1);
  Post(commandPath(aggregate, description))(host.prototype, name, descriptor);
  documentCommand(host.prototype, descriptor, aggregate, description);
};
