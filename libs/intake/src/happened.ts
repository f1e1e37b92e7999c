import { factsOf } from '@referral/eventsourcing';
import type { IntakeEvent } from './events/intake-event';

/** The fact about an intake item that a command establishes, effective when the command says. */
export const happened = factsOf<IntakeEvent>();
