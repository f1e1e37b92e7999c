import { modelStoreContract } from '../contract/model-store.contract';
import { readModelsContract } from '../contract/read-models.contract';
import { runnerContract } from '../contract/runner.contract';
import type { StoreUnderTest } from '../contract/store-under-test';
import { InMemoryModelStore } from './in-memory-model-store';

const inMemory: StoreUnderTest = {
  name: 'in memory',
  empty: () => Promise.resolve(new InMemoryModelStore(() => Date.now())),
  close: () => Promise.resolve(),
};

modelStoreContract(inMemory);
readModelsContract(inMemory);
runnerContract(inMemory);
