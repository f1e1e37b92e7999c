import { absenceCover } from './absence-cover';
import { arrival } from './arrival';
import { authorization } from './authorization';
import { authorizationOpening } from './authorization-opening';
import { authorizationSubmission } from './authorization-submission';
import { closure } from './closure';
import { completeness } from './completeness';
import { consentNotice } from './consent-notice';
import { coverEnd } from './cover-end';
import { coverage } from './coverage';
import { death } from './death';
import { deathNotice } from './death-notice';
import { destinationNotice } from './destination-notice';
import { outreach } from './outreach';
import type { Process } from './process';
import { reminders } from './reminders';
import { reportChase } from './report-chase';
import { routing } from './routing';
import { scheduling } from './scheduling';
import { sla } from './sla/sla';
import { validity } from './validity';

/** Every process manager. A new one is its file and a line here. */
export const processes: readonly Process[] = [
  absenceCover,
  arrival,
  authorization,
  authorizationOpening,
  authorizationSubmission,
  closure,
  completeness,
  consentNotice,
  coverEnd,
  coverage,
  death,
  deathNotice,
  destinationNotice,
  outreach,
  reminders,
  reportChase,
  routing,
  scheduling,
  sla,
  validity,
];

/** Process managers that ask payers. Without a payer to ask they do not run, and the queues show the work. */
export const payerProcesses: readonly Process[] = [authorizationSubmission, coverage];
