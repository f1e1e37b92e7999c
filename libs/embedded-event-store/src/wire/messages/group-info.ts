import { field, textField, varintField } from '../../encoding/protobuf-writer';
import type { Membership } from '../../groups/consumer';
import { ALL } from '../../groups/group-key';
import { placeText } from '../../groups/group-progress';
import type { StartFrom } from '../../groups/group-settings';
import type { GroupFacts } from '../../groups/group-facts';

const flag = (value: boolean): number => (value ? 1 : 0);

/** A negative `int32` travels as 64 bits. */
const intField = (number: number, value: number): Buffer =>
  varintField(number, value < 0 ? BigInt.asUintN(64, BigInt(value)) : value);

const startText = (source: string, start: StartFrom): string => {
  if (start !== 'end') return placeText(source, start);
  return source === ALL ? 'C:-1/P:-1' : '-1';
};

const optionalPlace = (number: number, source: string, place: number | undefined): Buffer =>
  textField(number, place === undefined ? '' : placeText(source, place));

/** `ConnectionInfo`. */
const connection = ({ consumer, inFlight, total }: Membership): Buffer =>
  field(
    4,
    textField(1, consumer.from),
    textField(2, 'anonymous'),
    varintField(4, total),
    varintField(7, Math.max(0, consumer.slots - inFlight.size)),
    varintField(8, inFlight.size),
    textField(9, ''),
  );

/** `SubscriptionInfo`, in the field of that number. Rates are not measured and told as 0. */
export const groupInfo = (number: number, facts: GroupFacts): Buffer => {
  const { key, settings, members } = facts;
  const inFlight = members.reduce((sum, member) => sum + member.inFlight.size, 0);
  return field(
    number,
    textField(1, key.source),
    textField(2, key.group),
    textField(3, facts.isLive ? 'Live' : 'Behind'),
    ...members.map(connection),
    varintField(6, facts.total),
    optionalPlace(8, key.source, facts.checkpoint),
    optionalPlace(9, key.source, facts.lastKnown),
    varintField(10, flag(settings.resolveLinks)),
    textField(11, startText(key.source, settings.startFrom)),
    intField(12, settings.messageTimeout),
    varintField(13, flag(settings.extraStatistics)),
    intField(14, settings.maxRetryCount),
    intField(15, settings.liveBufferSize),
    intField(16, settings.historyBufferSize),
    intField(17, settings.readBatchSize),
    intField(18, settings.checkpointAfter),
    intField(19, settings.minCheckpointCount),
    intField(20, settings.maxCheckpointCount),
    varintField(21, facts.buffered),
    varintField(23, facts.retrying),
    varintField(24, inFlight),
    varintField(25, inFlight),
    textField(26, settings.strategy),
    intField(27, settings.maxSubscriberCount),
    varintField(28, facts.parked),
  );
};
