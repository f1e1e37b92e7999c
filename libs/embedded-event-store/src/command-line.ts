import { parseArgs } from 'node:util';

/** What the process was asked for. */
export type CommandLine =
  | {
      readonly kind: 'run';
      readonly host: string;
      readonly port: number;
      readonly folder: string;
      readonly projections: boolean;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const usage = `An event store that speaks EventStoreDB's protocol, for one machine.

  event-store [--port NUMBER] [--host ADDRESS] [--data FOLDER] [--projections]

  --port   port to listen at, 0 for any that is free (default 2113)
  --host   address to listen at (default 127.0.0.1)
  --data   folder of the data, made when it is not there (default .data/event-store)
  --help   this text
  --projections   keep links by category, event type, stream and correlation ($ce-, $et-, $streams, $bc-)

Prints \`ready esdb://HOST:PORT?tls=false\` when it answers calls. SIGTERM or SIGINT ends it.
`;

const options = {
  port: { type: 'string', default: '2113' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: '.data/event-store' },
  projections: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const HIGHEST_PORT = 65_535;

export const readCommandLine = (args: readonly string[]): CommandLine => {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    if (values.help) return { kind: 'help' };
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > HIGHEST_PORT)
      return { kind: 'wrong', reason: `--port takes a number from 0 to ${HIGHEST_PORT}, not '${values.port}'.` };
    return { kind: 'run', host: values.host, port, folder: values.data, projections: values.projections };
  } catch (error) {
    return { kind: 'wrong', reason: error instanceof Error ? error.message : String(error) };
  }
};
