import { ALL, checkpointStream } from './group-key';
import type { GroupKey } from './group-key';
import type { GroupSettings } from './group-settings';
import type { OwnStreams } from './own-streams';

/** How far a group is, as it is written down. */
export interface GroupProgress {
  /** The revision or position that was written last; `undefined` when none was. */
  readonly written: () => number | undefined;
  /** Notes that some messages were dealt with, and how far that brought the group; writes it when it is time. */
  readonly advance: (place: number, messages: number) => void;
  /** Writes what is due after the time that the settings say. */
  readonly onTimer: () => void;
}

/** `12` for a stream, `C:12/P:12` for everything. */
export const placeText = (source: string, place: number): string =>
  source === ALL ? `C:${place}/P:${place}` : String(place);

const parsePlace = (data: string): number | undefined => {
  const digits = /^"(?:C:)?(\d+)/.exec(data)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

export const createProgress = (own: OwnStreams, key: GroupKey, settings: GroupSettings): GroupProgress => {
  const stream = checkpointStream(key);
  const stored = own.last(stream);
  let written = stored === undefined ? undefined : parsePlace(stored);
  let place = written ?? -1;
  let since = 0;
  let isWriting = false;

  const write = async (): Promise<void> => {
    if (isWriting || place <= (written ?? -1)) return;
    const target = place;
    isWriting = true;
    since = 0;
    try {
      await own.append(stream, '$SubscriptionCheckpoint', JSON.stringify(placeText(key.source, target)));
      written = target;
    } finally {
      isWriting = false;
    }
    if (since >= settings.maxCheckpointCount) await write();
  };

  /** A writer that has stopped is told of elsewhere; progress that is not written is made again. */
  const tryWrite = (): void => {
    write().catch(() => undefined);
  };

  return {
    written: () => written,
    advance: (to, messages) => {
      place = Math.max(place, to);
      since += messages;
      if (since >= settings.maxCheckpointCount) tryWrite();
    },
    onTimer: () => {
      if (since >= settings.minCheckpointCount) tryWrite();
    },
  };
};
