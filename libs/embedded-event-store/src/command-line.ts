import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { UpkeepCommand } from './control/upkeep';
import type { UsersCommand } from './users/users-command';

/** How the node is to run. */
export interface RunCommand {
  readonly host: string;
  readonly port: number;
  readonly folder: string;
  readonly projections: boolean;
  /** TLS: with the certificate and the key in these files, or with a certificate of its own. */
  readonly tls: { readonly certificate?: string; readonly key?: string } | undefined;
  /** Whether callers must say who they are, and access control lists count. */
  readonly users: boolean;
}

/** What the process was asked for. */
export type CommandLine =
  | ({ readonly kind: 'run' } & RunCommand)
  | { readonly kind: 'upkeep'; readonly command: UpkeepCommand }
  | { readonly kind: 'users'; readonly command: UsersCommand }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const usage = `An event store that speaks EventStoreDB's protocol, for one machine.

  event-store [--port NUMBER] [--host ADDRESS] [--data FOLDER] [--projections] [--tls] [--users]
  event-store stats|verify|scavenge [--data FOLDER]
  event-store backup [--data FOLDER] --to BACKUP
  event-store restore --data BACKUP --to FOLDER
  event-store users list|add|password|remove [NAME] [--groups GROUP,GROUP] [--data FOLDER]

  --port   port to listen at, 0 for any that is free (default 2113)
  --host   address to listen at (default 127.0.0.1)
  --data   folder of the data, made when it is not there (default .data/event-store)
  --help   this text
  --projections   keep links by category, event type, stream and correlation ($ce-, $et-, $streams, $bc-)
  --tls           answer over TLS only, with a certificate of its own that is kept in the data folder
  --tls-cert, --tls-key   files of another certificate (PEM, with its chain) and of its key
  --users         ask callers who they are, and honour access control lists; needs --tls

The first form prints \`ready esdb://HOST:PORT?tls=...\` when it answers calls; SIGTERM or SIGINT ends it. The others work on a
folder whether a node runs on it or not. \`users add\` and \`users password\` read the password from the first line of stdin.
`;

const options = {
  port: { type: 'string', default: '2113' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: '.data/event-store' },
  to: { type: 'string' },
  groups: { type: 'string' },
  projections: { type: 'boolean', default: false },
  tls: { type: 'boolean', default: false },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  users: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const HIGHEST_PORT = 65_535;

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, strict: true, allowPositionals: true });

type Values = ReturnType<typeof parse>['values'];

const wrong = (reason: string): CommandLine => ({ kind: 'wrong', reason });

const runCommand = (values: Values): CommandLine => {
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > HIGHEST_PORT)
    return wrong(`--port takes a number from 0 to ${HIGHEST_PORT}, not '${values.port}'.`);
  const { 'tls-cert': certificate, 'tls-key': key, host, data: folder, projections, users } = values;
  if ((certificate === undefined) !== (key === undefined)) return wrong('--tls-cert and --tls-key go together.');
  const given = certificate !== undefined && key !== undefined ? { certificate, key } : undefined;
  const tls = given ?? (values.tls ? {} : undefined);
  if (users && tls === undefined) return wrong('--users needs --tls: clients send no credentials without it.');
  return { kind: 'run', host, port, folder, projections, tls, users };
};

const usersCommand = ([what, name, ...more]: readonly string[], { data: folder, groups }: Values): CommandLine => {
  if (more.length > 0) return wrong(`'${more.join(' ')}' is too much.`);
  if (what === 'list') return { kind: 'users', command: { kind: what, folder } };
  if (what !== 'add' && what !== 'password' && what !== 'remove') return wrong('users list, add, password or remove.');
  if (name === undefined) return wrong(`users ${what} takes a name.`);
  if (what !== 'add') return { kind: 'users', command: { kind: what, folder, name } };
  return { kind: 'users', command: { kind: what, folder, name, groups: groups?.split(',') } };
};

const upkeepCommand = (kind: string, { data: folder, to }: Values): CommandLine => {
  if (kind === 'stats' || kind === 'scavenge' || kind === 'verify')
    return { kind: 'upkeep', command: { kind: 'ask', folder, request: { ask: kind } } };
  if (kind !== 'backup' && kind !== 'restore') return wrong(`There is no command '${kind}'.`);
  if (to === undefined) return wrong(`${kind} needs --to.`);
  if (kind === 'restore') return { kind: 'upkeep', command: { kind, folder, to } };
  return { kind: 'upkeep', command: { kind: 'ask', folder, request: { ask: kind, to: resolve(to) } } };
};

export const readCommandLine = (args: readonly string[]): CommandLine => {
  try {
    const { values, positionals } = parse(args);
    const [command, ...rest] = positionals;
    if (values.help) return { kind: 'help' };
    if (command === undefined) return runCommand(values);
    if (command === 'users') return usersCommand(rest, values);
    return rest.length > 0 ? wrong(`'${rest.join(' ')}' is too much.`) : upkeepCommand(command, values);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
};
