import type { OpenedAuthorization } from './authorization';
import { refusal } from './invariants';

/** I49. @throws NO_SUBMISSION */
export const requireSubmitted = ({ submissions }: OpenedAuthorization): void => {
  if (submissions.length === 0) throw refusal('NO_SUBMISSION', 'Nothing was submitted to the payer yet.');
};
