import { type Decider, requireRole } from '@referral/eventsourcing';
import { groundsOf, requireOwnSide } from './authorize';
import { useCases } from './commands/all';
import type { ReferralCommand } from './commands/referral-command';
import { requireLiving } from './deceased';
import type { ReferralEvent } from './events/referral-event';
import { evolve } from './evolve';
import { requireLegalTime } from './legal-time';
import { initialState, type Referral } from './referral';
import { refusal } from './refuse';
import type { CreatingUseCase, UseCase } from './use-case';

const byClass = new Map<unknown, UseCase | CreatingUseCase>(useCases.map((useCase) => [useCase.command, useCase]));

const useCaseOf = (command: ReferralCommand): UseCase | CreatingUseCase => {
  const useCase = byClass.get(command.constructor);
  if (!useCase) throw new TypeError(`${command.constructor.name} is no command of a referral`);
  return useCase;
};

/** Role, existence and legal time are asked of every command, in this order; its own rule decides; nothing new befalls the dead. */
const decide = (command: ReferralCommand, referral: Referral): readonly ReferralEvent[] => {
  const useCase = useCaseOf(command);
  const { actor } = command.issued;
  requireRole(actor, useCase.roles);
  if (useCase.creates) {
    requireLegalTime(command, referral, useCase.importsHistory(command));
    return useCase.decide(command, referral);
  }
  if (referral.stage === 'none') throw refusal('REFERRAL_NOT_FOUND', 'There is no such referral.');
  requireOwnSide(actor, useCase.roles, groundsOf(referral));
  requireLegalTime(command, referral, false);
  const events = useCase.decide(command, referral);
  if (events.length > 0) requireLiving(referral, useCase.name);
  return events;
};

/** The rules of a referral. */
export const referralDecider: Decider<ReferralCommand, Referral, ReferralEvent> = { initialState, decide, evolve };
