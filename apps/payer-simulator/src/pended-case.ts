import type { AskedService } from './question';

/** A pended case; everything that it will be decided by stands in its reference, so that it outlives this process. */
export interface PendedCase {
  /** Milliseconds, whole seconds. */
  readonly receivedAt: number;
  readonly services: readonly { readonly code: string; readonly units: number }[];
}

/** X12 has room for fifty characters. */
const roomFor = 50;

/** The reference of a case, such as `PEND-TC4QX1.99242x3.97110x6`. Services that it has no room for are left out of the later decision. */
export const referenceOf = (services: readonly AskedService[], receivedAt: number): string =>
  services
    .map(({ code, units }) => `.${code}x${units}`)
    .reduce(
      (reference, service) => (reference.length + service.length > roomFor ? reference : reference + service),
      `PEND-${Math.floor(receivedAt / 1000)
        .toString(36)
        .toUpperCase()}`,
    );

/** The case of a reference; `undefined` when this payer cannot have given it. */
export const caseOf = (reference: string): PendedCase | undefined => {
  const [, seconds = '', listed = ''] = /^PEND-([0-9A-Z]{1,8})((?:\.[0-9A-Z]{1,20}x\d{1,4})*)$/.exec(reference) ?? [];
  if (seconds === '') return undefined;
  const services = listed
    .split('.')
    .slice(1)
    .map((service) => {
      const [code = '', units = ''] = service.split('x');
      return { code, units: Number(units) };
    });
  return { receivedAt: Number.parseInt(seconds, 36) * 1000, services };
};
