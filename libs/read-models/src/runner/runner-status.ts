/** How a runner stands with one of its models. */
export interface RunningModel {
  readonly model: string;
  readonly projection: string;
  readonly live: boolean;
  /**
   * `catchingUp`, then `current`. `aheadOfLog`: the checkpoint names a position that the log does not have, so the documents tell of
   * another log than this one: nothing is done to the model until it is rebuilt.
   */
  readonly state: 'catchingUp' | 'current' | 'aheadOfLog';
  /** `positionKey`. */
  readonly position: string | null;
  readonly events: number;
  readonly eventsPerSecond: number;
  /** Documents with parked events. */
  readonly parkedDocuments: number;
  /** Share of the log behind it, 0 to 1, by position. */
  readonly share: number;
  /** Estimate of the seconds until it is current; `null` while there is nothing to estimate from. */
  readonly remainingSeconds: number | null;
}

/** How a runner stands, for readiness and metrics. */
export interface RunnerStatus {
  /** `standby`: another runner has the models; this one takes over when that one falls silent. */
  readonly state: 'starting' | 'running' | 'standby' | 'stopped';
  /** All live models have everything that was there when last looked. */
  readonly current: boolean;
  readonly head: string | null;
  readonly models: readonly RunningModel[];
  readonly lastError: string | null;
}
