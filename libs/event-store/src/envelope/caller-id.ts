import { validate } from 'uuid';
import { derivedId } from './derived-id';

/**
 * An id that a caller chose, in a form that tells nothing: itself when it is a UUID, else the UUID v5 of tenant and text. Callers put
 * names into such ids, and envelopes are read by more people than requests are; the same text of a tenant still gives the same id.
 */
export const callerId = (tenantId: string, told: string): string => (validate(told) ? told : derivedId(tenantId, told));
