import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually';
import { client } from '../support/http';
import { startSystem, type System } from '../support/system';

const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
};

const started = /"program":"[a-z-]+","processId":(\d+),"msg":"started"/g;

/** Process ids of everything that a system has started. */
const processesOf = (system: System): readonly number[] =>
  [...system.output().matchAll(started)].map(([, processId]) => Number(processId));

describe('a system on one machine', () => {
  let system: System | undefined;
  afterEach(() => system?.dispose());

  it('leaves no process behind when it is killed, and starts again on the same data', async () => {
    system = await startSystem();
    const children = processesOf(system);
    expect(children.length).toBe(5);
    await system.crash();
    await eventually('every process has left', () => (children.some(isAlive) ? undefined : true));
    const again = await startSystem({ dataDirectory: system.dataDirectory });
    expect((await client(again.url).get('/worklists')).status).toBe(200);
    expect(await again.stop()).toBe(0);
  }, 60_000);

  it('says that its port is taken and what to set, and leaves the one that has it alone', async () => {
    system = await startSystem();
    const { port } = new URL(system.url);
    await expect(startSystem({ environment: { PORT: port } })).rejects.toThrow(
      `Port ${port} is taken by another program. Stop that program, or set PORT to another number`,
    );
    expect((await client(system.url).get('/worklists')).status).toBe(200);
  }, 60_000);
});
