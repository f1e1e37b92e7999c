import type { ModelStore } from '../store/model-store';

/** An implementation that a contract is held against: an empty store each time, and what to do when all is done. */
export interface StoreUnderTest {
  readonly name: string;
  readonly empty: () => Promise<ModelStore>;
  readonly close: () => Promise<void>;
}
