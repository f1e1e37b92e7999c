import { everything } from '@referral/conditions';
import { type LogPosition, readPositionKey } from '@referral/eventsourcing';
import { agenda, type AgendaItem } from '@referral/projections';
import { type ModelStore, type Row } from '@referral/read-models';

/** Instances of processes that waited for something when the read model was at a position, or a little later. */
export interface Snapshot {
  /** The streams of processes are to be read on from here; `null`: from the beginning. */
  readonly position: LogPosition | null;
  readonly items: readonly { readonly streamId: string; readonly tenantId: string; readonly item: AgendaItem }[];
}

/** Nothing is known: everything is read from the log. */
export const emptySnapshot: Snapshot = { position: null, items: [] };

/**
 * What the read model tells is open. It may be behind the log, or go on while it is read: whoever reads the log on from its position
 * comes to the truth either way. So a reactor need not wait for the projector, nor read the whole log.
 */
export const snapshotOf = async (models: ModelStore): Promise<Snapshot> => {
  for (;;) {
    const model = (await models.aliases()).get(agenda.name);
    if (model === undefined) return emptySnapshot;
    const position = await positionOf(models, model);
    if (position === undefined) continue;
    const items = [];
    for await (const row of models.scan({ model, part: 'documents', filter: everything })) items.push(itemOf(row));
    // A model that was dropped in the meantime told nothing, or not all.
    if ((await positionOf(models, model)) !== undefined) return { position, items };
  }
};

/** Up to where the documents tell everything: parked events, and those that wait behind them, are not in them. */
const positionOf = async (models: ModelStore, model: string): Promise<LogPosition | null | undefined> => {
  const checkpoint = (await models.checkpoints()).find((known) => known.model === model);
  if (!checkpoint) return undefined;
  const [parked] = await models.parked(model);
  const key = parked ? parked.readAgainAfter : checkpoint.position;
  return key === null ? null : readPositionKey(key);
};

const itemOf = ({ _id, tenantId, ...row }: Row): Snapshot['items'][number] => ({
  streamId: _id,
  tenantId,
  item: row as unknown as AgendaItem, // its projection wrote it
});
