import { status } from '@grpc/grpc-js';
import { MalformedMessage } from '../encoding/protobuf-reader';
import { InvalidFilter } from '../engine/event-filter';
import { LogCorruption } from '../engine/log-corruption';
import { WriterStopped } from '../engine/writer';
import { CallFailure, invalidArgument, unavailable, unknown } from './status';

/** How a call ends that ran into an error: whatever it was, the process goes on. */
export const failureOf = (error: unknown): CallFailure => {
  if (error instanceof CallFailure) return error;
  if (error instanceof MalformedMessage) return invalidArgument(error.message);
  if (error instanceof InvalidFilter) return unknown(error.message);
  if (error instanceof WriterStopped) return unavailable(error.message);
  if (error instanceof LogCorruption) return new CallFailure(status.DATA_LOSS, error.message);
  return new CallFailure(status.INTERNAL, error instanceof Error ? error.message : String(error));
};
