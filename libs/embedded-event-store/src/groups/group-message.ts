import { correlationIdOf } from '../encoding/correlation-id';
import { decodeData, decodeHeader, decodeMetadata } from '../encoding/recorded-event';
import type { EventStoreEngine } from '../engine/event-store-engine';

/** Something that a group has to deal with. */
export interface GroupMessage {
  /** What a consumer answers by: the id of the event, or of the link that led to it. */
  readonly id: string;
  /** The stored event that the consumer gets; absent when a link leads nowhere. */
  readonly event: Buffer | undefined;
  /** The link that led to it. */
  readonly link: Buffer | undefined;
  /** Revision or position in the source; `undefined` for a message that was parked before. */
  readonly place: number | undefined;
  /** How far the group is when everything before this message is dealt with. */
  readonly before: number;
  /** How often it was sent again. */
  readonly retryCount: number;
}

/** Wraps a stored event, following it where the group follows links, or where it is a link to a parked message. */
export const groupMessage = (
  engine: EventStoreEngine,
  message: Buffer,
  followLink: boolean,
  place: number | undefined,
  before: number,
): GroupMessage => {
  const { id } = decodeHeader(message);
  const resolution = followLink ? engine.resolveLink(message) : { kind: 'no-link' as const };
  return resolution.kind === 'link'
    ? { id, event: resolution.target, link: message, place, before, retryCount: 0 }
    : { id, event: message, link: undefined, place, before, retryCount: 0 };
};

/** The text of a link to the event that a message carries. */
export const linkText = ({ event, link }: GroupMessage): string => {
  if (event === undefined) return link === undefined ? '' : decodeData(link).toString();
  const { revision, stream } = decodeHeader(event);
  return `${revision}@${stream}`;
};

const LINK = '$>';

/** The stream that a message is from; of a link that is not followed, the one that it leads to. */
const streamOf = (stored: Buffer): string => {
  const { stream, type } = decodeHeader(stored);
  return type === LINK
    ? decodeData(stored)
        .toString()
        .replace(/^[^@]*@/, '')
    : stream;
};

/** The name that pins a message to a consumer: its stream, or its correlation id where that is asked for and there is one. */
export const pinName = ({ event, link }: GroupMessage, byCorrelation: boolean): string => {
  const stored = event ?? link;
  if (stored === undefined) return '';
  return (byCorrelation ? correlationIdOf(decodeMetadata(stored)) : undefined) ?? streamOf(stored);
};
