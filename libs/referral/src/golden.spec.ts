import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import {
  referralEventTypes,
  referralUpcasters,
  type ReferralEvent,
  type ReferralEventType,
} from './events/referral-event';
import { evolve } from './evolve';
import { initialState } from './referral';
import type { Stage } from './stages';
import { histories, referralAfter, type ReachedStage } from './testing';

/** An event as some version of this code stored it, and between which stages it lies. */
interface Golden {
  readonly type: ReferralEventType;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly from: ReachedStage | 'none';
  readonly to: Stage;
  readonly data: Readonly<Record<string, unknown>>;
}

const folder = new URL('./golden/', import.meta.url);
const samples = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden);
const types = Object.entries(referralEventTypes);

/** The event as it is read today. */
const opened = ({ type, schemaVersion, occurredAt, data }: Golden): ReferralEvent => {
  let current = data;
  for (let version = schemaVersion; version < referralEventTypes[type].schemaVersion; version += 1)
    current = referralUpcasters[type]?.[version]?.(current) ?? current;
  return { type, occurredAt, data: current } as unknown as ReferralEvent;
};

type Fields = Readonly<Record<string, unknown>>;

/** What stands at a path; `changes[].old` leads to the first of several. */
const valueAt = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    const found = (value as Fields | undefined)?.[key.replace('[]', '')];
    return key.endsWith('[]') ? (found as readonly unknown[] | undefined)?.[0] : found;
  }, data);

/** The data after what stands at a path is gone. */
const withoutValueAt = (data: Fields, path: string): Fields => {
  const [key = '', ...rest] = path.split('.');
  const name = key.replace('[]', '');
  if (rest.length === 0) return { ...data, [name]: null };
  const items = data[name] as readonly Fields[];
  return { ...data, [name]: items.map((item) => withoutValueAt(item, rest.join('.'))) };
};

describe('stored events', () => {
  it.each(types)('of every version have a sample: %s', (type, { schemaVersion }) => {
    const versions = samples.filter((sample) => sample.type === type).map((sample) => sample.schemaVersion);
    expect(versions.sort()).toEqual(Array.from({ length: schemaVersion }, (_, index) => index + 1));
  });

  it.each(samples)('of version $schemaVersion still mean the same: $type', (sample) => {
    const before = sample.from === 'none' ? initialState : referralAfter(...histories[sample.from]);
    expect(evolve(before, opened(sample)).stage).toBe(sample.to);
  });

  it.each(types)('hold their patient data where their type says: %s', (type, { phi }) => {
    const sample = samples.find((known) => known.type === type);
    for (const path of phi) expect(valueAt(sample?.data, path)).toBeDefined();
  });

  it.each(samples)('can be folded after the patient data is gone: $type', (sample) => {
    const gone = referralEventTypes[sample.type].phi.reduce(withoutValueAt, sample.data);
    const before = sample.from === 'none' ? initialState : referralAfter(...histories[sample.from]);
    const event = { ...opened(sample), data: gone } as unknown as ReferralEvent;
    expect(evolve(before, event)).toEqual(evolve(before, opened(sample)));
  });
});
