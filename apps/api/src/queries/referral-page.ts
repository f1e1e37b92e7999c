import { AccessLog } from '@referral/event-store';
import { DomainError } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import { type ReferralDetails, standings, type WorklistEntry } from '@referral/projections';
import { ReadModels } from '@referral/read-models';
import { allowedActions, type CommandName, commandNames, whyNot } from '@referral/referral';
import type { Clock } from '@referral/runtime';
import type { Caller } from '../http/caller';
import { CLOCK } from '../parts';
import { clinicalPart } from './clinical-part';
import { requireSight } from './may-see';
import { mayReadPhi, mayReadPhiOf } from './phi-access';
import { ReferralStream } from './referral-stream';
import { Worklists } from './worklists';

/** One referral as its page shows it, and the revision that it shows. */
export interface Shown {
  readonly revision: bigint;
  readonly page: object;
}

/** Puts together what is known of one referral: the read models, and, for roles that may see it, the patient data from the log. */
@Injectable()
export class ReferralPage {
  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(ReferralStream) private readonly stream: ReferralStream,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(Worklists) private readonly worklists: Worklists,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws REFERRAL_NOT_FOUND, and ROLE_NOT_PERMITTED as `requireSight` does. Showing patient data leaves an access record first. */
  async show(referralId: string, caller: Caller, correlationId: string): Promise<Shown> {
    const { tenantId, actor } = caller;
    const [details, entry] = await Promise.all([
      this.readModels.get<ReferralDetails>('referral-details', tenantId, referralId),
      this.readModels.get<WorklistEntry>('worklist', tenantId, referralId),
    ]);
    if (!details) throw new DomainError('REFERRAL_NOT_FOUND', 'There is no such referral.');
    const { _id, _position, tenantId: _, state, rev, ...facts } = details;
    requireSight(state, actor);
    const now = this.clock();
    const queues = entry ? standings(entry, await this.worklists.onlooker(caller, now)) : [];
    const page = {
      ...facts,
      reference: state.stage === 'none' ? null : state.registration.reference,
      revision: rev,
      ...state,
      queues: queues.map(({ queue: { id, slug, name }, why, deadline }) => ({ id, slug, name, reason: why, deadline })),
      allowedActions: allowedActions(state, actor),
      ...(mayReadPhi(actor) ? { clinical: await this.clinical(referralId, caller, correlationId, rev) } : {}),
    };
    return { revision: BigInt(rev), page };
  }

  /** Why the caller cannot issue each command that is not allowed now. Throws as `show` does. */
  async refusals(referralId: string, { tenantId, actor }: Caller): Promise<object> {
    const details = await this.readModels.get<ReferralDetails>('referral-details', tenantId, referralId);
    if (!details) throw new DomainError('REFERRAL_NOT_FOUND', 'There is no such referral.');
    const { state, rev } = details;
    requireSight(state, actor);
    const items = commandNames.map((command: CommandName) => {
      const refusal = whyNot(state, actor, command);
      return { command, allowed: refusal === null, ...refusal };
    });
    return { referralId, revision: rev, items };
  }

  private async clinical(
    referralId: string,
    { tenantId, actor }: Caller,
    correlationId: string,
    revision: number,
  ): Promise<object> {
    const events = [];
    for await (const { event } of this.stream.tell(tenantId, referralId))
      if (event && mayReadPhiOf(event, actor)) events.push(event);
    await this.accessLog.record({
      type: 'ReferralRead',
      tenantId,
      actor,
      referralId,
      occurredAt: this.clock(),
      correlationId,
      details: { revision },
    });
    return clinicalPart(events);
  }
}
