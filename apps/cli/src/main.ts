import 'reflect-metadata';
import { ConfigurationError } from '@referral/runtime';
import { parked, parkedHelp } from './parked';
import { rebuild, rebuildHelp } from './rebuild';
import { UsageError } from './usage';
import { verify, verifyHelp } from './verify';

const commands: Readonly<
  Record<string, { readonly run: (args: readonly string[]) => Promise<number>; readonly help: string }>
> = {
  parked: { run: parked, help: parkedHelp },
  rebuild: { run: rebuild, help: rebuildHelp },
  verify: { run: verify, help: verifyHelp },
};

/** What is wrong in one line where it is the caller's to mend, with its stack where it is ours. */
const explain = (error: unknown): string => {
  if (error instanceof UsageError || error instanceof ConfigurationError) return error.message;
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (!command) throw new UsageError(`There is ${Object.keys(commands).join(', ')}.`);
  if (args.includes('--help')) console.log(command.help);
  else process.exitCode = await command.run(args);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 2;
}
