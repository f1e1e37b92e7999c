import { isJson } from './format';
import type { Json } from './format';

/** What the node passes for. */
const serverVersion = [7, 0, 0];
const topology = 'replicaset';

const compareVersions = (left: readonly number[], right: readonly number[]): number => {
  for (const [index, part] of left.entries()) {
    const difference = part - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

const versionOf = (value: unknown): readonly number[] => String(value).split('.').map(Number);

const meets = (requirement: Json): boolean => {
  const { minServerVersion, maxServerVersion, topologies, auth, csfle, serverless, serverParameters } = requirement;
  if (minServerVersion !== undefined && compareVersions(serverVersion, versionOf(minServerVersion)) < 0) return false;
  if (maxServerVersion !== undefined && compareVersions(serverVersion, [...versionOf(maxServerVersion), 99]) > 0)
    return false;
  if (Array.isArray(topologies) && !topologies.includes(topology)) return false;
  const parameters = isJson(serverParameters) ? Object.keys(serverParameters) : [];
  return (
    auth !== true &&
    csfle === undefined &&
    serverless !== 'require' &&
    parameters.every((name) => name === 'enableTestCommands')
  );
};

/** Whether one of the requirements fits a MongoDB 7.0 replica set; none is always fine. */
export const fits = (requirements: readonly Json[] | undefined): boolean =>
  requirements === undefined || requirements.some(meets);
