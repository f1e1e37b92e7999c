import type { ReferralEvent } from '@referral/referral';

/** Stands in every field of patient data: where it turns up, patient data would. */
export const patientData = 'PATIENT-DATA';

/** Synthetic parties and codes. */
export const specialist = { id: 'specialist-1', type: 'provider', name: 'Cardiology North' } as const;
export const office = { id: 'office-1', type: 'office' } as const;
export const reason = { code: 'other' } as const;
export const cardiology = { system: 'urn:specialty', code: 'cardiology', display: 'Cardiology' } as const;

/** A fact of a type, with what a specification wants to be otherwise; at Monday 2 March 2026, 10:00 in New York, unless it says. */
export const fact =
  <Event extends { readonly type: string; readonly data: object; readonly occurredAt: string }>(
    type: Event['type'],
    data: Event['data'],
  ) =>
  (occurredAt = '2026-03-02T15:00:00Z', changes: Partial<Event['data']> = {}) => ({
    type,
    data: { ...data, ...changes },
    occurredAt,
  });

/** A fact that says what the example of its own library says, but for its patient data, which is `marked`. */
export const like = <Event extends ReferralEvent>({ type, data }: Event, marked: Partial<Event['data']> = {}) =>
  fact<Event>(type, { ...data, ...marked });
