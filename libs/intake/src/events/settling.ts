import type { Fact } from '@referral/eventsourcing';
import type { Reason } from '@referral/values';
import type { Attachment } from '../vocabulary';

/** A referral was made of the item. */
export type IntakeItemConverted = Fact<'IntakeItemConverted', { readonly referralId: string }>;

/** The item joined a referral that existed. */
export type IntakeItemAttached = Fact<'IntakeItemAttached', { readonly referralId: string; readonly as: Attachment }>;

/** The item is nothing for us. The reason `wrong_recipient` may mean that patient data went astray. */
export type IntakeItemRejected = Fact<'IntakeItemRejected', { readonly reason: Reason }>;

/** The item says what another one, or a referral, says already. */
export type IntakeItemMarkedDuplicate = Fact<
  'IntakeItemMarkedDuplicate',
  { readonly ofIntakeId?: string; readonly ofReferralId?: string }
>;
