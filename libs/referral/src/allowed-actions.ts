import { type Actor, permits, refusalOf, requireRole } from '@referral/eventsourcing';
import { type Grounds, groundsOf, requireOwnSide } from './authorize';
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

/** `actor` is `null` for whoever asks. */
const requirePossible = (referral: Referral, actor: Actor | null, useCase: UseCase | CreatingUseCase): void => {
  if (actor) requireRole(actor, useCase.roles);
  if (useCase.creates) {
    if (referral.stage !== 'none') throw refusal('ILLEGAL_TRANSITION', 'The referral was received before.');
    return;
  }
  if (referral.stage === 'none') throw refusal('REFERRAL_NOT_FOUND', 'There is no such referral.');
  if (actor) requireOwnSide(actor, useCase.roles, groundsOf(referral));
  requireTransition(referral, useCase.name);
  if (actor) useCase.requireActor?.(actor, groundsOf(referral));
  useCase.possible?.(referral);
  requireLiving(referral, useCase.name);
};

/** Why the actor cannot issue the command now, whatever it would say; `null` when it can. */
export const whyNot = (referral: Referral, actor: Actor, command: CommandName): WhyNot | null => {
  const useCase = byName.get(command);
  if (!useCase) throw new TypeError(`${command} is no command of a referral`);
  const refusal = refusalOf(() => requirePossible(referral, actor, useCase));
  return refusal && { code: refusal.code, sentence: refusal.message };
};

/** What the table and the facts of a referral allow next, whoever asks, and what tells who may: small enough to be kept beside it. */
export interface Offer {
  readonly commands: readonly CommandName[];
  /** `null` before there is a referral. */
  readonly grounds: Grounds | null;
}

/** The commands that could be issued now, without any exception being approved. */
export const offerOf = (referral: Referral): Offer => ({
  commands: legalFrom(referral.stage).filter((command) => {
    const useCase = byName.get(command);
    return useCase !== undefined && refusalOf(() => requirePossible(referral, null, useCase)) === null;
  }),
  grounds: referral.stage === 'none' ? null : groundsOf(referral),
});

/** Those of the offered commands that the actor can issue. */
export const openTo = (actor: Actor, { commands, grounds }: Offer): readonly CommandName[] =>
  commands.filter((command) => {
    const useCase = byName.get(command);
    if (!useCase || !permits(actor, useCase.roles)) return false;
    if (grounds === null) return true;
    return !refusalOf(() => {
      requireOwnSide(actor, useCase.roles, grounds);
      if (!useCase.creates) useCase.requireActor?.(actor, grounds);
    });
  });

/** The commands that the actor can issue now: table, role and facets allow them without any exception being approved. */
export const allowedActions = (referral: Referral, actor: Actor): readonly CommandName[] =>
  openTo(actor, offerOf(referral));

/** The commands of the table at each stage: of the others nobody needs to be told why not, and rows of queues ask often. */
const legal: ReadonlyMap<Referral['stage'], readonly CommandName[]> = new Map(
  (Object.keys(stages) as Stage[]).map((stage) => [stage, commandsFrom(stage)]),
);

const legalFrom = (stage: Referral['stage']): readonly CommandName[] => legal.get(stage) ?? commandNames;
