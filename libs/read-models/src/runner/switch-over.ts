import type { ModelStore, Move } from '../store/model-store';
import type { ModelWriter } from './model-writer';

/** What switching over needs of its surroundings. */
export interface SwitchSurroundings {
  readonly store: ModelStore;
  /** Process that takes the live model out of the hands of its writer. */
  readonly owner: string;
  readonly lateAt: () => string;
  /** The build is live; nothing that was planned before holds any more. */
  readonly onLive: () => void;
}

/** The live model before a switch, with its writer when it is in this process. */
export interface LiveModel {
  readonly model: string;
  readonly writer?: ModelWriter;
}

/**
 * Makes a build the live model; false when it has to see more before. Those who read entries on by their place have come as far as the
 * live model told them, so an entry that came late there stands in the build at the same place; and what is parked there, and was never
 * told, comes behind all that was. From here on nobody writes to the model that was live.
 */
export const switchOver = async (
  around: SwitchSurroundings,
  build: ModelWriter,
  { model, writer }: LiveModel,
): Promise<boolean> => {
  const { store } = around;
  const work = async (): Promise<boolean> => {
    if (build.projection.entry) {
      const waits = await store.parked(model);
      if (waits.some(({ position }) => build.seen === null || position > build.seen)) return false;
      await build.move(await movesFrom(around, model));
    }
    await store.makeLive(build.projection.name, build.model);
    around.onLive();
    return true;
  };
  return writer ? writer.inTurn(work) : work();
};

const movesFrom = async ({ store, owner, lateAt }: SwitchSurroundings, model: string): Promise<readonly Move[]> => {
  const { position } = await store.acquire(model, owner);
  const mark = `${position ?? ''}+${lateAt()}`;
  const moves: Move[] = [];
  for await (const row of store.scan({ model, part: 'entries', filter: { path: '_late', is: 'equals', value: true } }))
    moves.push({ id: row._id, position: row._position });
  for (const { position: key } of await store.parked(model)) moves.push({ id: key, position: `${mark}+${key}` });
  return moves;
};
