import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** One server-sent event: its `id`, its `event` and its parsed `data`. */
export interface SentEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Somebody who follows the feed, and comes back with Last-Event-ID whenever the stream breaks, as browsers do. */
export interface Follower {
  /** What came so far, over all connections, in the order in which it came. */
  readonly events: readonly SentEvent[];
  readonly heartbeats: () => number;
  readonly connections: () => number;
  readonly leave: () => Promise<void>;
}

/** Follows a feed from its beginning until told to leave. */
export const follow = (url: string): Follower => {
  const leaving = new AbortController();
  const events: SentEvent[] = [];
  let heartbeats = 0;
  let connections = 0;
  const take = (message: string): void => {
    const fields = new Map(
      message.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    const data = fields.get('data');
    if (data !== undefined)
      events.push({ id: fields.get('id') ?? '', type: fields.get('event') ?? '', data: JSON.parse(data) });
    else if (fields.get('') === 'heartbeat') heartbeats += 1;
  };
  const listen = async (): Promise<void> => {
    const last = events.at(-1)?.id;
    const headers = { accept: 'text/event-stream', ...(last !== undefined && { 'last-event-id': last }) };
    // No agent: a connection that is kept for later would outlive the test.
    const request = get(`${url}/api/v1/feed`, { headers, agent: false, signal: leaving.signal });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) {
      response.destroy();
      return;
    }
    connections += 1;
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const messages = `${text}${String(chunk)}`.split('\n\n');
      text = messages.pop() ?? '';
      messages.forEach(take);
    }
  };
  const following = (async () => {
    while (!leaving.signal.aborted) {
      await listen().catch(() => undefined);
      await pause(100, undefined, { signal: leaving.signal }).catch(() => undefined);
    }
  })();
  return {
    events,
    heartbeats: () => heartbeats,
    connections: () => connections,
    leave: () => {
      leaving.abort();
      return following;
    },
  };
};
