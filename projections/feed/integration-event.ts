import type { Condition, Sort } from '@referral/conditions';

/** A public event (domain.md 7.2) as it is kept; its tenant and its position are those of the row. */
export interface FeedEntry {
  /** Of the fact: the same in every delivery and after every rebuild. */
  readonly id: string;
  /** `referral.scheduled.v1`. */
  readonly type: string;
  /** The word before the first dot. */
  readonly category: string;
  readonly source: string;
  /** `referral/{id}`. */
  readonly subject: string;
  /** Effective time, UTC. */
  readonly time: string;
  readonly recordedTime: string;
  /** Number among the public events of the referral, from 1 without gap. */
  readonly sequence: number;
  readonly correlationId: string;
  readonly causationId: string;
  readonly detailUrl: string;
  /** Name of the shape of `data`: `urn:referral-ledger:schema:referral.scheduled.v1`. */
  readonly dataschema: string;
  readonly privacy: { readonly level: 'none' | 'limited' | 'phi'; readonly purpose?: string };
  readonly data: Readonly<Record<string, unknown>>;
}

/** A public event as downstream systems get it. */
export interface IntegrationEvent extends Omit<FeedEntry, 'category'> {
  readonly tenant: string;
  /** Opaque: give it back as `after`. */
  readonly position: string;
}

/** The public form of a kept entry. */
export const integrationEvent = (
  row: FeedEntry & { readonly tenantId: string; readonly _position: string },
): IntegrationEvent => ({
  id: row.id,
  type: row.type,
  source: row.source,
  subject: row.subject,
  time: row.time,
  recordedTime: row.recordedTime,
  tenant: row.tenantId,
  sequence: row.sequence,
  position: row._position,
  correlationId: row.correlationId,
  causationId: row.causationId,
  detailUrl: row.detailUrl,
  dataschema: row.dataschema,
  privacy: row.privacy,
  data: row.data,
});

/** What a reader of the feed wants. `after`: the position of the last event it has; `''` or absent: from the beginning. */
export interface FeedQuestion {
  readonly after?: string;
  readonly types?: readonly string[];
  readonly categories?: readonly string[];
}

/** The entries that answer it, in the order in which they became public. */
export const feedQuery = ({
  after,
  types,
  categories,
}: FeedQuestion): { readonly filter: Condition; readonly sort: Sort } => {
  const all: Condition[] = [];
  if (types) all.push({ path: 'type', is: 'in', value: types });
  if (categories) all.push({ path: 'category', is: 'in', value: categories });
  if (after !== undefined && after !== '') all.push({ path: '_position', is: 'after', value: after });
  return { filter: { all }, sort: [{ path: '_position', order: 'ascending' }] };
};
