import { parseArgs } from 'node:util';
import type { ModelStore, ParkedEvent } from '@referral/read-models';
import { withModelStore } from './model-store';
import { request, settled } from './request';
import { UsageError } from './usage';

/** How `parked` is used. */
export const parkedHelp = `Events that a read model could not take in, and those of their documents that wait behind them.

  npm run parked                                                     list them
  npm run parked -- retry MODEL DOCUMENT --by NAME --reason "WHY"    take a document's events in again, in order
  npm run parked -- skip  MODEL DOCUMENT --by NAME --reason "WHY"    leave out the first of them for good, take in the rest
`;

/** Lists parked events, or asks the projector to retry or skip those of a document. Returns the exit code. */
export const parked = async (args: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { by: { type: 'string' }, reason: { type: 'string' } },
  });
  const [action, model, documentId] = positionals;
  if (action === undefined) return withModelStore(list);
  if ((action !== 'retry' && action !== 'skip') || model === undefined || documentId === undefined)
    throw new UsageError(parkedHelp);
  return withModelStore(async (store) => {
    const asked = await request(
      store,
      { kind: action, target: model, documentId },
      { by: values.by, reason: values.reason },
    );
    const { state, outcome } = await settled(store, asked);
    console.log(`${state}: ${outcome ?? ''}`);
    return state === 'done' ? 0 : 1;
  });
};

const list = async (store: ModelStore): Promise<number> => {
  const events = await store.parked();
  if (events.length === 0) console.log('Nothing is parked.');
  for (const event of events) console.log(line(event));
  return 0;
};

const line = ({ model, documentId, streamId, revision, eventType, failure, parkedAt }: ParkedEvent): string =>
  `${model}  ${documentId}  ${streamId}@${revision} ${eventType}  since ${parkedAt}  ${failure ?? '(waits behind another)'}`;
