import { setTimeout as delay } from 'node:timers/promises';
import type { Projection } from '@referral/eventsourcing';
import type { Intervention } from '../store/intervention';
import { readModelKey } from '../store/model-name';
import { FencedOff, type ModelStore } from '../store/model-store';
import { describe } from './delivery';
import type { ModelWriter } from './model-writer';
import { type Planned, startBuild } from './plan';

/** What carrying requests out needs of the runner. */
export interface InterventionSurroundings {
  readonly store: ModelStore;
  readonly running: readonly (Planned & { readonly writer: ModelWriter; readonly caughtUp: boolean })[];
  readonly projections: readonly Projection[];
  readonly clock: () => number;
  readonly everyMs: number;
  readonly signal: AbortSignal;
  /** Makes a build the live one; false when it has to see more before. */
  readonly switchOver: (build: InterventionSurroundings['running'][number]) => Promise<boolean>;
  /** Which models there are to work on has changed. */
  readonly replan: () => void;
}

/** Carries out what people ask of the runner, oldest first, until the signal ends it; each request keeps what became of it. */
export const carryOut = async (around: InterventionSurroundings): Promise<void> => {
  while (!around.signal.aborted) {
    const open = [...(await around.store.interventions({ open: true }))].reverse();
    for (const request of open) await attempt(around, request);
    await delay(around.everyMs, undefined, { signal: around.signal }).catch(() => undefined);
  }
};

const attempt = async (around: InterventionSurroundings, request: Intervention): Promise<void> => {
  try {
    await carryOutOne(around, request);
  } catch (error) {
    if (around.signal.aborted) return;
    // The runner that has the models now carries it out.
    if (error instanceof FencedOff) throw error;
    await settle(around, request, 'failed', describe(error));
  }
};

const carryOutOne = async (around: InterventionSurroundings, request: Intervention): Promise<void> => {
  switch (request.kind) {
    case 'retry':
    case 'skip':
      return retry(around, request);
    case 'rebuild':
      return rebuild(around, request);
    case 'switch':
      return makeLive(around, request);
    case 'drop':
      await around.store.drop(request.target);
      await settle(around, request, 'done', 'Dropped.');
      {
        around.replan();
        return;
      }
  }
};

const retry = async ({ running }: InterventionSurroundings, request: Intervention): Promise<void> => {
  const target = running.find(({ model }) => model === request.target);
  if (!target) throw new Error('This runner does not keep that model.');
  await target.writer.retry(request, { skip: request.kind === 'skip' });
};

/** A rebuild stays open until it has everything; after a restart the plan finds what there is of it. */
const rebuild = async (around: InterventionSurroundings, request: Intervention): Promise<void> => {
  const projection = around.projections.find(({ name }) => name === request.target);
  if (!projection) throw new Error('This runner does not keep that read model.');
  const begun = request.outcome;
  if (begun === undefined) {
    if (around.running.some((one) => one.projection.name === projection.name && !one.live))
      throw new Error('It is being built already.');
    const model = await startBuild(around.store, projection);
    await around.store.record({ ...request, outcome: model });
    around.replan();
    return;
  }
  const build = around.running.find(({ model }) => model === begun);
  if (!build) return settle(around, request, 'failed', `${begun} is gone.`);
  if (build.live || (build.caughtUp && request.switchWhenDone !== true)) await settle(around, request, 'done', begun);
};

const makeLive = async (around: InterventionSurroundings, request: Intervention): Promise<void> => {
  const { projection: name, version } = readModelKey(request.target);
  const models = (await around.store.checkpoints()).map(({ model }) => model);
  if (!models.includes(request.target)) throw new Error('There is no such model.');
  const kept = around.projections.find((projection) => projection.name === name);
  // Nobody would keep it current, and the next catch-up would go back to the version that is kept.
  if (kept?.version !== version)
    throw new Error(
      `This program keeps ${kept ? `version ${kept.version} of ` : 'no '}${name}. Run one that keeps version ${version}.`,
    );
  const build = around.running.find(({ model, live }) => model === request.target && !live);
  if (!build) await around.store.makeLive(name, request.target);
  else if (!(await around.switchOver(build))) return;
  await settle(around, request, 'done', 'Live.');
  around.replan();
};

const settle = (
  { store, clock }: InterventionSurroundings,
  request: Intervention,
  state: 'done' | 'failed',
  outcome: string,
): Promise<void> => store.record({ ...request, state, outcome, settledAt: new Date(clock()).toISOString() });
