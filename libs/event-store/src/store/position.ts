import type { LogPosition } from '@referral/eventsourcing';

/** Less than, equal to or greater than zero, as `left` stands before, at or after `right` in the log. */
export const comparePositions = (left: LogPosition, right: LogPosition): number => {
  if (left.commit !== right.commit) return left.commit < right.commit ? -1 : 1;
  if (left.prepare !== right.prepare) return left.prepare < right.prepare ? -1 : 1;
  return 0;
};

/** True when `position` is behind `mark`; everything is behind `null`, the beginning. */
export const isAfter = (position: LogPosition, mark: LogPosition | null): boolean =>
  mark === null || comparePositions(position, mark) > 0;

/** The later of two positions. */
export const later = (left: LogPosition | null, right: LogPosition | null): LogPosition | null =>
  right !== null && isAfter(right, left) ? right : left;
