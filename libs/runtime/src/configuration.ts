import { plainToInstance } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Addresses that only programs of this machine can reach. */
const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Settings that are numbers. */
const numbers = ['PORT', 'REACTOR_PORT', 'CLOSE_AFTER_BUSINESS_DAYS', 'PAYER_TIMEOUT_MS', 'FEED_HEARTBEAT_MS'] as const;

/** What the processes are told by environment variables; each has a default that works on one machine. */
export class Configuration {
  /** Connection string of EventStoreDB. */
  @Matches(/^esdb(\+discover)?:\/\//, { message: 'EVENTSTORE_URL must start with esdb:// or esdb+discover://' })
  readonly EVENTSTORE_URL: string = 'esdb://127.0.0.1:2113?tls=false';

  /** Connection string of MongoDB; a replica set, because the projector needs transactions. */
  @Matches(/^mongodb(\+srv)?:\/\//, { message: 'MONGODB_URL must start with mongodb:// or mongodb+srv://' })
  readonly MONGODB_URL: string = 'mongodb://127.0.0.1:27017/?replicaSet=rs0&directConnection=true';

  /** MongoDB database of the read models. */
  @Matches(/^[A-Za-z0-9_-]{1,50}$/, { message: 'MONGODB_DATABASE must be 1 to 50 letters, digits, _ or -' })
  readonly MONGODB_DATABASE: string = 'referral_ledger';

  /** Port of the HTTP interface; 0 takes any free one. */
  @IsInt({ message: 'PORT must be a number' })
  @Min(0, { message: 'PORT must be 0 to 65535' })
  @Max(65_535, { message: 'PORT must be 0 to 65535' })
  readonly PORT: number = 3000;

  /** Address that the HTTP interface listens on. */
  @IsString()
  readonly HOST: string = '127.0.0.1';

  /** Where the HTTP interface is, for the processes that issue commands. */
  @Matches(/^https?:\/\//, { message: 'API_URL must start with http:// or https://' })
  readonly API_URL: string = 'http://127.0.0.1:3000';

  /** Port on which the reactor tells how it stands; 0 takes any free one. */
  @IsInt({ message: 'REACTOR_PORT must be a number' })
  @Min(0, { message: 'REACTOR_PORT must be 0 to 65535' })
  @Max(65_535, { message: 'REACTOR_PORT must be 0 to 65535' })
  readonly REACTOR_PORT: number = 0;

  /** Folder of everything that this machine keeps: embedded stores, keys, anchors. */
  @IsString()
  readonly DATA_DIR: string = '.data';

  @IsIn(logLevels, { message: `LOG_LEVEL must be one of ${logLevels.join(', ')}` })
  readonly LOG_LEVEL: (typeof logLevels)[number] = 'info';

  /** `1` lets the caller be told by headers although others than this machine can reach the port. */
  @IsOptional()
  @IsIn(['1'], { message: 'INSECURE_TRUST_HEADERS is 1 or absent' })
  readonly INSECURE_TRUST_HEADERS?: '1';

  /** Key that wraps the patients' data keys, 32 bytes in base64; a file in DATA_DIR when absent. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'PHI_KEK must be 32 bytes in base64' })
  readonly PHI_KEK?: string;

  /** Secret that signs paging cursors, so that they stay good over restarts and between processes. */
  @IsOptional()
  @MinLength(32, { message: 'CURSOR_SECRET must have at least 32 characters' })
  readonly CURSOR_SECRET?: string;

  /** `1` when no other process issues commands, so that this one need not ask the store what others did. */
  @IsOptional()
  @IsIn(['1'], { message: 'SOLE_WRITER is 1 or absent' })
  readonly SOLE_WRITER?: '1';

  /** `0` starts the system on one machine without its process managers: everything is done by people then. */
  @IsIn(['0', '1'], { message: 'REACTOR is 0 or 1' })
  readonly REACTOR: '0' | '1' = '1';

  /** Business days that people have to close a referral that is ready to close, before the closing process does; 0: none. */
  @IsInt({ message: 'CLOSE_AFTER_BUSINESS_DAYS must be a number' })
  @Min(0, { message: 'CLOSE_AFTER_BUSINESS_DAYS must be 0 to 365' })
  @Max(365, { message: 'CLOSE_AFTER_BUSINESS_DAYS must be 0 to 365' })
  readonly CLOSE_AFTER_BUSINESS_DAYS: number = 2;

  /** Where payers are asked by X12 documents; without it they are asked by people. */
  @IsOptional()
  @Matches(/^https?:\/\//, { message: 'PAYER_URL must start with http:// or https://' })
  readonly PAYER_URL?: string;

  /** National Provider Identifier of whoever asks payers; needed with PAYER_URL. */
  @IsOptional()
  @Matches(/^\d{10}$/, { message: 'PAYER_NPI must be ten digits' })
  readonly PAYER_NPI?: string;

  /** Name of whoever asks payers. */
  @Length(1, 60, { message: 'PAYER_REQUESTER must be 1 to 60 characters' })
  readonly PAYER_REQUESTER: string = 'Referral coordination';

  /** Interchange id of whoever asks payers (ISA06); PAYER_NPI when absent. */
  @IsOptional()
  @Length(1, 15, { message: 'PAYER_SENDER must be 1 to 15 characters' })
  readonly PAYER_SENDER?: string;

  /** Interchange id of whoever takes the documents (ISA08). */
  @Length(1, 15, { message: 'PAYER_RECEIVER must be 1 to 15 characters' })
  readonly PAYER_RECEIVER: string = 'CLEARINGHOUSE';

  /** Whether documents count (ISA15). */
  @IsIn(['production', 'test'], { message: 'PAYER_USAGE must be production or test' })
  readonly PAYER_USAGE: 'production' | 'test' = 'test';

  /** How long a payer may take to answer, ms. */
  @IsInt({ message: 'PAYER_TIMEOUT_MS must be a number' })
  @Min(100, { message: 'PAYER_TIMEOUT_MS must be 100 to 120000' })
  @Max(120_000, { message: 'PAYER_TIMEOUT_MS must be 100 to 120000' })
  readonly PAYER_TIMEOUT_MS: number = 30_000;

  /** How long a stream of the feed is silent before it gives a sign of life, ms; others than the default for tests only. */
  @IsInt({ message: 'FEED_HEARTBEAT_MS must be a number' })
  @Min(50, { message: 'FEED_HEARTBEAT_MS must be at least 50' })
  readonly FEED_HEARTBEAT_MS: number = 15_000;

  /** Tests only: the instant that the clock starts from. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'CLOCK_NOW must be an ISO 8601 instant' })
  readonly CLOCK_NOW?: string;
}

/** A setting that cannot be used; the message says which and what it should be. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '));
    this.name = 'ConfigurationError';
  }
}

/** Reads and checks the settings. Throws a ConfigurationError that names every bad one. */
export const readConfiguration = (environment: NodeJS.ProcessEnv): Configuration => {
  const configuration = new Configuration();
  const known = [
    'INSECURE_TRUST_HEADERS',
    'PHI_KEK',
    'CURSOR_SECRET',
    'SOLE_WRITER',
    'PAYER_URL',
    'PAYER_NPI',
    'PAYER_SENDER',
    'CLOCK_NOW',
    ...Object.keys(configuration),
  ];
  const told = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => known.includes(name) && value !== undefined && value !== ''),
  );
  const read = plainToInstance(
    Configuration,
    {
      ...Object.fromEntries(Object.entries(configuration)),
      ...told,
      ...Object.fromEntries(numbers.map((name) => [name, Number(told[name] ?? configuration[name])])),
    },
    { exposeDefaultValues: true },
  );
  const problems = validateSync(read).flatMap((error) => Object.values(error.constraints ?? {}));
  if (!loopback.includes(read.HOST) && read.INSECURE_TRUST_HEADERS !== '1')
    problems.push(
      `HOST=${read.HOST} can be reached from other machines while callers are only named by headers; set HOST=127.0.0.1, or INSECURE_TRUST_HEADERS=1 if something in front of it checks them`,
    );
  if (read.PAYER_URL !== undefined && read.PAYER_NPI === undefined)
    problems.push('PAYER_NPI must be set with PAYER_URL: payers answer a provider that they know by its number');
  if (problems.length > 0) throw new ConfigurationError(problems);
  return read;
};
