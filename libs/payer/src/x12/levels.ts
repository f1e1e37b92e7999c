import { UnintelligibleAnswer } from '../errors';
import { element, type Segment } from './segment';

/** A level of the hierarchy that HL segments make, without those below it. */
export interface Level {
  /** What it is about, such as `22` (subscriber), `EV` (patient event), `SS` (service). */
  readonly code: string;
  readonly segments: readonly Segment[];
}

/** The levels of a transaction in their order. Throws an UnintelligibleAnswer when one lies below none that came before. */
export const levelsOf = (segments: readonly Segment[]): readonly Level[] => {
  const levels: { code: string; segments: Segment[] }[] = [];
  const seen = new Set<string>();
  for (const segment of segments) {
    if (segment[0] !== 'HL') {
      levels.at(-1)?.segments.push(segment);
      continue;
    }
    const [id, parent, code] = [element(segment, 1), element(segment, 2), element(segment, 3)];
    if (id === '' || seen.has(id) || (parent !== '' && !seen.has(parent)))
      throw new UnintelligibleAnswer('Its hierarchy (HL) is broken.');
    seen.add(id);
    levels.push({ code, segments: [] });
  }
  return levels;
};
