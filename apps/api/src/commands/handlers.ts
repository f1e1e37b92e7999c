import { CommandRunner, type CommandResult } from '@referral/event-store';
import type { Aggregate, CommandClass } from '@referral/eventsourcing';
import type { Provider } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Delivered } from './delivery';

/** One handler on the command bus for each command of an aggregate. All do the same: the rule is in the command's own file. */
export const handlersOf = (aggregate: Aggregate): Provider[] =>
  aggregate.commands.map(({ name, command }) => ({
    provide: `${name}Handler`,
    inject: [CommandRunner],
    useFactory: (runner: CommandRunner) => handlerOf(aggregate, command, runner),
  }));

const handlerOf = (aggregate: Aggregate, type: CommandClass, runner: CommandRunner): ICommandHandler => {
  class Handler implements ICommandHandler<Delivered> {
    execute(command: Delivered): Promise<CommandResult> {
      return runner.run(aggregate, command, command.delivery);
    }
  }
  CommandHandler(type)(Handler);
  return new Handler();
};
