/** Something that is due at an instant. */
export interface Due {
  readonly at: number;
  /** Decides between those that are due at the same instant. */
  readonly order: number;
}

const isBefore = (one: Due, other: Due): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** What is due next, whatever order it was put in: a binary heap. */
export class Timeline<Entry extends Due> {
  private readonly entries: Entry[] = [];

  get size(): number {
    return this.entries.length;
  }

  add(entry: Entry): void {
    let place = this.entries.push(entry) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.swapped(above, place)) return;
      place = above;
    }
  }

  /** The earliest, taken off; `undefined` when nothing is left. */
  next(): Entry | undefined {
    const [first] = this.entries;
    const last = this.entries.pop();
    if (last === undefined || first === last) return last;
    this.entries[0] = last;
    for (let place = 0; ;) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const least = this.isBefore(right, left) ? right : left;
      if (!this.swapped(place, least)) return first;
      place = least;
    }
  }

  private isBefore(one: number, other: number): boolean {
    const [first, second] = [this.entries[one], this.entries[other]];
    return first !== undefined && second !== undefined && isBefore(first, second);
  }

  /** Puts two into order; false when they are. */
  private swapped(above: number, below: number): boolean {
    const [upper, lower] = [this.entries[above], this.entries[below]];
    if (!upper || !lower || !isBefore(lower, upper)) return false;
    this.entries[above] = lower;
    this.entries[below] = upper;
    return true;
  }
}
