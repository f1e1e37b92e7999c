import type { ServiceRequest } from 'fhir/r4';
import type { ReceiveReferralBody } from '../receive-referral-body';
import { dateTime, isAfter, type Moment } from '../elements/date-time';
import { member, type Place } from '../elements/place';
import { object, required } from '../elements/primitives';
import type { Reading } from '../message/reading';

/** When an order was written and when its service is wanted. */
export interface Timing {
  /** authoredOn, ISO 8601 with offset. */
  readonly occurredAt: string;
  /** The day by which the service is wanted, `YYYY-MM-DD`. */
  readonly requestedBy?: string;
  readonly validity: ReceiveReferralBody['validity'];
}

/**
 * The order holds from occurrencePeriod.start, else from authoredOn, until occurrencePeriod.end; the service is wanted by
 * occurrenceDateTime, else by the end of that period. Refuses an order that was not written yet by the server clock.
 */
export const timing = (order: Place<ServiceRequest>, { now, findings }: Reading): Timing | undefined => {
  const place = member(order, 'authoredOn');
  const authored = required(dateTime(place, findings), place, findings);
  if (authored && isAfter(authored.instant, now))
    findings.refuse('business-rule', place, 'The order was written in the future of the server clock.');
  const period = object(member(order, 'occurrencePeriod'), findings);
  const start = period && dateTime(member(period, 'start'), findings);
  const end = period && dateTime(member(period, 'end'), findings);
  const wanted = dateTime(member(order, 'occurrenceDateTime'), findings) ?? end;
  const from = start ?? authored;
  if (!from || !authored) return undefined;
  if (period && end && isAfter(from.instant, lastInstant(end))) {
    findings.refuse('invariant', period, 'The period ends before it starts, or before the order was written.');
    return undefined;
  }
  return {
    occurredAt: authored.instant,
    ...(wanted && { requestedBy: wanted.day }),
    validity: { start: from.given, ...(end && { end: end.given }) },
  };
};

/** A day as the end of a period is meant whole. */
const lastInstant = ({ day, given, instant }: Moment): string => (given === day ? `${day}T23:59:59Z` : instant);
