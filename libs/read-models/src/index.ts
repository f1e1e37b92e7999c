export type { Count, Page, PageQuery, Part, Query, Stored } from './query/queries';
export { ReadModels, type CountBounds } from './read-models';
export type { ModelStatus } from './status';
export type { Intervention } from './store/intervention';
export {
  FencedOff,
  ModelStore,
  Unstorable,
  type Checkpoint,
  type Commit,
  type Find,
  type Row,
} from './store/model-store';
export type { ParkedEvent } from './store/parked-event';
export { InMemoryModelStore } from './memory/in-memory-model-store';
export { MongoModelStore } from './mongo/mongo-model-store';
export { StoredReadModels } from './query/stored-read-models';
export type { FollowPace } from './runner/follow-log';
export { ProjectionRunner, type RunnerOptions } from './runner/projection-runner';
export type { RunnerStatus, RunningModel } from './runner/runner-status';
export { ask, type Request } from './runner/ask';
export { compareModels, type Comparison } from './runner/compare-models';
