import { accessSync, constants, mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UnknownFormat } from './engine/storage/format';
import { FolderLocked, lockFolder } from './lock';
import { serve } from './wire/serve';

const usage = `A MongoDB-compatible node for one machine.

  --port N          port to listen on; 0 takes any free one (27017)
  --host ADDRESS    address to listen on (127.0.0.1)
  --data FOLDER     where the data is kept; made when missing (.data/mongo)
  --test-commands   offer fail points, for tests
  --help            this text
`;

type Flags = { readonly port: number; readonly host: string; readonly data: string; readonly testCommands: boolean };

/** Starts the node as a process of its own: prints one line when it accepts, stops cleanly on SIGTERM and SIGINT. */
export const run = async (argumentsGiven: readonly string[]): Promise<void> => {
  const flags = readFlags(argumentsGiven);
  if (!flags) return;
  try {
    await start(flags);
  } catch (error) {
    fail(explain(error, flags));
  }
};

const readFlags = (argumentsGiven: readonly string[]): Flags | undefined => {
  try {
    const { values } = parseArgs({
      args: [...argumentsGiven],
      options: {
        port: { type: 'string', default: '27017' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string', default: '.data/mongo' },
        'test-commands': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(usage);
      return undefined;
    }
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port`);
    return { port, host: values.host, data: values.data, testCommands: values['test-commands'] };
  } catch (error) {
    fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return undefined;
  }
};

const start = async ({ port, host, data, testCommands }: Flags): Promise<void> => {
  mkdirSync(data, { recursive: true });
  accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  const release = await lockFolder(data);
  const node = await serve({ dataFolder: data, host, port, testCommands, log: report });
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    node.stop().then(
      () => {
        release();
        process.exit(0);
      },
      (error: unknown) => {
        fail(String(error));
      },
    );
  };
  process.on('SIGTERM', stop);
  if (process.channel) {
    // Kept running by another process: that one hears of a Ctrl-C as well and ends all in order, and its own end is the end of this one.
    process.on('SIGINT', () => undefined).once('disconnect', stop);
    process.channel.unref();
  } else process.on('SIGINT', stop);
  process.stdout.write(
    `ready mongodb://${host.includes(':') ? `[${host}]` : host}:${node.port}/?replicaSet=rs0&directConnection=true\n`,
  );
};

const report = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

const explain = (error: unknown, { port, host, data }: Flags): string => {
  if (error instanceof FolderLocked)
    return `The data folder ${data} is in use by another node. Stop that one, or give another folder with --data.`;
  if (error instanceof UnknownFormat)
    return `The data folder ${data} has format ${String(error.format)}, which this version does not know. Use the version that wrote it, or give another folder with --data.`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken. Stop what listens there, or give another port with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `The address ${host} is not one of this machine. Give another with --host.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `The data folder ${data} cannot be written (or port ${port} is reserved). Give another with --data.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${data} is not a folder. Give another with --data.`;
  return `The node could not start: ${error instanceof Error ? error.message : String(error)}`;
};

const fail = (message: string): void => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};
