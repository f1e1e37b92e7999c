import { type Actor, DomainError, permits, requireRole } from '@referral/eventsourcing';
import { requireOwnSide } from './authorize';
import { useCases } from './commands/all';
import { requireLiving } from './deceased';
import type { Referral } from './referral';
import { refusal } from './refuse';
import { requireTransition } from './require-transition';
import { type Stage, stages } from './stages';
import { commandNames, commandsFrom, type CommandName } from './transitions';
import type { CreatingUseCase, UseCase } from './use-case';

/** Why a command is refused now: the code and the sentence that it would answer. */
export interface WhyNot {
  readonly code: string;
  readonly sentence: string;
}

const byName = new Map<CommandName, UseCase | CreatingUseCase>(useCases.map((useCase) => [useCase.name, useCase]));

const requirePossible = (referral: Referral, actor: Actor, useCase: UseCase | CreatingUseCase): void => {
  requireRole(actor, useCase.roles);
  if (useCase.creates) {
    if (referral.stage !== 'none') throw refusal('ILLEGAL_TRANSITION', 'The referral was received before.');
    return;
  }
  if (referral.stage === 'none') throw refusal('REFERRAL_NOT_FOUND', 'There is no such referral.');
  requireOwnSide(actor, useCase.roles, referral);
  requireTransition(referral, useCase.name);
  useCase.possible?.(referral, actor);
  requireLiving(referral, useCase.name);
};

/** Why the actor cannot issue the command now, whatever it would say; `null` when it can. */
export const whyNot = (referral: Referral, actor: Actor, command: CommandName): WhyNot | null => {
  const useCase = byName.get(command);
  if (!useCase) throw new TypeError(`${command} is no command of a referral`);
  try {
    requirePossible(referral, actor, useCase);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, sentence: error.message };
    throw error;
  }
};

/** The commands that the actor can issue now: table, role and facets allow them without any exception being approved. */
export const allowedActions = (referral: Referral, actor: Actor): readonly CommandName[] =>
  legalFrom(referral.stage).filter((command) => {
    // Most are not for the actor's roles, and rows of queues ask often.
    const roles = byName.get(command)?.roles ?? [];
    return permits(actor, roles) && whyNot(referral, actor, command) === null;
  });

/** The commands of the table at each stage: of the others nobody needs to be told why not, and rows of queues ask often. */
const legal: ReadonlyMap<Referral['stage'], readonly CommandName[]> = new Map(
  (Object.keys(stages) as Stage[]).map((stage) => [stage, commandsFrom(stage)]),
);

const legalFrom = (stage: Referral['stage']): readonly CommandName[] => legal.get(stage) ?? commandNames;
