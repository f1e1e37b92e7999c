import type { EventStoreEngine } from '../engine/event-store-engine';
import { checkpointStream, parkedStream } from './group-key';
import type { GroupKey } from './group-key';
import { refusal } from './group-settings';
import type { GroupSettings } from './group-settings';
import { createOwnStreams } from './own-streams';
import { startGroup } from './persistent-group';
import type { PersistentGroup } from './persistent-group';
import {
  CONFIGURATION_STREAM,
  CONFIGURATION_TYPE,
  parseConfiguration,
  writeConfiguration,
} from './registry-configuration';
import type { ConfiguredGroup } from './registry-configuration';

/** What became of a change. */
export type RegistryOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'does-not-exist' }
  | { readonly kind: 'failed'; readonly reason: string };

/** All persistent subscriptions of the node; their configuration is a stream of the store. */
export interface GroupRegistry {
  readonly create: (key: GroupKey, settings: GroupSettings) => Promise<RegistryOutcome>;
  /** Drops the consumers; they connect again. */
  readonly update: (key: GroupKey, settings: GroupSettings) => Promise<RegistryOutcome>;
  /** Drops the consumers, and forgets progress and parked messages. */
  readonly remove: (key: GroupKey) => Promise<RegistryOutcome>;
  readonly find: (key: GroupKey) => PersistentGroup | undefined;
  /** All groups, or those of one source. */
  readonly list: (source: string | undefined) => readonly PersistentGroup[];
  /** Starts every group again from what is written of it. */
  readonly restart: () => void;
  readonly close: () => void;
}

interface RunningGroup extends ConfiguredGroup {
  readonly group: PersistentGroup;
}

const nameOf = ({ source, group }: GroupKey): string => `${source}::${group}`;

const done: RegistryOutcome = { kind: 'done' };

/** Starts the groups that are configured in the store. */
export const openGroupRegistry = (engine: EventStoreEngine): GroupRegistry => {
  const own = createOwnStreams(engine);
  const groups = new Map<string, RunningGroup>();

  const start = ({ key, settings }: ConfiguredGroup): void => {
    groups.set(nameOf(key), { key, settings, group: startGroup(engine, own, key, settings) });
  };

  const startAll = (): void => {
    const configured = own.last(CONFIGURATION_STREAM);
    for (const one of configured === undefined ? [] : parseConfiguration(configured)) start(one);
  };

  const closeAll = (): void => {
    for (const { group } of groups.values()) group.close();
    groups.clear();
  };

  const save = (): Promise<void> =>
    own.append(CONFIGURATION_STREAM, CONFIGURATION_TYPE, writeConfiguration([...groups.values()]));

  const put = async (key: GroupKey, settings: GroupSettings): Promise<RegistryOutcome> => {
    const reason = refusal(settings);
    if (reason !== undefined) return { kind: 'failed', reason };
    groups.get(nameOf(key))?.group.close();
    start({ key, settings });
    await save();
    return done;
  };

  startAll();
  return {
    create: async (key, settings) => (groups.has(nameOf(key)) ? { kind: 'exists' } : put(key, settings)),
    update: async (key, settings) => {
      const known = groups.get(nameOf(key));
      return known === undefined
        ? { kind: 'does-not-exist' }
        : put(key, { ...settings, filter: known.settings.filter });
    },
    remove: async (key) => {
      const known = groups.get(nameOf(key));
      if (known === undefined) return { kind: 'does-not-exist' };
      known.group.close();
      groups.delete(nameOf(key));
      await save();
      await Promise.all([own.remove(checkpointStream(key)), own.remove(parkedStream(key))]);
      return done;
    },
    find: (key) => groups.get(nameOf(key))?.group,
    list: (source) =>
      [...groups.values()].filter(({ key }) => source === undefined || key.source === source).map(({ group }) => group),
    restart: () => {
      closeAll();
      startAll();
    },
    close: closeAll,
  };
};
