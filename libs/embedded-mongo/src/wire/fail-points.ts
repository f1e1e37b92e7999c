import type { Document, PlainDocument } from '../bson';
import { errorCodes, MongoError } from '../engine/mongo-error';

/** What a fail point does to a command. */
export type FailPoint = {
  readonly commands: ReadonlySet<string>;
  readonly appName: string | undefined;
  readonly closeConnection: boolean;
  readonly blockMilliseconds: number;
  readonly error: { readonly code: number; readonly labels: readonly string[] | undefined } | undefined;
  readonly writeConcernError: Document | undefined;
  readonly labels: readonly string[] | undefined;
};

/** How often a fail point applies: a number of times, always, or never. */
export type FailMode = number | 'always' | 'off';

/** The fail points tests set by `configureFailPoint`; none in ordinary operation. */
export class FailPoints {
  private readonly active = new Map<string, { readonly point: FailPoint; remaining: number }>();

  set(name: string, mode: FailMode, point: FailPoint): void {
    if (mode === 'off') this.active.delete(name);
    else this.active.set(name, { point, remaining: mode === 'always' ? Infinity : mode });
  }

  /** The fail point this command runs into, used up by one. */
  take(command: string, appName: string): FailPoint | undefined {
    for (const [name, entry] of this.active) {
      if (!entry.point.commands.has(command)) continue;
      if (entry.point.appName !== undefined && entry.point.appName !== appName) continue;
      if (--entry.remaining <= 0) this.active.delete(name);
      return entry.point;
    }
    return undefined;
  }
}

/** What is added to a reply when only its write concern is to fail. */
export const withWriteConcernError = (point: FailPoint | undefined): PlainDocument =>
  point?.writeConcernError
    ? { writeConcernError: point.writeConcernError, ...(point.labels && { errorLabels: point.labels }) }
    : {};

const names = new Map<number, string>(Object.entries(errorCodes).map(([name, code]) => [code, name]));

/** An error a fail point asks for. Given labels stand as they are; else the server's own rule for retryable codes holds. */
export class FailPointError extends Error {
  override readonly name = 'FailPointError';
  readonly answer: MongoError;
  /** Whether the fail point said which labels the error has. */
  readonly labelled: boolean;

  constructor(code: number, labels: readonly string[] | undefined) {
    super(`fail point ${code}`);
    this.labelled = labels !== undefined;
    this.answer = new MongoError(
      names.get(code) ?? `Location${code}`,
      "Failing command via 'failCommand' failpoint",
      {},
      code,
      labels ?? [],
    );
  }
}
