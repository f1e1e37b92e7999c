import { setTimeout as delay } from 'node:timers/promises';
import { ask, type Intervention, type ModelStore } from '@referral/read-models';
import { UsageError } from './usage';

/** Who asks and why: it stays on record beside what became of it. */
export interface Asking {
  readonly by: string | undefined;
  readonly reason: string | undefined;
}

/** Records a request for the projector. Throws a UsageError without name and reason. */
export const request = (
  store: ModelStore,
  what: Pick<Intervention, 'kind' | 'target' | 'documentId' | 'switchWhenDone'>,
  { by, reason }: Asking,
): Promise<Intervention> => {
  if (!by || !reason) throw new UsageError('Say who asks and why: --by NAME --reason "WHY". Both stay on record.');
  return ask(store, Date.now, { ...what, requestedBy: by, reason });
};

/** Waits until the projector has settled a request; `look` is called while it works on it. */
export const settled = async (
  store: ModelStore,
  { _id }: Intervention,
  look: (intervention: Intervention) => Promise<void> = () => Promise.resolve(),
): Promise<Intervention> => {
  for (;;) {
    const now = (await store.interventions({ open: false })).find((one) => one._id === _id);
    if (now && now.state !== 'requested') return now;
    if (now) await look(now);
    await delay(250);
  }
};
