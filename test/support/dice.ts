/** Chance that can be repeated: the same seed, the same throws. */
export interface Dice {
  /** 0 to `below` - 1. */
  readonly number: (below: number) => number;
  /** One of these, all as likely. */
  readonly one: <Value>(values: readonly Value[]) => Value;
  /** All of these, in any order. */
  readonly shuffled: <Value>(values: readonly Value[]) => readonly Value[];
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough to shuffle a test. */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0;
  const number = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
  const one = <Value>(values: readonly Value[]): Value => {
    const value = values[number(values.length)];
    if (value === undefined) throw new RangeError('There is nothing to choose from.');
    return value;
  };
  const shuffled = <Value>(values: readonly Value[]): readonly Value[] =>
    values
      .map((value) => ({ value, place: number(1_000_000) }))
      .sort((left, right) => left.place - right.place)
      .map(({ value }) => value);
  return { number, one, shuffled };
};
