import 'reflect-metadata';
import { clock, logger, readConfiguration, runProcess } from '@referral/runtime';
import { compose } from './composition';
import { serve } from './serve';

const log = logger('api', process.env['LOG_LEVEL'] ?? 'info');

await runProcess(log, async () => {
  const configuration = readConfiguration(process.env);
  const parts = compose(configuration, clock(configuration.CLOCK_NOW), log);
  return serve(parts);
});
