import type { ServiceRequest } from 'fhir/r4';
import { isOfType, type Entry } from './message/entry';
import { collectFindings } from './elements/findings';
import type { Intake, IntakeOptions, IntakeReferral } from './intake';
import { readMessage } from './message/message';
import { startReading, type Reading } from './message/reading';
import { receiveOrder } from './order/receive-order';

/** Most orders of one message. */
export const mostOrders = 100;

/**
 * Reads a FHIR R4 message, a Bundle or a single ServiceRequest, whole before anything is done: either every order of it becomes
 * the body of a ReceiveReferral command, or all that is wrong with it is told and nothing is taken in. Never throws.
 */
export const readIntake = (message: unknown, options: IntakeOptions): Intake => {
  const findings = collectFindings();
  const opened = readMessage(message, findings);
  const commands = opened ? receiveOrders(startReading(opened, options, findings)) : [];
  const issues = findings.refusals();
  return issues.length > 0 ? { issues } : { commands, remarks: findings.remarks() };
};

const receiveOrders = (reading: Reading): readonly IntakeReferral[] => {
  const { findings, message } = reading;
  const orders = message.entries.filter((entry) => isOfType(entry, ['ServiceRequest']));
  const entries = { path: 'Bundle.entry', value: undefined };
  if (orders.length === 0 && findings.refusals().length === 0)
    findings.refuse('required', entries, 'At least one ServiceRequest is needed.');
  if (orders.length > mostOrders)
    findings.refuse('too-costly', entries, `At most ${mostOrders} ServiceRequests are taken in at once.`);
  const commands = orders.slice(0, mostOrders).map((order: Entry<ServiceRequest>) => receiveOrder(order, reading));
  const read = commands.filter((command) => command !== undefined);
  refuseTwins(read, reading);
  return read;
};

/** One external id is one referral, so two orders of a message cannot share one. */
const refuseTwins = (commands: readonly IntakeReferral[], { findings }: Reading): void => {
  const seen = new Set<string>();
  for (const { body, expression } of commands) {
    const names = body.externalIds.map(({ system, value }) => JSON.stringify([system, value]));
    if (names.some((name) => seen.has(name)))
      findings.refuse(
        'duplicate',
        { path: expression, value: undefined },
        'Another order of the message has its identifier.',
      );
    for (const name of names) seen.add(name);
  }
};
