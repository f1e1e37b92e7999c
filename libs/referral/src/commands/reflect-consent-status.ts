import { IsIn } from 'class-validator';
import { IsCalendarDate, IsId, IsValue, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import type { ConsentCopy } from '../facets/documents';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type ConsentScope, ConsentScopeValue } from '../values/consent-scope';
import { consentStatuses, type ConsentStatus } from '../values/document-vocabulary';
import { ReferralCommand } from './referral-command';

/** A consent stands otherwise now; its own stream says so. */
export class ReflectConsentStatus extends ReferralCommand {
  @IsId() readonly consentId!: string;
  @IsIn(consentStatuses) readonly status!: ConsentStatus;
  @IsValue(() => ConsentScopeValue) readonly scope!: ConsentScope;
  @MayBeAbsent() @IsCalendarDate() readonly validThrough?: string;
}

const isSame = (command: ReflectConsentStatus, known: ConsentCopy): boolean =>
  command.consentId === known.consentId &&
  command.status === known.status &&
  (command.validThrough ?? null) === known.validThrough &&
  command.scope.categories.join() === known.scope.categories.join() &&
  command.scope.recipientIds?.join() === known.scope.recipientIds?.join();

/** T53. */
export const reflectConsentStatus = (
  command: ReflectConsentStatus,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const newest = referral.facets.consents.at(-1);
  if (newest && isSame(command, newest)) return [];
  requireTransition(referral, 'ReflectConsentStatus');
  return [happened('ConsentStatusReflected', command, pick(command, 'consentId', 'status', 'scope', 'validThrough'))];
};

/** Copying how a consent stands. */
export const reflectConsentStatusUseCase: UseCase<ReflectConsentStatus> = {
  name: 'ReflectConsentStatus',
  command: ReflectConsentStatus,
  summary: 'Copies how a consent stands onto the referral.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: reflectConsentStatus,
};
