import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfiguration } from './configuration';

const problemsOf = (environment: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfiguration(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
};

describe('the settings', () => {
  it('need not be given: one machine works as it is', () => {
    expect(readConfiguration({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: '.data',
      LOG_LEVEL: 'info',
    });
  });

  it('are taken from the environment, and an empty one counts as absent', () => {
    expect(readConfiguration({ PORT: '0', DATA_DIR: '/srv/ledger', LOG_LEVEL: '' })).toMatchObject({
      PORT: 0,
      DATA_DIR: '/srv/ledger',
      LOG_LEVEL: 'info',
    });
  });

  it('are all refused together when they cannot be used, each by its name', () => {
    const told = { PORT: 'http', EVENTSTORE_URL: 'http://x', LOG_LEVEL: 'loud', PHI_KEK: 'short' };
    const problems = problemsOf({ ...told, CLOSE_AFTER_BUSINESS_DAYS: 'soon' });
    for (const name of [...Object.keys(told), 'CLOSE_AFTER_BUSINESS_DAYS'])
      expect(problems).toContainEqual(expect.stringContaining(name));
  });

  it('name who asks payers when payers are to be asked', () => {
    expect(problemsOf({ PAYER_URL: 'http://127.0.0.1:4010' })).toEqual([expect.stringContaining('PAYER_NPI')]);
    expect(problemsOf({ PAYER_URL: 'http://127.0.0.1:4010', PAYER_NPI: '1234567893' })).toEqual([]);
  });

  it.each(['0.0.0.0', '10.1.2.3', '::'])('do not open %s while callers are only named by headers', (HOST) => {
    expect(problemsOf({ HOST })).toEqual([expect.stringContaining('INSECURE_TRUST_HEADERS=1')]);
    expect(problemsOf({ HOST, INSECURE_TRUST_HEADERS: '1' })).toEqual([]);
  });
});
