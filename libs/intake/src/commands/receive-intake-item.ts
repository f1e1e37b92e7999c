import { IsIn } from 'class-validator';
import {
  type Channel,
  channels,
  type DocRef,
  DocRefValue,
  type Identifier,
  IdentifierValue,
  IsListOf,
  IsText,
  IsValue,
  MayBeAbsent,
  pick,
} from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { Arrival, IntakeItem } from '../intake-item';
import { intakeTransitions } from '../transitions';
import { type Transport, TransportValue } from '../transport';
import type { CreatingUseCase } from '../use-case';
import { IntakeCommand } from './intake-command';

/** A message has come in: a fax, a letter, an electronic order that is not a referral yet. */
export class ReceiveIntakeItem extends IntakeCommand {
  @IsIn(channels) readonly channel!: Channel;
  @MayBeAbsent() @IsListOf(() => IdentifierValue, 20) readonly externalIds: readonly Identifier[] = [];
  @MayBeAbsent() @IsText(1000) readonly senderRaw?: string;
  @MayBeAbsent() @IsListOf(() => DocRefValue, 100) readonly documents: readonly DocRef[] = [];
  @MayBeAbsent() @IsValue(() => TransportValue) readonly transport: Transport = new TransportValue();
}

const contents = (documents: readonly DocRef[]): string => documents.map(({ sha256 }) => sha256).join(' ');

const ids = (externalIds: readonly Identifier[]): string =>
  JSON.stringify(externalIds.map(({ system, value }) => [system, value]));

/** True when an item that is there came in as the command says, as far as it can be told without patient data. */
const sameArrival = (command: ReceiveIntakeItem, arrival: Arrival): boolean =>
  arrival.kind === 'message' &&
  arrival.channel === command.channel &&
  ids(arrival.externalIds) === ids(command.externalIds) &&
  contents(arrival.documents) === contents(command.documents);

/** N01. */
export const receiveIntakeItem = (command: ReceiveIntakeItem, item: IntakeItem): readonly IntakeEvent[] => {
  if (item.stage !== 'none' && sameArrival(command, item.arrival)) return [];
  intakeTransitions.require(item.stage, 'ReceiveIntakeItem');
  return [
    happened('IntakeItemReceived', command, {
      ...pick(command, 'intakeId', 'channel', 'externalIds', 'senderRaw', 'documents', 'transport'),
      receivedAt: command.occurredAt,
    }),
  ];
};

/** The arrival of a message. */
export const receiveIntakeItemUseCase: CreatingUseCase<ReceiveIntakeItem> = {
  name: 'ReceiveIntakeItem',
  command: ReceiveIntakeItem,
  summary: 'Registers a message that came in, before it is known what it is and whom it is about.',
  roles: ['integration', 'intake'],
  creates: true,
  generatedIds: [],
  decide: receiveIntakeItem,
};
