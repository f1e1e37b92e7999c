import { UnintelligibleAnswer } from '../errors';
import { type Answer, tagged } from './answer-to';
import { element, type Segment } from './segment';

/** Review action codes of X12 (HCR01). */
const actions = ['A1', 'A2', 'A3', 'A4', 'A6', 'C', 'CT', 'NA'] as const;

/** What a payer did with a case. */
export type Action = (typeof actions)[number];

/** A case as a 278 answers it. */
export interface ReviewCase {
  readonly action: Action;
  /** The HCR segment that says so. */
  readonly review: Segment;
  /** Segments of the patient event (level EV), and of each service (levels SS). */
  readonly event: readonly Segment[];
  readonly services: readonly (readonly Segment[])[];
}

/** The case that an answer decides or pends. Throws an UnintelligibleAnswer when it does neither. */
export const caseOf = ({ levels }: Answer): ReviewCase => {
  const [event, ...others] = levels.filter(({ code }) => code === 'EV');
  if (!event || others.length > 0) throw new UnintelligibleAnswer('It is not about exactly one patient event.');
  const services = levels.filter(({ code }) => code === 'SS').map(({ segments }) => segments);
  const [own] = tagged(event.segments, 'HCR');
  const reviews = services.flatMap((segments) => tagged(segments, 'HCR').slice(0, 1));
  const review = own ?? reviews[0];
  if (!review) throw new UnintelligibleAnswer('It decides nothing (HCR).');
  const action = own ? actionOf(own) : together(reviews.map(actionOf));
  return {
    action,
    review: reviews.find((one) => !own && actionOf(one) === action) ?? review,
    event: event.segments,
    services,
  };
};

/** What a review did. */
export const actionOf = (review: Segment): Action => {
  const action = actions.find((code) => code === element(review, 1));
  if (!action) throw new UnintelligibleAnswer('It takes an action that 278 does not know (HCR01).');
  return action;
};

/** One action for services that were decided each by itself: what is still open first, then what somebody must look at. */
const together = (decided: readonly Action[]): Action => {
  const [first = 'NA'] = decided;
  if (decided.every((action) => action === first)) return first;
  const waiting = (['A4', 'CT'] as const).find((action) => decided.includes(action));
  if (waiting) return waiting;
  return decided.some((action) => action === 'A3' || action === 'C' || action === 'A2') ? 'A2' : 'A6';
};
