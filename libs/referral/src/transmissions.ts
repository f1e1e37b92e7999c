import type { TransmissionProgress } from './facets/documents';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';

/** The transmission with an id, however far it is. */
export const findTransmission = (
  { facets }: RegisteredReferral,
  transmissionId: string,
): TransmissionProgress | undefined =>
  facets.transmissions.find(({ asked }) => asked.transmissionId === transmissionId);

/** The transmission that a command concerns. @throws TRANSMISSION_NOT_FOUND */
export const requireTransmission = (referral: RegisteredReferral, transmissionId: string): TransmissionProgress => {
  const known = findTransmission(referral, transmissionId);
  if (!known)
    throw refusal('TRANSMISSION_NOT_FOUND', 'No transmission with this id was asked for.', { transmissionId });
  return known;
};

/** Only what went out can have arrived. @throws CONTRADICTS_RECORD, TRANSMISSION_NOT_FOUND */
export const requireSent = (referral: RegisteredReferral, transmissionId: string): void => {
  const { status } = requireTransmission(referral, transmissionId);
  if (status !== 'transmitted')
    throw refusal('CONTRADICTS_RECORD', `The package is on the record as ${status}, not as transmitted.`);
};

/** What a transmission needs. @throws PACKAGE_NOT_FOUND */
export const requireSomePackage = ({ facets }: RegisteredReferral): void => {
  if (facets.packages.length === 0) throw refusal('PACKAGE_NOT_FOUND', 'No package was composed.');
};

/** What a command needs that tells about a transmission which is that far. @throws TRANSMISSION_NOT_FOUND */
export const requireSome = ({ facets }: RegisteredReferral, status: TransmissionProgress['status']): void => {
  if (!facets.transmissions.some((known) => known.status === status))
    throw refusal('TRANSMISSION_NOT_FOUND', `No transmission is ${status}.`);
};
