import { isMetastream, originalOf } from '../engine/stream-metadata';
import type { AccessControlList, Right } from './access-control-list';
import type { DefaultLists } from './default-lists';
import { AccessDenied } from './grants';
import type { Grants } from './grants';

/** Somebody who calls; without a name nobody knows who. */
export interface Caller {
  readonly name: string | undefined;
  readonly groups: readonly string[];
}

/** What decides who may do what. */
export interface Rules {
  readonly listOf: (stream: string) => AccessControlList | undefined;
  readonly defaults: () => DefaultLists;
}

/** May do everything, and is in no list. */
const ADMINS = '$admins';
const OPERATORS = '$ops';
const EVERYBODY = '$all';

const rightOnMetadata: Readonly<Record<'read' | 'write' | 'delete', Right>> = {
  read: 'read-metadata',
  write: 'write-metadata',
  delete: 'write-metadata',
};

const isOneOf = ({ name, groups }: Caller, who: readonly string[]): boolean =>
  who.some((one) => one === EVERYBODY || (name !== undefined && (one === name || groups.includes(one))));

const whoMay = ({ listOf, defaults }: Rules, right: Right, stream: string): readonly string[] => {
  const { userStreams, systemStreams } = defaults();
  return listOf(stream)?.[right] ?? (stream.startsWith('$') ? systemStreams : userStreams)[right] ?? [];
};

/** What a caller may do by the lists of the streams. A metastream is governed by the list of the stream that it is about. */
export const grantsOf = (caller: Caller, rules: Rules): Grants => {
  const { name, groups } = caller;
  const isAdmin = name !== undefined && groups.includes(ADMINS);
  const may = (right: 'read' | 'write' | 'delete', stream: string): boolean =>
    isMetastream(stream)
      ? isOneOf(caller, whoMay(rules, rightOnMetadata[right], originalOf(stream)))
      : isOneOf(caller, whoMay(rules, right, stream));
  return {
    name,
    require: (right, stream) => {
      if (!isAdmin && !may(right, stream)) throw new AccessDenied(`${name ?? 'Nobody'} may not ${right} ${stream}.`);
    },
    requireOperator: () => {
      if (!isAdmin && !groups.includes(OPERATORS)) throw new AccessDenied('Only operators may do that.');
    },
    requireName: () => {
      if (name === undefined) throw new AccessDenied('Only users may do that.');
    },
  };
};
