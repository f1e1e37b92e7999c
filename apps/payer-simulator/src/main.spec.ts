import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scenarios } from './scenarios';
import { type RunningSimulator, runSimulator, startSimulator } from './testing/simulator';

describe('the process of the simulated payer', () => {
  let simulator: RunningSimulator;

  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.stop());

  it('listens on this machine alone, and ends when it is asked to', async () => {
    const another = await startSimulator();
    expect(another.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await another.stop()).toBe(0);
  });

  it('tells every flag and every scenario', async () => {
    const { code, output } = await runSimulator('--help');
    expect(code).toBe(0);
    for (const word of ['--port', '--default', '--slow-ms', '--pend-ms', '--pend-inquiries', ...Object.keys(scenarios)])
      expect(output).toContain(word);
  });

  it.each([
    [['--port', 'http'], /--port is a number from 0 to 65535/],
    [['--port', '-1'], /--port/],
    [['--slow-ms', '1.5'], /--slow-ms is a number/],
    [['--default', 'NOBODY'], /--default is one of .*ACTIVE/],
    [['--colour', 'red'], /--colour/],
  ])('says what is wrong with %j', async (flags, what) => {
    const { code, errors } = await runSimulator(...flags);
    expect(code).toBe(2);
    expect(errors).toMatch(what);
  });

  it('says in one line that its port is taken', async () => {
    const { code, errors } = await runSimulator('--port', new URL(simulator.url).port);
    expect(code).toBe(1);
    expect(errors).toMatch(/^Port \d+ is taken[^\n]*\n$/);
  });

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html>'.padEnd(300)],
    ['more than any request has', 'ISA'.padEnd(2 * 1024 * 1024)],
  ])('answers HTTP 400 to %s', async (_what, body) => {
    const response = await fetch(simulator.url, { method: 'POST', body });
    expect(response.status).toBe(400);
  });

  it('answers HTTP 400 to whoever posts nothing', async () => {
    expect((await fetch(simulator.url)).status).toBe(400);
  });
});
