import { activeAppointments, type RegisteredReferral } from '@referral/referral';
import { never, utc } from '../shared/utc';

/** The next visit of a referral. */
export interface NextVisit {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  /** IANA name of the zone in which it takes place. */
  readonly timeZone: string;
}

/** The earliest visit that is booked. */
export const nextVisit = ({ facets }: RegisteredReferral): NextVisit | null => {
  const visits = activeAppointments(facets.appointments).map(({ appointmentId, start, end, timeZone }) => ({
    id: appointmentId,
    start: utc(start),
    end: utc(end),
    timeZone,
  }));
  return visits.sort((left, right) => (left.start < right.start ? -1 : 1))[0] ?? null;
};

/** The visits of a referral, as queues filter and sort by them. */
export const visitFields = (referral: RegisteredReferral) => {
  const { appointments } = referral.facets;
  const appointment = nextVisit(referral);
  return {
    appointment,
    appointmentStartSort: appointment?.start ?? never,
    missedCount: appointments.filter(({ status }) => status === 'missed').length,
    cancelledCount: appointments.filter(({ status }) => status === 'cancelled').length,
  };
};
