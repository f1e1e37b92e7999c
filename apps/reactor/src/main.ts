import 'reflect-metadata';
import { clock, logger, readConfiguration, runProcess } from '@referral/runtime';
import { compose } from './composition';

const log = logger('reactor', process.env['LOG_LEVEL'] ?? 'info');

await runProcess(log, async () => {
  const configuration = readConfiguration(process.env);
  return compose(configuration, clock(configuration.CLOCK_NOW), log);
});
