import { randomUUID } from 'node:crypto';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Grants } from '../access/grants';
import type { GroupRegistry } from '../groups/group-registry';
import type { Participation } from '../groups/persistent-group';
import { failureOf } from './failure-of';
import { groupDoesNotExist, groupDropped, tooManySubscribers } from './group-failures';
import { decodeConsumerPart, groupConfirmation, groupEvent } from './messages/group-read';
import type { ConsumerPart } from './messages/group-read';
import { outgoingCall } from './outgoing-call';
import { invalidArgument } from './status';

/** Answers a consumer for as long as it takes part: messages to it, what it did with them from it. */
export const serveConsumer =
  (registry: GroupRegistry) =>
  (call: ServerDuplexStream<Buffer, Buffer>, grants: Grants): void => {
    const outgoing = outgoingCall(call);
    let participation: Participation | undefined;
    const fail = (error: unknown): void => {
      if (outgoing.isOpen()) call.emit('error', failureOf(error));
    };

    const join = ({ key, slots }: ConsumerPart & { kind: 'join' }): void => {
      grants.require('read', key.source);
      const group = registry.find(key);
      if (group === undefined) throw groupDoesNotExist(key);
      participation = group.join({
        slots,
        from: call.getPeer(),
        send: (message) => outgoing.write(groupEvent(message)),
        drop: () => {
          fail(groupDropped(key));
        },
      });
      if (participation === undefined) throw tooManySubscribers(key);
      outgoing.write(groupConfirmation(randomUUID()));
      outgoing.onClose(participation.leave);
    };

    const take = (part: ConsumerPart): void => {
      if (part.kind === 'join') {
        if (participation !== undefined) throw invalidArgument('A consumer joins one group.');
        join(part);
      } else if (participation === undefined) throw invalidArgument('A consumer joins a group first.');
      else if (part.kind === 'acknowledge') participation.acknowledge(part.ids);
      else if (part.kind === 'refuse') participation.refuse(part.ids, part.how, part.reason);
    };

    call.on('data', (message: Buffer) => {
      try {
        take(decodeConsumerPart(message));
      } catch (error) {
        fail(error);
      }
    });
    call.on('end', () => {
      participation?.leave();
      call.end();
    });
  };
