import { EventStoreDBClient } from '@eventstore/db-client';
import { pause } from '../within';
import { forgetLateReplies, tolerateLateReplies } from './late-replies';

/** How long the streams of a client may take to end before its successor is used anyway, ms. */
const farewell = 1_000;

/** The client that appends. It is replaced as a whole when it can no longer be trusted. */
export class WritingClient {
  private client: EventStoreDBClient;
  private replacing: Promise<void> | null = null;

  constructor(private readonly connectionString: string) {
    this.client = connect(connectionString);
    tolerateLateReplies(this);
  }

  /** The client to use now. While an old one is sent away its dying streams still reject the appends of all, so that is waited for. */
  async use(): Promise<EventStoreDBClient> {
    while (this.replacing) await this.replacing;
    return this.client;
  }

  /** Replaces the client, unless that happened since `failed` was in use. */
  replace(failed: EventStoreDBClient = this.client): void {
    if (failed !== this.client) return;
    this.client = connect(this.connectionString);
    const replacing = dismiss(failed).finally(() => {
      if (this.replacing === replacing) this.replacing = null;
    });
    this.replacing = replacing;
  }

  async close(): Promise<void> {
    forgetLateReplies(this);
    await dismiss(this.client);
  }
}

/** A client that throws on wrong revisions: without, it reports a made-up revision (always 1). */
export const connect = (connectionString: string): EventStoreDBClient => {
  if (/[?&]throwOnAppendFailure=false/i.test(connectionString))
    throw new TypeError('EVENTSTORE_URL must not say throwOnAppendFailure=false');
  return EventStoreDBClient.connectionString(connectionString);
};

/** Ends the streams of a client and, which it never does by itself, closes its connection. */
export const dismiss = async (client: EventStoreDBClient): Promise<void> => {
  const left = new AbortController();
  await Promise.race([client.dispose(), pause(farewell, left.signal)]).finally(() => left.abort());
  const { getChannel } = client as unknown as { getChannel?: () => Promise<{ close: () => void }> };
  const channel = await getChannel?.().catch(() => undefined);
  channel?.close();
};
