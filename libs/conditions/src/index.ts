export { everything, nothing, type Bound, type Condition, type Scalar, type Sort } from './condition';
export { compareRows, matches, scalarAt } from './matches';
export { readPath } from './values';
