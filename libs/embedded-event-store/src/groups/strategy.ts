import { crc32 } from 'node:zlib';
import { hasRoom } from './consumer';
import type { Membership } from './consumer';
import { pinName } from './group-message';
import type { GroupMessage } from './group-message';
import type { ConsumerStrategy } from './group-settings';

/** Chooses who gets a message; `undefined` when it has to wait. */
export type ChooseConsumer = (members: readonly Membership[], message: GroupMessage) => Membership | undefined;

const roundRobin = (): ChooseConsumer => {
  let turn = 0;
  return (members) => {
    const start = turn % Math.max(1, members.length);
    const inTurn = [...members.slice(start), ...members.slice(0, start)];
    const chosen = inTurn.find(hasRoom);
    if (chosen !== undefined) turn = members.indexOf(chosen) + 1;
    return chosen;
  };
};

const first: ChooseConsumer = (members) => members.find(hasRoom);

const pinned =
  (byCorrelation: boolean): ChooseConsumer =>
  (members, message) => {
    const member = members[crc32(pinName(message, byCorrelation)) % Math.max(1, members.length)];
    return member !== undefined && hasRoom(member) ? member : undefined;
  };

/** Whether a message that has to wait for its consumer may be overtaken by those of others. */
export const isPinned = (strategy: ConsumerStrategy): boolean =>
  strategy === 'Pinned' || strategy === 'PinnedByCorrelation';

export const createStrategy = (strategy: ConsumerStrategy): ChooseConsumer => {
  if (strategy === 'RoundRobin') return roundRobin();
  return isPinned(strategy) ? pinned(strategy === 'PinnedByCorrelation') : first;
};
