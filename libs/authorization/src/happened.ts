import { factsOf } from '@referral/eventsourcing';
import type { AuthorizationEvent } from './events/authorization-event';

/** The fact about an authorization that a command establishes, effective when the command says. */
export const happened = factsOf<AuthorizationEvent>();
