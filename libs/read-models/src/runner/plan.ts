import { randomUUID } from 'node:crypto';
import type { Projection } from '@referral/eventsourcing';
import { modelKey, type ModelName, readModelKey } from '../store/model-name';
import type { ModelStore } from '../store/model-store';

/** A model to keep current. */
export interface Planned {
  readonly projection: Projection;
  readonly model: string;
  /** Whether queries are answered from it; otherwise it is being built beside the one that is. */
  readonly live: boolean;
  /** A build that becomes live by itself as soon as it has everything. */
  readonly switchWhenDone: boolean;
}

/**
 * Which models to work on. A projection without any gets its first, live from the start. One whose live model is of another version
 * than the code gets a model of its own version, built beside it. Builds newer than the live one are gone on with.
 */
export const planModels = async (
  store: ModelStore,
  projections: readonly Projection[],
): Promise<readonly Planned[]> => {
  const [aliases, checkpoints, requests] = await Promise.all([
    store.aliases(),
    store.checkpoints(),
    store.interventions({ open: true }),
  ]);
  const models = checkpoints.map(({ model }) => model);
  const planned: Planned[] = [];
  for (const projection of projections) {
    const { name, version } = projection;
    const own = models.map(readModelKey).filter((model) => model.projection === name && model.version === version);
    const alias = aliases.get(name);
    if (alias === undefined) {
      const model = modelKey(newest(own) ?? { projection: name, version, build: 1 });
      await createModel(store, projection, model);
      await store.makeLive(name, model);
      planned.push({ projection, model, live: true, switchWhenDone: false });
      continue;
    }
    const live = readModelKey(alias);
    if (live.version === version) planned.push({ projection, model: alias, live: true, switchWhenDone: false });
    const other = live.version !== version;
    const building =
      newest(own.filter(({ build }) => other || build > live.build)) ?? (other ? firstBuild(projection) : null);
    if (!building) continue;
    const model = modelKey(building);
    const wanted = requests.some(
      (request) => request.kind === 'rebuild' && request.target === name && request.switchWhenDone,
    );
    await createModel(store, projection, model);
    planned.push({ projection, model, live: false, switchWhenDone: other || wanted });
  }
  return planned;
};

/** Makes the collections of one more build of a projection's version. */
export const startBuild = async (store: ModelStore, projection: Projection): Promise<string> => {
  const models = (await store.checkpoints()).map(({ model }) => readModelKey(model));
  const { name, version } = projection;
  const own = newest(models.filter((model) => model.projection === name && model.version === version));
  const model = modelKey({ projection: name, version, build: (own?.build ?? 0) + 1 });
  await createModel(store, projection, model);
  return model;
};

/** A name for a running process, unlike any other. */
export const ownerName = (): string => `runner-${process.pid}-${randomUUID().slice(0, 8)}`;

const createModel = (store: ModelStore, { indexes, entryIndexes }: Projection, model: string) =>
  store.create(model, indexes, entryIndexes ?? []);

const firstBuild = ({ name, version }: Projection): ModelName => ({ projection: name, version, build: 1 });

const newest = (models: readonly ModelName[]): ModelName | null =>
  models.reduce<ModelName | null>((best, model) => (best && best.build > model.build ? best : model), null);
