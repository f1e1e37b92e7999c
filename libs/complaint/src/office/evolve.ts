import type { OfficeEvent, OfficeRegistered } from './events';
import type { Office, OfficeState } from './office';

const registered = ({ data, occurredAt }: OfficeRegistered): Office => ({
  stage: 'registered',
  officeId: data.officeId,
  registeredAt: occurredAt,
  partyId: data.partyId,
  name: data.name,
  preferredChannel: data.preferredChannel ?? null,
  education: [],
});

/** The office after one more fact. */
export const evolveOffice = (office: OfficeState, event: OfficeEvent): OfficeState => {
  if (event.type === 'OfficeRegistered') return office.stage === 'none' ? registered(event) : office;
  if (office.stage === 'none') return office;
  const { occurredAt } = event;
  switch (event.type) {
    case 'EducationSent': {
      const sent = { sent: event.data, sentAt: occurredAt, acknowledgedAt: null };
      return { ...office, education: [...office.education, sent] };
    }
    case 'EducationAcknowledged': {
      const { educationId } = event.data;
      const education = office.education.map((one) =>
        one.sent.educationId === educationId ? { ...one, acknowledgedAt: occurredAt } : one,
      );
      return { ...office, education };
    }
  }
};
