import { authorization } from './authorization';
import { closure } from './closure';
import { completeness } from './completeness';
import { outreach } from './outreach';
import type { Process } from './process';
import { reminders } from './reminders';
import { reportChase } from './report-chase';
import { scheduling } from './scheduling';
import { sla } from './sla/sla';
import { validity } from './validity';

/** Every process manager. A new one is its file and a line here. */
export const processes: readonly Process[] = [
  authorization,
  closure,
  completeness,
  outreach,
  reminders,
  reportChase,
  scheduling,
  sla,
  validity,
];
