import { authorization } from './authorization';
import { authorizationOpening } from './authorization-opening';
import { authorizationSubmission } from './authorization-submission';
import { closure } from './closure';
import { completeness } from './completeness';
import { coverage } from './coverage';
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
  authorizationOpening,
  authorizationSubmission,
  closure,
  completeness,
  coverage,
  outreach,
  reminders,
  reportChase,
  scheduling,
  sla,
  validity,
];

/** Process managers that ask payers. Without a payer to ask they do not run, and the queues show the work. */
export const payerProcesses: readonly Process[] = [authorizationSubmission, coverage];
