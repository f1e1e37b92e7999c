import type { Value } from '../bson';
import { refuse } from '../engine/mongo-error';

/** The sixteen bytes of a session's UUID. */
export const sessionOf = (lsid: Value | undefined): Buffer | undefined => {
  if (!lsid) return undefined;
  const id = lsid.type === 'object' ? lsid.value.get('id') : undefined;
  if (id?.type !== 'binData' || id.subtype !== 4 || id.value.length !== 16)
    throw refuse('TypeMismatch', "BSON field 'OperationSessionInfo.lsid.id' must be a UUID");
  return id.value;
};
