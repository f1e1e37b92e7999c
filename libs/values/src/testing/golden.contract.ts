import { describe, expect, it } from '@jest/globals';
import type { Command, DomainEvent, EventType, Staged } from '@referral/eventsourcing';
import { readdirSync, readFileSync } from 'node:fs';
import { type AggregateUnderTest, stateAfter } from './under-test';

/** An event as some version of this code stored it, and between which stages it lies. */
interface Golden {
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly from: string;
  readonly to: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** `data` with what stands at a PHI path, such as `fields[].value`, changed. */
const changedAt = (data: unknown, path: readonly string[], change: (value: unknown) => unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return change(data);
  if (Array.isArray(data)) return data.map((item: unknown) => changedAt(item, path, change));
  const fields = data as Readonly<Record<string, unknown>>;
  return step in fields ? { ...fields, [step]: changedAt(fields[step], rest, change) } : data;
};

const stepsOf = (path: string): readonly string[] => path.replaceAll('[]', '').split('.');

/** Every stored version of every event is still read, and means what it meant. */
export const goldenContract = <C extends Command, State extends Staged, Event extends DomainEvent>({
  aggregate,
  histories,
  golden,
}: AggregateUnderTest<C, State, Event>): void => {
  const { decider, upcasters } = aggregate;
  const types: Readonly<Record<string, EventType>> = aggregate.events;
  const samples = readdirSync(golden).map((file) => JSON.parse(readFileSync(new URL(file, golden), 'utf8')) as Golden);
  const opened = ({ type, schemaVersion, occurredAt, data }: Golden): Event => {
    let current = data;
    for (let version = schemaVersion; version < (types[type]?.schemaVersion ?? 0); version += 1)
      current = upcasters[type]?.[version]?.(current) ?? current;
    return { type, occurredAt, data: current } as unknown as Event;
  };
  const before = ({ from }: Golden): State => stateAfter(aggregate, from === 'none' ? [] : (histories[from] ?? []));

  describe('stored events', () => {
    it.each(Object.entries(types))('of every version have a sample: %s', (type, { schemaVersion }) => {
      const versions = samples.filter((sample) => sample.type === type).map((sample) => sample.schemaVersion);
      expect(versions.sort()).toEqual(Array.from({ length: schemaVersion }, (_, index) => index + 1));
    });

    it.each(samples)('of version $schemaVersion still mean the same: $type', (sample) => {
      const start = before(sample);
      expect(start.stage).toBe(sample.from);
      expect(decider.evolve(start, opened(sample)).stage).toBe(sample.to);
    });

    it.each(samples)('hold their patient data where their type says: $type', ({ type, data }) => {
      for (const path of types[type]?.phi ?? []) {
        let found = 0;
        changedAt(data, stepsOf(path), () => (found += 1));
        expect([path, found > 0]).toEqual([path, true]);
      }
    });

    it.each(samples)('make the same state whatever the patient data, also when it is gone: $type', (sample) => {
      const event = opened(sample);
      const phi = types[sample.type]?.phi ?? [];
      const gone = phi.reduce<unknown>((data, path) => changedAt(data, stepsOf(path), () => null), event.data);
      expect(decider.evolve(before(sample), { ...event, data: gone as object })).toEqual(
        decider.evolve(before(sample), event),
      );
    });
  });
};
