import type { LogPosition } from '@referral/eventsourcing';
import { readPositionKey } from '@referral/read-models';
import { BadRequest } from './problem';

/** A log position as clients see it: a decimal number, to be given back as it is. */
export const positionToken = ({ commit }: LogPosition): string => commit.toString();

/** The position that a token stands for. Throws BadRequest. */
export const readPositionToken = (token: string, name: string): LogPosition => {
  if (!/^\d{1,19}$/.test(token)) throw new BadRequest(`${name} must be a position as an answer gave it, such as 48213`);
  const number = BigInt(token);
  return { commit: number, prepare: number };
};

/** The position of a row of a read model, as clients see it. */
export const positionOfRow = (key: string): string => {
  const position = readPositionKey(key);
  return position === null ? key : positionToken(position);
};
