import type { GroupKey } from './group-key';
import type { GroupSettings } from './group-settings';

/** A group as it is configured. */
export interface ConfiguredGroup {
  readonly key: GroupKey;
  readonly settings: GroupSettings;
}

/** The stream whose newest event lists every group. */
export const CONFIGURATION_STREAM = '$persistentSubscriptionConfig';
export const CONFIGURATION_TYPE = '$PersistentConfig';

interface Configuration {
  readonly version: string;
  readonly updated: string;
  readonly entries: readonly ConfiguredGroup[];
}

const VERSION = 'embedded-1';

export const writeConfiguration = (groups: readonly ConfiguredGroup[]): string => {
  const configuration: Configuration = {
    version: VERSION,
    updated: new Date().toISOString(),
    entries: groups.map(({ key, settings }) => ({ key, settings })),
  };
  return JSON.stringify(configuration);
};

const isConfiguration = (value: unknown): value is Configuration =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === VERSION;

/** The groups that a configuration lists; none when somebody else wrote it. */
export const parseConfiguration = (data: string): readonly ConfiguredGroup[] => {
  const value: unknown = JSON.parse(data);
  return isConfiguration(value) ? value.entries : [];
};
