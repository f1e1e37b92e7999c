import { parseAccessControlList } from './access-control-list';
import type { AccessControlList } from './access-control-list';

/** Who may do what with streams that do not say so themselves. */
export interface DefaultLists {
  readonly userStreams: AccessControlList;
  /** Of streams whose names begin with `$`. */
  readonly systemStreams: AccessControlList;
}

/** The stream whose newest event changes the defaults: `{ "$userStreamAcl": {...}, "$systemStreamAcl": {...} }`. */
export const SETTINGS_STREAM = '$settings';

const everyRight = (who: string): AccessControlList => ({
  read: [who],
  write: [who],
  delete: [who],
  'read-metadata': [who],
  'write-metadata': [who],
});

/** As EventStoreDB 23.10 begins. */
const builtIn: DefaultLists = { userStreams: everyRight('$all'), systemStreams: everyRight('$admins') };

const parseObject = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

/** The defaults with what the settings change of them. */
export const defaultLists = (settings: string | undefined): DefaultLists => {
  if (settings === undefined) return builtIn;
  const { $userStreamAcl, $systemStreamAcl } = parseObject(settings);
  return {
    userStreams: { ...builtIn.userStreams, ...parseAccessControlList($userStreamAcl) },
    systemStreams: { ...builtIn.systemStreams, ...parseAccessControlList($systemStreamAcl) },
  };
};
