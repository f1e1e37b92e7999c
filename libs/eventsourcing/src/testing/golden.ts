import { deepStrictEqual, notStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Aggregate } from '../aggregate';
import type { Command } from '../command';
import { fold } from '../decider';
import type { DomainEvent } from '../domain-event';
import type { Staged } from '../rules/use-case';

/** An event as some version of this code stored it. */
interface Sample {
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The samples whose facts precede it, by their names and in their order, and the whole state that it makes. */
interface ToldByState extends Sample {
  readonly after: readonly string[];
  readonly state: unknown;
}

/** Between which stages it lies, where the state is too large to be written down for each sample. */
interface ToldByStage extends Sample {
  readonly from: string;
  readonly to: string;
}

type Golden = ToldByState | ToldByStage;

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

/** As it would be stored. */
const plain = <State>(state: State): State => JSON.parse(JSON.stringify(state)) as State;

const samplesIn = (folder: URL): ReadonlyMap<string, Golden> =>
  new Map(
    readdirSync(folder).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden,
    ]),
  );

/**
 * What holds of the stored events of an aggregate: every version of every type has a sample, a sample still means what it meant, and it
 * means the same when the patient data in it is gone, of which the state holds none.
 * @param histories the plain history that leads to each stage from which a sample starts
 */
export const goldenChecks = <C extends Command, State extends Staged, Event extends DomainEvent>(
  folder: URL,
  { decider, events, upcasters }: Aggregate<C, State, Event>,
  histories: Readonly<Record<string, readonly Event[]>> = {},
): readonly Check[] => {
  const samples = samplesIn(folder);
  const versions = Object.entries<{ readonly schemaVersion: number }>(events).flatMap(([type, { schemaVersion }]) =>
    Array.from({ length: schemaVersion }, (_, index) => `${type}.v${String(index + 1)}`),
  );
  const sample = (name: string): Golden => {
    const found = samples.get(name);
    if (!found) throw new Error(`there is no sample ${name}`);
    strictEqual(`${found.type}.v${String(found.schemaVersion)}`, name);
    return found;
  };
  const opened = ({ type, schemaVersion, occurredAt, data }: Golden): Event => {
    let current = data;
    for (let version = schemaVersion; version < events[type as Event['type']].schemaVersion; version += 1)
      current = upcasters[type]?.[version]?.(current) ?? current;
    return { type, occurredAt, data: current } as unknown as Event;
  };
  const stateBefore = (golden: Golden): State => {
    const history = 'after' in golden ? golden.after.map(sample).map(opened) : (histories[golden.from] ?? []);
    const before = fold(decider.evolve, decider.initialState, history);
    if ('from' in golden) strictEqual(before.stage, golden.from);
    return before;
  };
  const checkMeaning = (golden: Golden): void => {
    const event = opened(golden);
    const before = stateBefore(golden);
    const stateAfter = (data: object) => plain(decider.evolve(before, { ...event, data }));
    const state = stateAfter(event.data);
    if ('state' in golden) deepStrictEqual(state, golden.state);
    else strictEqual(state.stage, golden.to);
    const { phi } = events[golden.type as Event['type']];
    for (const path of phi) {
      const data = destroyed(event.data, namesOf(path)) as object;
      notStrictEqual(JSON.stringify(data), JSON.stringify(event.data), `there is nothing at ${path}`);
      deepStrictEqual(stateAfter(data), state);
    }
    const gone = phi.reduce<unknown>((data, path) => destroyed(data, namesOf(path)), event.data);
    deepStrictEqual(stateAfter(gone as object), state);
  };
  return [
    ...versions.map((name) => ({ title: `${name} has a sample`, check: () => void sample(name) })),
    ...[...samples.keys()].map((name) => ({
      title: `${name} still means the same, also without its patient data`,
      check: () => {
        ok(versions.includes(name), 'there is no such version of an event');
        checkMeaning(sample(name));
      },
    })),
  ];
};
