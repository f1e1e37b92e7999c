import { status } from '@grpc/grpc-js';
import type { GroupKey } from '../groups/group-key';
import type { RegistryOutcome } from '../groups/group-registry';
import { CallFailure } from './status';

const trailers = (exception: string, { source, group }: GroupKey): Readonly<Record<string, string>> => ({
  exception,
  'stream-name': source,
  'group-name': group,
});

const about = ({ source, group }: GroupKey): string => `Subscription group ${group} on stream ${source}`;

export const groupDoesNotExist = (key: GroupKey): CallFailure =>
  new CallFailure(
    status.NOT_FOUND,
    `${about(key)} does not exist.`,
    trailers('persistent-subscription-does-not-exist', key),
  );

export const groupDropped = (key: GroupKey): CallFailure =>
  new CallFailure(status.CANCELLED, `${about(key)} was dropped.`, trailers('persistent-subscription-dropped', key));

export const tooManySubscribers = (key: GroupKey): CallFailure =>
  new CallFailure(
    status.FAILED_PRECONDITION,
    `Maximum subscriptions reached for ${about(key)}.`,
    trailers('maximum-subscribers-reached', key),
  );

/** How a change ends that was refused; `undefined` when it was made. */
export const outcomeFailure = (key: GroupKey, outcome: RegistryOutcome): CallFailure | undefined => {
  if (outcome.kind === 'done') return undefined;
  if (outcome.kind === 'does-not-exist') return groupDoesNotExist(key);
  if (outcome.kind === 'exists')
    return new CallFailure(
      status.ALREADY_EXISTS,
      `${about(key)} exists.`,
      trailers('persistent-subscription-exists', key),
    );
  return new CallFailure(status.INTERNAL, `${about(key)} failed: '${outcome.reason}'`, {
    ...trailers('persistent-subscription-failed', key),
    reason: outcome.reason,
  });
};
