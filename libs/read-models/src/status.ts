/** How one version of a read model stands, as its checkpoint tells. */
export interface ModelStatus {
  /** `worklist@1`, or `worklist@1.2` for the second build of a version. */
  readonly model: string;
  readonly projection: string;
  readonly version: number;
  /** Whether queries are answered from it. */
  readonly live: boolean;
  /** `positionKey` of the newest event it has seen; `null` before the first. */
  readonly position: string | null;
  /** Events it has been shown so far. */
  readonly events: number;
  /** Events set aside, the poisoned and those that wait behind them. */
  readonly parked: number;
  /** Rises with every runner that took it over. */
  readonly epoch: number;
  /** When its checkpoint was last written, ISO 8601 UTC. */
  readonly updatedAt: string;
}
