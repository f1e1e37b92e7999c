import { recordedBytes, storedPosition } from '../../encoding/recorded-event';
import { field, textField, varintField } from '../../encoding/protobuf-writer';
import { emptyField, positionField, streamNameField } from './common';

/** Answers to a read. A plain event needs none of these: its stored message is one already. */
export const confirmation = (subscriptionId: string): Buffer => field(2, textField(1, subscriptionId));

export const checkpoint = (position: number): Buffer => positionField(3, position);

export const streamNotFound = (stream: string): Buffer => field(4, streamNameField(1, stream));

export const caughtUp = (): Buffer => emptyField(8);

/** A followed link: the event it leads to, if it leads anywhere, and the link itself with its place in the log. */
export const resolvedEvent = (link: Buffer, target: Buffer | undefined): Buffer =>
  field(
    1,
    ...(target === undefined ? [] : [field(1, recordedBytes(target))]),
    field(2, recordedBytes(link)),
    varintField(3, storedPosition(link)),
  );
