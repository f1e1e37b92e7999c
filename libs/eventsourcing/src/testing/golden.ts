import { deepStrictEqual, notStrictEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Aggregate } from '../aggregate';
import type { Command } from '../command';
import { fold } from '../decider';
import type { DomainEvent } from '../domain-event';

/** An event as some version of this code stored it, the samples that came before it, and what it makes of the state. */
interface Golden {
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  /** Names of the samples whose facts precede it, in their order. */
  readonly after: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: unknown;
}

/** Something to check, with its title. */
export interface Check {
  readonly title: string;
  readonly check: () => void;
}

const namesOf = (path: string): readonly string[] => path.replaceAll('[]', '').split('.');

/** `data` with what stands at a PHI path taken away, as it is read once the patient's key is destroyed. */
const destroyed = (data: unknown, [name, ...rest]: readonly string[]): unknown => {
  if (name === undefined) return null;
  if (Array.isArray(data)) return data.map((item: unknown) => destroyed(item, [name, ...rest]));
  if (typeof data !== 'object' || data === null || !(name in data)) return data;
  return { ...data, [name]: destroyed((data as Readonly<Record<string, unknown>>)[name], rest) };
};

/**
 * What holds of the stored events of an aggregate: every version of every type has a sample, a sample still means what it meant, and it
 * means the same when the patient data in it is gone, of which the state holds none.
 */
export const goldenChecks = <C extends Command, State, Event extends DomainEvent>(
  folder: URL,
  { decider, events, upcasters }: Aggregate<C, State, Event>,
): readonly Check[] => {
  const samples = new Map(
    readdirSync(folder).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden,
    ]),
  );
  const opened = ({ type, schemaVersion, occurredAt, data }: Golden): Event => {
    let current = data;
    for (let version = schemaVersion; version < events[type as Event['type']].schemaVersion; version += 1)
      current = upcasters[type]?.[version]?.(current) ?? current;
    return { type, occurredAt, data: current } as unknown as Event;
  };
  const sample = (name: string): Golden => {
    const found = samples.get(name);
    if (!found) throw new Error(`there is no sample ${name}`);
    return found;
  };
  const stateAfter = (golden: Golden, event: Event): unknown => {
    const before = fold(decider.evolve, decider.initialState, golden.after.map(sample).map(opened));
    return JSON.parse(JSON.stringify(decider.evolve(before, event)));
  };
  const versions = Object.entries<{ readonly schemaVersion: number }>(events).flatMap(([type, { schemaVersion }]) =>
    Array.from({ length: schemaVersion }, (_, index) => `${type}.v${String(index + 1)}`),
  );
  return [
    ...versions.map((name) => ({ title: `${name} has a sample`, check: () => void sample(name) })),
    ...[...samples].map(([name, golden]) => ({
      title: `${name} still means the same, also without its patient data`,
      check: () => {
        const event = opened(golden);
        deepStrictEqual(stateAfter(golden, event), golden.state);
        for (const path of events[golden.type as Event['type']].phi) {
          const data = destroyed(event.data, namesOf(path)) as object;
          notStrictEqual(JSON.stringify(data), JSON.stringify(event.data), `${name} has nothing at ${path}`);
          deepStrictEqual(stateAfter(golden, { ...event, data }), golden.state);
        }
      },
    })),
  ];
};
