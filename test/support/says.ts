import { eventually } from './eventually';
import type { RunningStore } from './store-process';

/** Resolves when the store has said something on stderr, which comes by a pipe of its own and may come after an answer to a call. */
export const says = (node: RunningStore, words: string): Promise<true> =>
  eventually(`the store says "${words}"`, () => (node.errors().includes(words) ? true : undefined));
