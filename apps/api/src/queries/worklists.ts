import { Inject, Injectable } from '@nestjs/common';
import type { Condition } from '@referral/conditions';
import {
  concernsAbsent,
  keptForEvents,
  type Onlooker,
  type Queue,
  queueQuery,
  queues,
  type ReferralQueue,
  type WorklistRow,
} from '@referral/projections';
import { type Page, type PageQuery, ReadModels, type Stored } from '@referral/read-models';
import type { Clock } from '@referral/runtime';
import type { Caller } from '../http/caller';
import { CLOCK } from '../parts';
import { Published } from '../published/published';
import { AbsentStaff } from './absent-staff';
import { CurrentWorklist } from './current-worklist';
import { mayLookInto, requireQueue, seesSensitive } from './may-see';
import { type Looking, otherRow, referralRow } from './queue-row';
import { Visible } from './visible';
import { narrowing, type WorklistParameters } from './worklist-filters';

/** Rows that are read at once for somebody who claims the first of them. */
const CLAIMABLE_PAGE = 50;

const isFree: Condition = { path: 'coordinatorId', is: 'exists', value: false };
const ofNoTeam: Condition = { path: 'team', is: 'exists', value: false };
const ofTeams = (teams: readonly string[]): Condition => ({ path: 'team', is: 'in', value: teams });

/** The read models that the rows of a queue come from. */
const toldBy = ({ of, countsReferrals }: Queue): readonly string[] => (countsReferrals ? [of, 'worklist'] : [of]);

/** The queues as they are when somebody looks. */
@Injectable()
export class Worklists {
  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(Visible) private readonly visible: Visible,
    @Inject(AbsentStaff) private readonly absent: AbsentStaff,
    @Inject(Published) private readonly published: Published,
    @Inject(CurrentWorklist) private readonly current: CurrentWorklist,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every queue that the caller may look into, with its count. `exact: false`: there are at least so many. */
  async list(caller: Caller, atLeast: string | undefined): Promise<object> {
    const shown = queues.filter((queue) => mayLookInto(queue, caller.actor));
    await Promise.all([...new Set(shown.map((queue) => queue.of))].map((of) => this.visible.atLeast(of, atLeast)));
    await this.current.require();
    const asOf = this.clock();
    const onlooker = await this.onlooker(caller, asOf, shown);
    const items = await Promise.all(
      shown.map(async (queue) => {
        const { filter } = queueQuery(queue, onlooker);
        const count = await this.readModels.count({ projection: queue.of, tenantId: caller.tenantId, filter });
        const { id, slug, name, roles, of } = queue;
        return { id, slug, name, roles, of, count: count.value, exact: count.exact, href: `/api/v1/worklists/${slug}` };
      }),
    );
    return { asOf, items };
  }

  /** One page of a queue. Throws ROLE_NOT_PERMITTED. The instant of the first page holds for those after it, so that no row moves between pages by time alone. */
  async page(queue: Queue, parameters: WorklistParameters, caller: Caller): Promise<object> {
    requireQueue(queue, caller.actor);
    const { tenantId, actor } = caller;
    const { limit, cursor, atLeast } = parameters;
    const more = narrowing(queue, parameters);
    await Promise.all(toldBy(queue).map((of) => this.visible.atLeast(of, atLeast)));
    if (queue.of === 'worklist') await this.current.require();
    const asOf = this.readModels.instantOf(cursor) ?? this.clock();
    const onlooker = await this.onlooker(caller, asOf, [queue]);
    const { filter, ...order } = queueQuery(queue, parameters.team ? { ...onlooker, teams: null } : onlooker);
    const query = { projection: queue.of, tenantId, filter: { all: [filter, ...more] } };
    const [page, count] = await Promise.all([
      this.rows(
        queue,
        { ...query, ...order, limit, asOf, ...(cursor === undefined ? {} : { cursor }) },
        { actor, now: asOf },
      ),
      this.readModels.count(query),
    ]);
    const { id, slug, name } = queue;
    return { queue: { id, slug, name }, asOf, count: count.value, exact: count.exact, ...page };
  }

  /** The referrals of a queue that the caller can claim, in its order: those that nobody has, and no team but the caller's. */
  async *claimable(queue: ReferralQueue, caller: Caller): AsyncGenerator<Stored<WorklistRow>> {
    const { tenantId, actor, teams } = caller;
    await this.current.require();
    const asOf = this.clock();
    const { filter, ...order } = queueQuery(queue, await this.onlooker(caller, asOf, [queue]));
    const claimable: Condition = { all: [filter, isFree, { any: [ofNoTeam, ofTeams(teams ?? [actor.team ?? ''])] }] };
    const query = {
      projection: queue.of,
      tenantId,
      filter: claimable,
      ...order,
      limit: CLAIMABLE_PAGE,
      asOf,
      without: keptForEvents,
    };
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Page<WorklistRow> = await this.readModels.page({
        ...query,
        ...(cursor !== undefined && { cursor }),
      });
      yield* page.items;
      cursor = page.cursor;
    }
  }

  /** Who looks into which queues, for those that depend on that. */
  async onlooker({ tenantId, actor, teams }: Caller, now: string, into: readonly Queue[] = queues): Promise<Onlooker> {
    const [absent, calendar] = await Promise.all([
      into.some(concernsAbsent) ? this.absent.at(tenantId, now) : [],
      this.published.calendarAt(tenantId, now),
    ]);
    return { now, userId: actor.userId, absent, calendar, teams, seesSensitive: seesSensitive(actor) };
  }

  private async rows(queue: Queue, query: PageQuery, looking: Looking): Promise<object> {
    if (queue.of === 'worklist') {
      const { items, cursor } = await this.readModels.page<WorklistRow>({ ...query, without: keptForEvents });
      return { items: items.map((entry) => referralRow(queue, entry, looking)), cursor };
    }
    const { items, cursor } = await this.readModels.page<{ readonly state: unknown }>(query);
    return { items: items.map((row) => otherRow(queue, row, looking)), cursor };
  }
}
