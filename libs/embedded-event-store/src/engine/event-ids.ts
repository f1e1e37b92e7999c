import { randomInt } from 'node:crypto';

/**
 * Ids of the newest events, so that an append which is sent again under `any` is known. An id that is written several times,
 * which an exact expected revision allows, counts where it was written first.
 */
export interface RecentEventIds {
  /** `id` is a UUID in lower case. */
  readonly remember: (id: string, ordinal: number) => void;
  /** The event of that id; `undefined` when it was never seen or is forgotten. */
  readonly ordinal: (id: string) => number | undefined;
}

/** Up to twice as many are, in 84 MB; a real EventStoreDB remembers a bounded number, too. */
const REMEMBERED = 1_000_000;

const FIRST_SLOTS = 1024;

const ID_WORDS = 4;

/** The id, and the ordinal plus one; 0 there marks a slot that is free. */
const SLOT_WORDS = ID_WORDS + 1;

/** Nobody can choose ids that all fall into the same slots. */
const SEED = randomInt(2 ** 32);

type Words = Uint32Array;

/** A hexadecimal digit in lower case. */
const digit = (code: number): number => (code < 58 ? code - 48 : code - 87);

const DASH = 45;

const readWords = (id: string, words: Words): void => {
  let [word, digits] = [0, 0];
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    if (code === DASH) continue;
    word = (word << 4) | digit(code); // a word has eight digits; those before them are shifted out
    digits += 1;
    if (digits % 8 === 0) words[digits / 8 - 1] = word;
  }
};

const hash = (words: Words, at: number): number => {
  let mixed = SEED;
  for (let n = 0; n < ID_WORDS; n++) {
    mixed = Math.imul(mixed ^ (words[at + n] ?? 0), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
};

/** Whether two slots, or a slot and an id, have the same id. */
const isSame = (one: Words, at: number, other: Words, otherAt: number): boolean => {
  for (let n = 0; n < ID_WORDS; n++) if (one[at + n] !== other[otherAt + n]) return false;
  return true;
};

/** Ids by open addressing in one typed array: nothing for the garbage collector to walk through. */
const createTable = () => {
  let slots = new Uint32Array(FIRST_SLOTS * SLOT_WORDS);
  let size = 0;

  /** Where an id is, or where it belongs. */
  const place = (words: Words, from: number): number => {
    const last = slots.length / SLOT_WORDS - 1; // the number of slots is a power of two
    for (let slot = hash(words, from) & last; ; slot = (slot + 1) & last) {
      const at = slot * SLOT_WORDS;
      if (slots[at + ID_WORDS] === 0 || isSame(slots, at, words, from)) return at;
    }
  };

  const put = (words: Words, from: number, mark: number): void => {
    const at = place(words, from);
    for (let n = 0; n < ID_WORDS; n++) slots[at + n] = words[from + n] ?? 0;
    slots[at + ID_WORDS] = mark;
  };

  const grow = (): void => {
    const before = slots;
    slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += SLOT_WORDS) {
      const mark = before[at + ID_WORDS] ?? 0;
      if (mark !== 0) put(before, at, mark);
    }
  };

  return {
    size: () => size,
    ordinal: (words: Words): number | undefined => {
      const mark = slots[place(words, 0) + ID_WORDS] ?? 0;
      return mark === 0 ? undefined : mark - 1;
    },
    add: (words: Words, ordinal: number): void => {
      if (++size * SLOT_WORDS * 2 > slots.length) grow();
      put(words, 0, ordinal + 1);
    },
  };
};

/** Remembers the last `limit` ids at least. */
export const recentEventIds = (limit = REMEMBERED): RecentEventIds => {
  const words = new Uint32Array(ID_WORDS);
  let newer = createTable();
  let older = createTable();
  const find = (id: string): number | undefined => {
    readWords(id, words);
    return newer.ordinal(words) ?? older.ordinal(words);
  };
  return {
    remember: (id, ordinal) => {
      if (find(id) !== undefined) return;
      if (newer.size() === limit) [older, newer] = [newer, createTable()];
      newer.add(words, ordinal);
    },
    ordinal: find,
  };
};
