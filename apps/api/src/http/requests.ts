import type { CommandSource } from '@referral/eventsourcing';
import type { FastifyRequest } from 'fastify';
import type { Incoming } from '../commands/issue-command';
import { causationIdOf, correlationIdOf } from './correlation';
import type { Callers } from './caller';
import { commandIdOf, expectedRevisionOf } from './preconditions';

/** What every command takes from its request, whatever its route. */
export const issuingOf = (
  request: FastifyRequest,
  callers: Callers,
  channel: CommandSource['channel'] = 'api',
): Pick<Incoming, 'caller' | 'source' | 'commandId' | 'expectedRevision' | 'correlationId' | 'causationId'> => {
  const expectedRevision = expectedRevisionOf(request);
  const causationId = causationIdOf(request);
  return {
    caller: callers.of(request),
    source: { channel },
    commandId: commandIdOf(request),
    correlationId: correlationIdOf(request),
    ...(causationId === undefined ? {} : { causationId }),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  };
};
