import type { Coding, Reason, Validity } from '@referral/values';
import type { Fact } from './event';

/** A visit used units of a service. */
export type AuthorizationUnitsUsed = Fact<
  'AuthorizationUnitsUsed',
  {
    readonly appointmentId: string;
    readonly service: Coding;
    readonly serviceDate: string;
    readonly units: number;
    /** Of the same service. */
    readonly remaining: number;
  }
>;

/** All that was approved is used. */
export type AuthorizationExhausted = Fact<'AuthorizationExhausted', { readonly appointmentId: string }>;

/** The payer was asked for more time. */
export type AuthorizationExtensionRequested = Fact<
  'AuthorizationExtensionRequested',
  { readonly old: Validity; readonly new: Validity }
>;

/** The payer gave more time. */
export type AuthorizationExtended = Fact<'AuthorizationExtended', { readonly old: Validity; readonly new: Validity }>;

/** It was withdrawn. */
export type AuthorizationCancelled = Fact<'AuthorizationCancelled', { readonly reason: Reason }>;

/** The payer let the time for its decision pass. */
export type AuthorizationDecisionOverdue = Fact<
  'AuthorizationDecisionOverdue',
  { readonly submissionId: string; readonly dueAt: string }
>;

/** Its validity ends soon. */
export type AuthorizationExpiring = Fact<
  'AuthorizationExpiring',
  { readonly dueAt: string; readonly daysLeft: number }
>;

/** Its validity ended. */
export type AuthorizationExpired = Fact<'AuthorizationExpired', { readonly dueAt: string }>;
