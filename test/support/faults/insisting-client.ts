import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, client } from '../http';
import type { Acknowledged, Journal } from './journal';

/** Sends what it is given until it is answered, always under the same key, as a careful caller does. */
export interface InsistingClient {
  /** Answers the acknowledgement, or `null` when the command was refused for good. */
  readonly command: (path: string, body: object) => Promise<Acknowledged | null>;
  /** Reads once; what comes back is judged, not used. */
  readonly look: (path: string) => Promise<void>;
}

/** Statuses that tell a caller to come again with the same request, and those that are a last word. */
const again = [429, 503, 504];
const lastWord = [409, 412, 422];

/** Pause between two attempts, ms: a caller that does not wait keeps a system down. */
const BETWEEN_ATTEMPTS_MS = 200;

/** How long a caller insists at most; longer than any restart. */
const INSIST_MS = 60_000;

/** A client that writes into the journal what it was told. */
export const insistingClient = (url: string, journal: Journal): InsistingClient => {
  const api = client(url);
  const judge = (path: string, answer: Answer): void => {
    const wrong = defectOf(answer);
    if (wrong !== null) journal.dishonest.push(`${path}: ${wrong}: ${JSON.stringify(answer.body).slice(0, 500)}`);
  };
  const command = async (path: string, body: object): Promise<Acknowledged | null> => {
    const commandId = randomUUID();
    for (const end = Date.now() + INSIST_MS; Date.now() < end; journal.retries += 1) {
      const answer = await attempt(() => api.post(path, body, { 'idempotency-key': commandId }));
      if (answer) judge(path, answer);
      if (answer && answer.status < 300) {
        const { referralId, revision, position } = answer.body;
        const acknowledged: Acknowledged = { referralId, commandId, revision, position };
        journal.acknowledged.push(acknowledged);
        return acknowledged;
      }
      if (answer && !again.includes(answer.status)) {
        journal.refused.push(commandId);
        return null;
      }
      await pause(BETWEEN_ATTEMPTS_MS);
    }
    journal.dishonest.push(`${path}: no answer within ${String(INSIST_MS)} ms`);
    return null;
  };
  const look = async (path: string): Promise<void> => {
    const answer = await attempt(() => api.get(path));
    if (answer) judge(path, answer);
    else await pause(BETWEEN_ATTEMPTS_MS);
  };
  return { command, look };
};

/** `undefined` when the connection was refused or broke, or nothing came in time: the outcome is unknown. */
const attempt = async (send: () => Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await send();
  } catch {
    return undefined;
  }
};

/** What is wrong with an answer during a fault; `null` when it is one that a caller can rely on. */
const defectOf = ({ status, headers, body }: Answer): string | null => {
  if (status < 300) return null;
  if (!again.includes(status) && !lastWord.includes(status)) return `status ${String(status)}`;
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return 'not a problem document';
  if (status === 503 && headers.get('retry-after') === null) return '503 without Retry-After';
  return /\.[jt]s:\d+/.test(JSON.stringify(body)) ? 'a stack trace' : null;
};
