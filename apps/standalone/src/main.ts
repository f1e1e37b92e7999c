import { resolve } from 'node:path';
import { logger, readConfiguration, runProcess } from '@referral/runtime';
import { startEverything } from './everything';

const log = logger('standalone', process.env['LOG_LEVEL'] ?? 'info');

await runProcess(log, async () => {
  const configuration = readConfiguration(process.env);
  return startEverything({
    environment: process.env,
    dataDirectory: resolve(configuration.DATA_DIR),
    configuration,
    log,
  });
});
