import { status } from '@grpc/grpc-js';
import { MalformedMessage } from '../encoding/protobuf-reader';
import { InvalidFilter } from '../engine/event-filter';
import { LogCorruption } from '../engine/log-corruption';
import { WriterStopped, WriteRefused } from '../engine/writer';
import { AccessDenied, WrongCredentials } from '../access/grants';
import { accessDenied, CallFailure, invalidArgument, notAuthenticated, unavailable, unknown } from './status';

/** How a call ends that ran into an error: whatever it was, the process goes on. */
export const failureOf = (error: unknown): CallFailure => {
  if (error instanceof CallFailure) return error;
  if (error instanceof MalformedMessage) return invalidArgument(error.message);
  if (error instanceof AccessDenied) return accessDenied(error.message);
  if (error instanceof WrongCredentials) return notAuthenticated(error.message);
  if (error instanceof InvalidFilter) return unknown(error.message);
  if (error instanceof WriterStopped || error instanceof WriteRefused) return unavailable(error.message);
  if (error instanceof LogCorruption) return new CallFailure(status.DATA_LOSS, error.message);
  return new CallFailure(status.INTERNAL, error instanceof Error ? error.message : String(error));
};
