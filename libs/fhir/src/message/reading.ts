import type { Entry } from './entry';
import type { Findings } from '../elements/findings';
import type { Message } from './message';

/** What every part of the reading of one message needs to know. */
export interface Reading {
  readonly tenantId: string;
  /** The server clock, ISO 8601. */
  readonly now: string;
  readonly message: Message;
  /** The message's resources by everything that a reference may call them. */
  readonly known: ReadonlyMap<string, readonly Entry[]>;
  readonly findings: Findings;
}

/** Starts the reading of a message. */
export const startReading = (
  message: Message,
  options: { readonly tenantId: string; readonly now: string },
  findings: Findings,
): Reading => {
  const known = new Map<string, Entry[]>();
  for (const entry of message.entries)
    for (const name of names(entry)) known.set(name, [...(known.get(name) ?? []), entry]);
  return { ...options, message, known, findings };
};

const names = ({ type, id, fullUrl }: Entry): ReadonlySet<string> =>
  new Set([fullUrl, id && `${type}/${id}`].filter((name) => name !== undefined));
