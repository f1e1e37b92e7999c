import { type LogPosition, positionKey, readPositionKey } from '@referral/eventsourcing';
import { BadRequest } from './problem';

/** A log position as clients see it: a decimal number, to be given back as it is. */
export const positionToken = ({ commit }: LogPosition): string => commit.toString();

/** The position that a token stands for. Throws BadRequest. */
export const readPositionToken = (token: string, name: string): LogPosition => {
  if (!/^\d{1,19}$/.test(token)) throw new BadRequest(`${name} must be a position as an answer gave it, such as 48213`);
  const number = BigInt(token);
  return { commit: number, prepare: number };
};

/** The place of a row as clients see it: a decimal number, or longer text for one that was taken in late. Both can stand in a URL. */
export const rowToken = (key: string): string => {
  const position = readPositionKey(key);
  return position === null ? key.replaceAll('+', '~') : positionToken(position);
};

/** The key of the row that a token stands for. Throws BadRequest. */
export const readRowToken = (token: string, name: string): string => {
  if (/^\d{1,19}$/.test(token)) return positionKey(readPositionToken(token, name));
  const key = token.replaceAll('~', '+');
  if (!/^\d{20}-\d{20}\+[\w.:-]{1,40}\+\d{20}-\d{20}$/.test(key))
    throw new BadRequest(`${name} must be a position as an answer gave it, such as 48213`);
  return key;
};
