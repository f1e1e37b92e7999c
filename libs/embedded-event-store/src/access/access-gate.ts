import { decodeData } from '../encoding/recorded-event';
import type { EventStoreEngine } from '../engine/event-store-engine';
import type { Authenticator } from './authenticator';
import { defaultLists, SETTINGS_STREAM } from './default-lists';
import type { DefaultLists } from './default-lists';
import type { Gate } from './grants';
import { grantsOf } from './permissions';

const settingsOf = (engine: EventStoreEngine): string | undefined => {
  const query = {
    stream: SETTINGS_STREAM,
    direction: 'backwards',
    from: Number.POSITIVE_INFINITY,
    maxCount: 1,
  } as const;
  const found = engine.readStream(query);
  const [message] = found.kind === 'found' ? (found.pages.next() ?? []) : [];
  return message === undefined ? undefined : decodeData(message).toString();
};

/** Asks callers who they are, and lets them do what the lists of the streams say. */
export const accessGate = (engine: EventStoreEngine, authenticate: Authenticator): Gate => {
  let read = -1;
  let lists: DefaultLists = defaultLists(undefined);
  const defaults = (): DefaultLists => {
    const length = engine.streamLength(SETTINGS_STREAM);
    if (length !== read) lists = defaultLists(settingsOf(engine));
    read = length;
    return lists;
  };
  const rules = { listOf: engine.accessControlList, defaults };
  return async (authorization) => grantsOf(await authenticate(authorization), rules);
};
