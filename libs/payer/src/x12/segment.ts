/** A segment as X12 numbers it: its tag at 0, its first element at 1. */
export type Segment = readonly string[];

/** An element of a segment; empty when it is not there. */
export const element = (segment: Segment, place: number): string => segment[place] ?? '';
