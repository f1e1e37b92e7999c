import type { EventType, Fact } from '@referral/eventsourcing';
import type { Channel } from '@referral/values';

export type OfficeRegistered = Fact<
  'OfficeRegistered',
  {
    readonly officeId: string;
    /** Under which id referrals name it as their referring party. */
    readonly partyId: string;
    readonly name: string;
    readonly preferredChannel?: Channel;
  }
>;

export type EducationSent = Fact<
  'EducationSent',
  {
    readonly educationId: string;
    readonly topic: string;
    readonly requirementSetId?: string;
    readonly requirementSetVersion?: number;
    readonly channel: Channel;
    readonly triggeredByReferralId?: string;
  }
>;

export type EducationAcknowledged = Fact<'EducationAcknowledged', { readonly educationId: string }>;

/** Everything that can have happened to a referring office. */
export type OfficeEvent = OfficeRegistered | EducationSent | EducationAcknowledged;

/** How each event is stored. */
export const officeEventTypes: Readonly<Record<OfficeEvent['type'], EventType>> = {
  OfficeRegistered: { schemaVersion: 1, phi: [] },
  EducationSent: { schemaVersion: 1, phi: [] },
  EducationAcknowledged: { schemaVersion: 1, phi: [] },
};
