import {
  type CommandResult,
  type Envelope,
  EventStore,
  type Holding,
  type Name,
  sha256,
  UniqueNames,
} from '@referral/event-store';
import { DomainError, requireRole } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import type { ReferralQueue, WorklistEntry } from '@referral/projections';
import { ReadModels } from '@referral/read-models';
import { ClaimReferral, referralAggregate } from '@referral/referral';
import type { Clock } from '@referral/runtime';
import type { Caller } from '../http/caller';
import { CLOCK } from '../parts';
import { Worklists } from '../queries/worklists';
import { type Incoming, IssueCommand } from './issue-command';

/** What a claim takes from its request. */
export type Claiming = Pick<Incoming, 'caller' | 'source' | 'commandId' | 'correlationId' | 'causationId'>;

const description = referralAggregate.commands.find(({ command }) => command === ClaimReferral);

/** Refusals that are about one referral, so that the next one may be had. */
const notThisOne: readonly string[] = [
  'ALREADY_CLAIMED',
  'ILLEGAL_TRANSITION',
  'REFERRAL_TERMINAL',
  'PATIENT_DECEASED',
];

/**
 * Gives the caller the first referral of a queue that nobody has. For which one an idempotency key stands is written in a stream of the key
 * before that referral is claimed under it, so that the key answers the same one again, also after a crash in between; it stands for
 * another one only when it turns out that it can never have it.
 */
@Injectable()
export class ClaimNext {
  private readonly names: UniqueNames;
  /** Referrals that are being claimed in this process: others look further down the queue at once. */
  private readonly inHand = new Set<string>();

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(IssueCommand) private readonly issueCommand: IssueCommand,
    @Inject(Worklists) private readonly worklists: Worklists,
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.names = new UniqueNames(store, { category: 'claimkey', eventType: 'ClaimKeyBound' });
  }

  /** Throws ROLE_NOT_PERMITTED, NOTHING_TO_CLAIM, IDEMPOTENCY_KEY_REUSED. */
  async claim(queue: ReferralQueue, claiming: Claiming): Promise<CommandResult> {
    const { caller, commandId } = claiming;
    requireRole(caller.actor, description?.roles ?? []);
    const name = { tenantId: caller.tenantId, system: queue.id, value: commandId };
    const bound = await this.names.holding(name);
    const earlier = bound && (await this.tried(bound.owner, claiming));
    if (earlier) return earlier;
    for await (const { referralId } of this.worklists.claimable(queue, caller)) {
      const claimed = await this.inTurn(referralId, () => this.boundAndTried(referralId, name, claiming));
      if (claimed) return claimed;
    }
    throw new DomainError('NOTHING_TO_CLAIM', 'Nothing stands in this queue that you could claim.');
  }

  /** `null` where somebody else is about to claim it. */
  private async inTurn<Result>(referralId: string, work: () => Promise<Result>): Promise<Result | null> {
    if (this.inHand.has(referralId)) return null;
    this.inHand.add(referralId);
    try {
      return await work();
    } finally {
      this.inHand.delete(referralId);
    }
  }

  private async boundAndTried(referralId: string, name: Name, claiming: Claiming): Promise<CommandResult | null> {
    const instead = await this.names.holding(name);
    if (instead?.owner === referralId) return null; // refused before
    return this.tried(await this.bind(referralId, name, claiming, instead), claiming);
  }

  /** For which referral the key stands from now on: this one, unless a twin was faster. */
  private bind(owner: string, { system, value }: Name, claiming: Claiming, instead: Holding | null): Promise<string> {
    const envelope: Envelope = {
      tenantId: claiming.caller.tenantId,
      recordedAt: this.clock(),
      actor: claiming.caller.actor,
      source: claiming.source,
      commandId: claiming.commandId,
      commandType: 'ClaimNext',
      commandHash: sha256(JSON.stringify({ system, coordinatorId: claiming.caller.actor.userId })),
      correlationId: claiming.correlationId,
      causationId: claiming.causationId ?? claiming.commandId,
    };
    return this.names.reserve({ system, value, owner, envelope, ...(instead && { instead }) });
  }

  /** What the claim of a referral answers; `null` when somebody, be it the caller by another key, has it already or nobody can. */
  private async tried(referralId: string, claiming: Claiming): Promise<CommandResult | null> {
    if (!description) throw new TypeError('A referral cannot be claimed');
    const caller = await this.ofItsTeam(referralId, claiming.caller);
    const body = { coordinatorId: caller.actor.userId };
    try {
      const claim = { aggregate: referralAggregate, description, id: referralId, body };
      const result = await this.issueCommand.issue({ ...claim, ...claiming, caller });
      return result.decided > 0 ? result : null;
    } catch (error) {
      if (error instanceof DomainError && notThisOne.includes(error.code)) return null;
      throw error;
    }
  }

  /** Somebody of several teams claims for the one that has the referral. */
  private async ofItsTeam(referralId: string, caller: Caller): Promise<Caller> {
    const { tenantId, actor, teams } = caller;
    if (teams === null || teams.length === 1) return caller;
    const entry = await this.readModels.get<WorklistEntry>('worklist', tenantId, referralId);
    const team = teams.find((known) => known === entry?.team);
    return team === undefined ? caller : { ...caller, actor: { ...actor, team } };
  }
}
