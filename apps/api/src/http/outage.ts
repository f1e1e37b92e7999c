import { KeysUnavailable, StoreUnavailable, StreamBusy, StreamUnreadable } from '@referral/event-store';
import {
  MongoClientClosedError,
  MongoDriverError,
  MongoNetworkError,
  MongoServerClosedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import { Unavailable } from './unavailable';

/** The error as an outage of something that is needed; `null` when it is something else. */
export const outageOf = (error: unknown): Unavailable | null => {
  if (error instanceof Unavailable) return error;
  if (error instanceof StoreUnavailable) return new Unavailable('STORE_UNAVAILABLE', 'The log cannot be reached.');
  if (error instanceof StreamBusy) return new Unavailable('STREAM_BUSY', 'Many others write to it at this moment.');
  if (error instanceof StreamUnreadable)
    return new Unavailable('STREAM_UNREADABLE', 'Part of its history cannot be read at this moment.');
  if (error instanceof KeysUnavailable)
    return new Unavailable('KEYS_UNAVAILABLE', "The patients' keys cannot be reached.");
  if (isMongoOutage(error)) return new Unavailable('READ_MODELS_UNAVAILABLE', 'The read models cannot be reached.');
  return null;
};

/**
 * MongoDB's codes of a member that is starting, stopping or not the primary any more (retryable errors of the driver specifications),
 * and of a query that ended with the member that had begun it (43, 175, 237).
 */
const passing: readonly unknown[] = [6, 7, 43, 89, 91, 175, 189, 237, 262, 9001, 10107, 11600, 11602, 13435, 13436];

/** The driver does not export these classes: its pool was closed, or nothing in it became free in time. */
const poolFailures: readonly string[] = ['MongoPoolClosedError', 'MongoWaitQueueTimeoutError'];

/** What Node.js calls the end of a connection. The driver passes it on as it is when a command did not fit into one write. */
const socketFailures: readonly unknown[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ETIMEDOUT',
];

const isMongoOutage = (error: unknown): boolean =>
  error instanceof MongoNetworkError ||
  error instanceof MongoServerSelectionError ||
  error instanceof MongoServerClosedError ||
  error instanceof MongoTopologyClosedError ||
  error instanceof MongoClientClosedError ||
  (error instanceof MongoServerError && passing.includes(error.code)) ||
  (error instanceof MongoDriverError && poolFailures.includes(error.name)) ||
  (typeof error === 'object' && error !== null && 'code' in error && socketFailures.includes(error.code));
