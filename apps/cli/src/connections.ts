import { resolve } from 'node:path';
import { type Configuration, ConfigurationError, findRunning, readConfiguration } from '@referral/runtime';

/** The settings, with the connection strings of the system that runs on DATA_DIR where the environment names none. */
export const connections = (environment: NodeJS.ProcessEnv): Configuration => {
  const { DATA_DIR } = readConfiguration(environment);
  const running = findRunning(resolve(DATA_DIR));
  const { EVENTSTORE_URL = running?.EVENTSTORE_URL, MONGODB_URL = running?.MONGODB_URL } = environment;
  if (EVENTSTORE_URL === undefined || MONGODB_URL === undefined)
    throw new ConfigurationError([
      `Nothing runs on DATA_DIR=${DATA_DIR}. Start it with \`npm start\`, or set EVENTSTORE_URL and MONGODB_URL.`,
    ]);
  return readConfiguration({ ...environment, EVENTSTORE_URL, MONGODB_URL });
};
