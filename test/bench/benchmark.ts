/** One measured figure, with what it is compared to. */
export interface Row {
  /** What was measured, in a few words. */
  readonly name: string;
  readonly figure: number;
  /** Such as `/s` or `ms`. */
  readonly unit: string;
  /** The ceiling or the peer, measured in the same run, in the same unit. */
  readonly peer?: { readonly name: string; readonly figure: number };
  /** What else is worth knowing, such as a percentile. */
  readonly beside?: string;
}

/** Something that must hold of the outcome, however fast it was: how many times it did not. */
export interface Check {
  /** `lost`, `doubled`, `reordered`, or the like. */
  readonly name: string;
  readonly violations: number;
}

/** What one benchmark found. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly checks: readonly Check[];
}

/** A measurement that starts what it needs and cleans up behind itself. */
export interface Benchmark {
  readonly name: string;
  /** One sentence for `--help`. */
  readonly summary: string;
  readonly run: () => Promise<Findings>;
}
