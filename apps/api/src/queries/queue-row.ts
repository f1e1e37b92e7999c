import { aggregates } from '@referral/aggregates';
import type { Actor } from '@referral/eventsourcing';
import {
  breachesAt,
  never,
  type OtherQueue,
  type ReferralQueue,
  unpacked,
  type WorklistRow,
} from '@referral/projections';
import type { Stored } from '@referral/read-models';
import { openTo } from '@referral/referral';

/** Who looks at a row, and when. */
export interface Looking {
  readonly actor: Actor;
  readonly now: string;
}

/** A referral as its row in a queue shows it, made of the entry itself: to copy so many fields takes longer than all the rest. */
export const referralRow = (queue: ReferralQueue, entry: Stored<WorklistRow>, { actor, now }: Looking): object => {
  const item = Object.assign(entry, breachesAt(entry, now));
  const { report, clocks } = item;
  // Assigned: to spread this many fields, or to take some out, takes several times as long.
  return Object.assign(item, unshown, {
    report: { ...report, dueAt: report.dueAt === never ? null : report.dueAt },
    reason: queue.why(item),
    deadline: queue.deadline(item),
    deadlines: clocks.map(({ urgency: _, ...clock }) => ({ ...clock, breached: !clock.paused && clock.dueAt < now })),
    allowedActions: openTo(actor, unpacked(item.offer)),
  });
};

/** What an entry holds for finding, sorting and evolving. */
const unshown = {
  _id: undefined,
  _position: undefined,
  tenantId: undefined,
  offer: undefined,
  due: undefined,
  nextDueSort: undefined,
  appointmentStartSort: undefined,
  attempts: undefined,
  queueKeys: undefined,
  patientWaitsSince: undefined,
  clocks: undefined,
  forwardedAt: undefined,
} as const satisfies Partial<Record<keyof Stored<WorklistRow>, undefined>>;

/** A row of a queue of something else: `state` is what the aggregate decides by. */
type OtherRow = Stored<object> & { readonly state: unknown };

const categories: Readonly<Record<OtherQueue['of'], string>> = {
  'intake-worklist': 'intake',
  complaints: 'complaint',
  directory: 'directory',
};

/** An intake item, a complaint or a directory entry as its row in a queue shows it. */
export const otherRow = (queue: OtherQueue, row: OtherRow, { actor }: Looking): object => {
  const { _id, _position, tenantId, state, ...shown } = row;
  const aggregate = aggregates.find(({ category }) => category === categories[queue.of]);
  return { ...shown, ...told(queue, row), allowedActions: aggregate?.allowedActions(state, actor) ?? [] };
};

/** The read model that a queue names holds the rows that its sentences are about. */
const told = ({ why, deadline }: OtherQueue, row: object): object => ({
  reason: why(row as never),
  deadline: deadline(row as never),
});
