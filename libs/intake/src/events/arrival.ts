import type { Fact } from '@referral/eventsourcing';
import type { Channel, DocRef, Identifier, Reason } from '@referral/values';
import type { Transport } from '../transport';
import type { CallerType } from '../vocabulary';

/** A message came in. */
export type IntakeItemReceived = Fact<
  'IntakeItemReceived',
  {
    readonly intakeId: string;
    readonly channel: Channel;
    readonly externalIds: readonly Identifier[];
    /** PHI: how the sender names itself; `null` when the key was destroyed. */
    readonly senderRaw?: string | null;
    readonly receivedAt: string;
    readonly documents: readonly DocRef[];
    readonly transport: Transport;
  }
>;

/** Someone called. */
export type PhoneIntakeRecorded = Fact<
  'PhoneIntakeRecorded',
  {
    readonly intakeId: string;
    readonly callerType: CallerType;
    /** PHI, as the two below; `null` when the key was destroyed. */
    readonly callerName: string | null;
    readonly callbackNumber: string | null;
    readonly summary: string | null;
    readonly clinicalConcernRaised: boolean;
    readonly receivedAt: string;
  }
>;

/** A clinician was asked to take over a call. */
export type CallEscalatedToClinician = Fact<
  'CallEscalatedToClinician',
  { readonly clinicianId: string; readonly reason: Reason; readonly warmTransfer: boolean }
>;
