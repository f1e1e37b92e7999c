import { Draws } from '../draws';
import { languages, plans } from '../world';

/** A synthetic patient as the other histories know it. */
export interface Person {
  readonly number: number;
  readonly patientId: string;
  /** Place in the list of plans. */
  readonly plan: number;
  readonly coverageId: string;
  readonly language: keyof typeof languages;
  readonly interpreterNeeded: boolean;
}

/** The patient with a number. */
export const personOf = (name: string, number: number, patientId: string): Person => {
  const draws = new Draws(name, 'person', number);
  const plan = draws.whole(0, plans.length - 1);
  const language = draws.share(languages);
  const interpreterNeeded = language !== 'en-US' && draws.chance(0.7);
  return { number, patientId, plan, coverageId: `coverage-${patientId}`, language, interpreterNeeded };
};
