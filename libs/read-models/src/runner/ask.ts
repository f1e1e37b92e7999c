import { randomUUID } from 'node:crypto';
import type { Intervention } from '../store/intervention';
import type { ModelStore } from '../store/model-store';

/** What somebody wants of the runner, who, and why. */
export type Request = Pick<
  Intervention,
  'kind' | 'target' | 'documentId' | 'switchWhenDone' | 'requestedBy' | 'reason'
>;

/** Asks the runner, in whichever process it is; `ModelStore.interventions` tells what became of it. */
export const ask = async (store: ModelStore, clock: () => number, request: Request): Promise<Intervention> => {
  const requestedAt = new Date(clock()).toISOString();
  const intervention: Intervention = { _id: randomUUID(), ...request, requestedAt, state: 'requested' };
  await store.record(intervention);
  return intervention;
};
