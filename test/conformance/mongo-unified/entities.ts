import { MongoClient } from 'mongodb';
import type {
  ClientSession,
  Collection,
  CommandFailedEvent,
  CommandStartedEvent,
  CommandSucceededEvent,
  Db,
} from 'mongodb';
import { isJson } from './format';
import type { Json } from './format';

/** A command event a client has observed. */
export type CommandEvent = CommandStartedEvent | CommandSucceededEvent | CommandFailedEvent;

const eventNames: Readonly<Record<string, string>> = {
  commandStartedEvent: 'commandStarted',
  commandSucceededEvent: 'commandSucceeded',
  commandFailedEvent: 'commandFailed',
};

/** The clients, databases, collections and sessions of one test, by their ids. */
export class Entities {
  readonly all = new Map<string, unknown>();
  readonly events = new Map<string, { readonly type: string; readonly event: CommandEvent }[]>();
  private readonly clients: MongoClient[] = [];

  constructor(private readonly url: string) {}

  async create(specs: readonly Json[]): Promise<void> {
    for (const spec of specs) {
      const [[kind, options] = ['', {}]] = Object.entries(spec);
      if (!isJson(options)) continue;
      this.all.set(String(options['id']), await this.build(kind, options));
    }
  }

  client(id: unknown): MongoClient {
    return this.all.get(String(id)) as MongoClient;
  }

  collection(id: string): Collection {
    return this.all.get(id) as Collection;
  }

  database(id: string): Db {
    return this.all.get(id) as Db;
  }

  session(id: unknown): ClientSession {
    return this.all.get(String(id)) as ClientSession;
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.close()));
  }

  private build(kind: string, options: Json): unknown {
    switch (kind) {
      case 'client':
        return this.connect(options);
      case 'database':
        return this.client(options['client']).db(
          String(options['databaseName']),
          readOptions(options['databaseOptions']),
        );
      case 'collection':
        return this.database(String(options['database'])).collection(
          String(options['collectionName']),
          readOptions(options['collectionOptions']),
        );
      case 'session':
        return this.client(options['client']).startSession(readOptions(options['sessionOptions']));
      default:
        throw new Error(`entities of kind ${kind} are not known to this runner`);
    }
  }

  private async connect(options: Json): Promise<MongoClient> {
    const uriOptions = isJson(options['uriOptions']) ? options['uriOptions'] : {};
    const client = new MongoClient(this.url, { ...uriOptions, monitorCommands: true });
    const ignored = new Set([
      'configureFailPoint',
      ...(Array.isArray(options['ignoreCommandMonitoringEvents'])
        ? options['ignoreCommandMonitoringEvents'].map(String)
        : []),
    ]);
    const seen: { readonly type: string; readonly event: CommandEvent }[] = [];
    this.events.set(String(options['id']), seen);
    for (const type of Array.isArray(options['observeEvents']) ? options['observeEvents'].map(String) : []) {
      const name = eventNames[type];
      if (name !== undefined)
        client.on(name as 'commandStarted', (event) => {
          if (!ignored.has(event.commandName)) seen.push({ type, event });
        });
    }
    this.clients.push(client);
    return client.connect();
  }
}

/** Options as the driver takes them are options as the files write them. */
const readOptions = (options: unknown): object => (isJson(options) ? options : {});
