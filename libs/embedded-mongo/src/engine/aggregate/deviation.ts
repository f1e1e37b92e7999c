import { double, isNumber, nullValue, toDouble } from '../../bson';
import type { Accumulate } from './accumulators';

/** Standard deviation by Welford's method: of a population (`less` 0) or a sample (`less` 1). */
export const deviation = (less: 0 | 1): Accumulate => {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add: (value) => {
      if (!value || !isNumber(value)) return;
      const number = toDouble(value);
      count++;
      const before = number - mean;
      mean += before / count;
      squares += before * (number - mean);
    },
    result: () => (count <= less ? nullValue : double(Math.sqrt(squares / (count - less)))),
  };
};
