import { afterEach } from '@jest/globals';
import { openEngine } from '../engine/event-store-engine';
import type { EngineOptions, EventStoreEngine } from '../engine/event-store-engine';
import { scratchFolder } from './scratch-folder';

const opened: EventStoreEngine[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((engine) => engine.close()));
});

/** An engine over a new folder, or a given one, that is closed after the test. */
export const openScratchEngine = async (options: Partial<EngineOptions> = {}): Promise<EventStoreEngine> => {
  const engine = await openEngine({ folder: scratchFolder(), warn: () => undefined, ...options });
  opened.push(engine);
  return engine;
};

/** Resolves when a condition holds; the test's own limit ends a condition that never does. */
export const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};
