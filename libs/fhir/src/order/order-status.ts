import type { ServiceRequest } from 'fhir/r4';
import type { Findings } from '../elements/findings';
import { member, type Place } from '../elements/place';
import { flag, oneOf, required } from '../elements/primitives';

/** What becomes of a ServiceRequest: it is received, left aside with a remark, or the reason why the message is refused. */
type Fate = 'receive' | 'leave';

/**
 * By FHIR R4's request-intent: an order authorizes others to act. A filler order is the fulfiller's own view of an order that it
 * has, so to receive it would double that one; proposals, plans, directives and options authorize nobody.
 */
const intents: Readonly<Record<ServiceRequest['intent'], Fate>> = {
  order: 'receive',
  'original-order': 'receive',
  'reflex-order': 'receive',
  'instance-order': 'receive',
  'filler-order': 'leave',
  proposal: 'leave',
  plan: 'leave',
  directive: 'leave',
  option: 'leave',
};

/**
 * By FHIR R4's request-status. A draft may not be acted on yet. A completed order's service is done, but its loop stays open until
 * the report is in the referrer's hands, so it is received and remarked on. The others take back an order that the ledger may
 * hold: to ignore them would let the work go on, so the sender must be told that the intake cannot do it.
 */
const statuses: Readonly<Record<ServiceRequest['status'], Fate | 'refuse'>> = {
  active: 'receive',
  completed: 'receive',
  draft: 'leave',
  'on-hold': 'refuse',
  revoked: 'refuse',
  'entered-in-error': 'refuse',
  unknown: 'refuse',
};

/**
 * True when the ServiceRequest is none to take in, which is remarked on. One that cannot be understood, or that takes an order
 * back, is refused, and read on for what else is wrong with it.
 */
export const isLeftAside = (order: Place<ServiceRequest>, findings: Findings): boolean => {
  const intentPlace = member(order, 'intent');
  const statusPlace = member(order, 'status');
  const intent = required(oneOf(intentPlace, intents, findings), intentPlace, findings);
  const status = required(oneOf(statusPlace, statuses, findings), statusPlace, findings);
  const leave = (place: Place<unknown>, why: string): true => {
    findings.remark('information', 'informational', place, why);
    return true;
  };
  if (intent && intents[intent] === 'leave') return leave(intentPlace, 'It authorizes nobody to act: left aside.');
  if (status && statuses[status] === 'leave') return leave(statusPlace, 'It is not in force yet: left aside.');
  if (status && statuses[status] === 'refuse') findings.refuse('not-supported', statusPlace, onlyInForce);
  if (status === 'completed') findings.remark('warning', 'business-rule', statusPlace, serviceIsDone);
  refuseProhibition(member(order, 'doNotPerform'), findings);
  return false;
};

const refuseProhibition = (place: Place<boolean>, findings: Findings): void => {
  if (flag(place, findings) === true)
    findings.refuse('not-supported', place, 'An order not to do something cannot be taken in.');
};

const onlyInForce =
  'Orders in force are taken in here. To suspend or withdraw one that was taken in, use its own commands.';
const serviceIsDone = 'The order is completed: it is received so that its report can be followed up.';
