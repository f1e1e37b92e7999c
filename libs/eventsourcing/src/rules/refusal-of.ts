import { DomainError } from '../domain-error';

/** What `require` refuses; `null` when it does not. Other errors go on. */
export const refusalOf = (require: () => void): DomainError | null => {
  try {
    require();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};
