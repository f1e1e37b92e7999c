import type { ServiceRequest } from 'fhir/r4';
import type { Findings } from '../elements/findings';
import { isPresent, member, type Place } from '../elements/place';
import { object } from '../elements/primitives';

/** Units in which a quantity counts visits: none, UCUM's unity and its annotations, or the word. */
const visitUnits = new Set<unknown>([undefined, '1', '{visit}', '{visits}', 'visit', 'visits']);

/** Most visits that one referral can ask for. */
const mostVisits = 1000;

/** How many visits the order asks for, when its quantity counts visits. Refuses a count that is none. */
export const visitsRequested = (
  order: Place<ServiceRequest>,
  findings: Findings,
): { readonly visitsRequested?: number } => {
  const quantity = object(member(order, 'quantityQuantity'), findings);
  if (!quantity) return {};
  const unit = member(quantity, 'code').value ?? member(quantity, 'unit').value;
  const count = member(quantity, 'value');
  if (!visitUnits.has(unit) || !isPresent(count)) return {};
  if (typeof count.value === 'number' && Number.isInteger(count.value) && count.value >= 1 && count.value <= mostVisits)
    return { visitsRequested: count.value };
  findings.refuse('value', count, `A whole number of visits from 1 to ${mostVisits} is expected here.`);
  return {};
};
