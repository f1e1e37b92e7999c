export { startNode } from './node';
export type { EventStoreNode, NodeOptions } from './node';
