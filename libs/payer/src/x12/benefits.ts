import type { Answer } from './answer-to';
import { element, type Segment } from './segment';

/** One line of what a payer covers (an EB segment). */
export interface Benefit {
  /** What it tells (EB01), such as `1` active, `6` inactive, `I` not covered, `B` copay. */
  readonly tells: string;
  /** Service types it is about (EB03); none for the plan. */
  readonly serviceTypes: readonly string[];
  /** Of which period (EB06), such as `29` remaining. */
  readonly period: string;
  readonly amount: string;
  readonly percent: string;
  /** What is counted (EB09), such as `VS` visits, and how many (EB10). */
  readonly counts: string;
  readonly quantity: string;
  /** Whether an authorization is required (EB11): Y, N, U. */
  readonly authorization: string;
  /** Whether this holds within the network (EB12): Y, N, U, or W for both. */
  readonly network: string;
  /** The dates (DTP) that it is told with. */
  readonly dates: readonly Segment[];
}

/** The service type code of the health plan as a whole. */
const wholePlan = '30';

/** The benefits of the member that are about the plan or about a service type that was asked for, those of the types first. */
export const benefitsOf = ({ document, levels }: Answer, asked: readonly string[]): readonly Benefit[] => {
  const benefits = levels
    .filter(({ code }) => code === '22' || code === '23')
    .flatMap(({ segments }) => lines(segments))
    .map(([segment = [], ...dates]) => benefit(segment, document.repetitions(element(segment, 3)), dates));
  const ofType = benefits.filter(({ serviceTypes }) => serviceTypes.some((type) => asked.includes(type)));
  const ofPlan = benefits.filter(
    ({ serviceTypes }) => serviceTypes.length === 0 || (serviceTypes.includes(wholePlan) && !asked.includes(wholePlan)),
  );
  return [...ofType, ...ofPlan.filter((line) => !ofType.includes(line))];
};

/** True for what is told of one of these service types by its name. */
export const isAbout = (benefit: Benefit, types: readonly string[]): boolean =>
  benefit.serviceTypes.some((type) => types.includes(type));

/** Each EB with the dates that follow it. */
const lines = (segments: readonly Segment[]): readonly (readonly Segment[])[] => {
  const found: Segment[][] = [];
  for (const segment of segments) {
    if (segment[0] === 'EB') found.push([segment]);
    if (segment[0] === 'DTP') found.at(-1)?.push(segment);
  }
  return found;
};

const benefit = (segment: Segment, serviceTypes: readonly string[], dates: readonly Segment[]): Benefit => ({
  tells: element(segment, 1),
  serviceTypes,
  period: element(segment, 6),
  amount: element(segment, 7),
  percent: element(segment, 8),
  counts: element(segment, 9),
  quantity: element(segment, 10),
  authorization: element(segment, 11),
  network: element(segment, 12),
  dates,
});
