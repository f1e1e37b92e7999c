import type { Actor } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import { atInstant, never, type Queue, queueQuery, queues, type WorklistEntry } from '@referral/projections';
import { ReadModels, type Stored } from '@referral/read-models';
import { allowedActions } from '@referral/referral';
import type { Clock } from '@referral/runtime';
import type { Caller } from '../http/caller';
import { CLOCK } from '../parts';
import { mayLookInto, requireQueue } from './may-see';
import { Visible } from './visible';
import { narrowing, type WorklistParameters } from './worklist-filters';

/** The queues as they are when somebody looks. */
@Injectable()
export class Worklists {
  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(Visible) private readonly visible: Visible,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every queue that the caller may look into, with its count. `exact: false`: there are at least so many. */
  async list({ tenantId, actor }: Caller, atLeast: string | undefined): Promise<object> {
    await this.visible.atLeast('worklist', atLeast);
    const asOf = this.clock();
    const items = await Promise.all(
      queues
        .filter((queue) => mayLookInto(queue, actor))
        .map(async (queue) => {
          const { filter } = queueQuery(queue, { now: asOf, userId: actor.userId });
          const count = await this.readModels.count({ projection: 'worklist', tenantId, filter });
          const { id, slug, name, roles } = queue;
          return { id, slug, name, roles, count: count.value, exact: count.exact, href: `/api/v1/worklists/${slug}` };
        }),
    );
    return { asOf, items };
  }

  /** One page of a queue. Throws ROLE_NOT_PERMITTED. The instant of the first page holds for those after it, so that no row moves between pages by time alone. */
  async page(queue: Queue, parameters: WorklistParameters, { tenantId, actor }: Caller): Promise<object> {
    requireQueue(queue, actor);
    const { limit, cursor, atLeast } = parameters;
    await this.visible.atLeast('worklist', atLeast);
    const asOf = this.readModels.instantOf(cursor) ?? this.clock();
    const { filter, ...order } = queueQuery(queue, { now: asOf, userId: actor.userId });
    const all = { all: [filter, ...narrowing(parameters)] };
    const [page, count] = await Promise.all([
      this.readModels.page<WorklistEntry>({
        projection: 'worklist',
        tenantId,
        filter: all,
        ...order,
        limit,
        asOf,
        ...(cursor === undefined ? {} : { cursor }),
      }),
      this.readModels.count({ projection: 'worklist', tenantId, filter: all }),
    ]);
    const { id, slug, name } = queue;
    return {
      queue: { id, slug, name },
      asOf,
      count: count.value,
      exact: count.exact,
      items: page.items.map((entry) => shown(entry, queue, actor, asOf)),
      cursor: page.cursor,
    };
  }
}

const shown = (entry: Stored<WorklistEntry>, queue: Queue, actor: Actor, now: string): object => {
  const item = atInstant(entry, now);
  const { _id, _position, tenantId, state, due, nextDueSort, appointmentStartSort, attempts, ...shownFields } = item;
  const { report } = item;
  const reportDueAt = report.dueAt === never ? null : report.dueAt;
  return {
    ...shownFields,
    report: { ...report, dueAt: reportDueAt },
    why: queue.why(item),
    allowedActions: allowedActions(state, actor),
  };
};
