import { hash } from 'node:crypto';

/** Numbers that one hash gives. */
const drawsPerHash = 8;

/**
 * Chance that comes out the same each time: an endless row of numbers that follows from a name alone, SHA-256 over name and place. Two
 * names give rows that have nothing to do with each other, so no history depends on how much another one has drawn.
 */
export class Draws {
  private readonly name: string;
  private block = Buffer.alloc(0);
  private drawn = 0;

  /** @param parts what the row belongs to, such as a seed, a kind and a number */
  constructor(...parts: readonly (string | number)[]) {
    this.name = JSON.stringify(parts);
  }

  /** From 0 up to, and never, 1. */
  fraction(): number {
    const place = this.drawn % drawsPerHash;
    if (place === 0) this.block = hash('sha256', `${this.name}:${this.drawn / drawsPerHash}`, 'buffer');
    this.drawn += 1;
    return this.block.readUInt32BE(place * 4) / 2 ** 32;
  }

  /** True as often as the share says. */
  chance(share: number): boolean {
    return this.fraction() < share;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  /** One of the values. Throws a RangeError when there is none. */
  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.whole(0, values.length - 1)];
    if (value === undefined) throw new RangeError('there is nothing to pick from');
    return value;
  }

  /** A key of `shares`, as often as its share of all of them. */
  share<Key extends string>(shares: Readonly<Record<Key, number>>): Key {
    const all = Object.entries(shares) as [Key, number][];
    let left = this.fraction() * all.reduce((sum, [, share]) => sum + share, 0);
    for (const [key, share] of all) {
      left -= share;
      if (left < 0) return key;
    }
    return this.pick(all)[0];
  }
}
