import { parseArgs } from 'node:util';
import { isScenarioName, type ScenarioName, scenarioNames, scenarios } from './scenarios';

/** What `--help` prints. */
export const usage = `A simulated payer for one machine: answers X12 270 and 278 documents that are posted to it.

  --port N             port to listen on; 0 takes any free one (4010)
  --default NAME       scenario of members whose id begins with no scenario's name (ACTIVE)
  --slow-ms N          delay of the scenario SLOW (5000)
  --pend-ms N          age at which a pended case is decided (60000)
  --pend-inquiries N   inquiry with which a pended case is decided before that (2)
  --help               this text

Scenarios, by the beginning of the member's id:

${Object.entries(scenarios)
  .map(([name, { summary }]) => `  ${name.padEnd(13)}${summary}`)
  .join('\n')}
`;

/** The command line, read. */
export interface Flags {
  readonly port: number;
  readonly otherwise: ScenarioName;
  readonly slowMs: number;
  readonly pendMs: number;
  readonly pendInquiries: number;
}

/** The command line cannot be understood; the message says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the command line; `undefined` when help is asked for. Throws a UsageError. */
export const readFlags = (argumentsGiven: readonly string[]): Flags | undefined => {
  const values = parsed(argumentsGiven);
  if (values.help) return undefined;
  const otherwise = values.default.toUpperCase();
  if (!isScenarioName(otherwise)) throw new UsageError(`--default is one of ${scenarioNames.join(', ')}.`);
  return {
    port: number('--port', values.port, 65_535),
    otherwise,
    slowMs: number('--slow-ms', values['slow-ms'], 3_600_000),
    pendMs: number('--pend-ms', values['pend-ms'], Number.MAX_SAFE_INTEGER),
    pendInquiries: number('--pend-inquiries', values['pend-inquiries'], 1_000_000),
  };
};

const text = (value: string) => ({ type: 'string', default: value }) as const;

const parsed = (argumentsGiven: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argumentsGiven],
      options: {
        port: text('4010'),
        default: text('ACTIVE'),
        'slow-ms': text('5000'),
        'pend-ms': text('60000'),
        'pend-inquiries': text('2'),
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
};

const number = (flag: string, value: string, atMost: number): number => {
  const read = Number(value);
  if (!/^\d+$/.test(value) || read > atMost) throw new UsageError(`${flag} is a number from 0 to ${atMost}.`);
  return read;
};
