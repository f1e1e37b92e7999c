import type { Identifier } from './receive-referral-body';
import type { Issue } from './issue';
import type { ReceiveReferralBody } from './receive-referral-body';

/** An order of a message, ready to be received. */
export interface IntakeReferral {
  /** For the `Idempotency-Key` of the command: the same message again has the same. At most 128 printable characters. */
  readonly idempotencyKey: string;
  /** What its sender calls the order; no two referrals of a tenant have the same. */
  readonly externalId: Identifier;
  /** FHIRPath of the order, such as `Bundle.entry[3].resource`. */
  readonly expression: string;
  /** Body of a ReceiveReferral command. */
  readonly body: ReceiveReferralBody;
}

/** What became of a message: all of its orders with remarks for the sender, or every reason why it is refused as a whole. */
export type Intake =
  | { readonly commands: readonly IntakeReferral[]; readonly remarks: readonly Issue[] }
  | { readonly issues: readonly Issue[] };

/** What the reading of a message needs to know beside it. */
export interface IntakeOptions {
  /** Whose message it is. */
  readonly tenantId: string;
  /** The server clock, ISO 8601. */
  readonly now: string;
}
