import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark';

/** The benchmarks that the command line asks for, or what to tell whoever asked for help or for something that is not there. */
export const chosen = (
  args: readonly string[],
  all: readonly Benchmark[],
): { readonly benchmarks: readonly Benchmark[] } | { readonly told: string; readonly code: 0 | 1 } => {
  try {
    const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' }, help: { type: 'boolean' } } });
    if (values.help === true) return { told: usage(all), code: 0 };
    if (values.only === undefined) return { benchmarks: all };
    const names = values.only.split(',');
    const unknown = names.filter((name) => !all.some((benchmark) => benchmark.name === name));
    if (unknown.length > 0) return { told: `There is no benchmark ${unknown.join(', ')}.\n\n${usage(all)}`, code: 1 };
    return { benchmarks: all.filter(({ name }) => names.includes(name)) };
  } catch (error) {
    return { told: `${error instanceof Error ? error.message : String(error)}\n\n${usage(all)}`, code: 1 };
  }
};

const usage = (all: readonly Benchmark[]): string =>
  [
    'npm run bench -- [--only NAME,NAME]',
    '',
    ...all.map(({ name, summary }) => `  ${name.padEnd(11)} ${summary}`),
    '',
    'Embedded stores are started in processes of their own; EVENTSTORE_URL and MONGODB_URL name others.',
  ].join('\n');
