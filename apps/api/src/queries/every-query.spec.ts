import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeApi } from '../operations/documentation';
import { clientOf } from '../testing/client';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';

describe('every query', () => {
  let system: Awaited<ReturnType<typeof systemInMemory>>;
  let position: string;
  let queries: readonly string[];

  beforeAll(async () => {
    system = await systemInMemory();
    const api = clientOf(system.app);
    const { patientId } = (await api.post('/patients', {})).body;
    const { body } = await api.post('/referrals', receiveBody());
    position = String(body['position']);
    const ids: Readonly<Record<string, string>> = {
      referralId: String(body['referralId']),
      patientId: String(patientId),
      queue: 'unacknowledged',
    };
    queries = Object.entries(describeApi(system.app).paths)
      .filter(([, { get }]) => get !== undefined)
      .map(([path]) => path.replaceAll(/{(\w+)}/g, (whole, name: string) => ids[name] ?? whole))
      .filter((path) => !path.includes('{'));
  });
  afterAll(() => system.stop());

  it('shows what was written before, on request', async () => {
    expect(queries.length).toBeGreaterThan(8);
    for (const path of queries)
      expect({ path, ...(await clientOf(system.app).get(`${path}?atLeast=${position}`)) }).toMatchObject({
        path,
        status: 200,
      });
  });

  it('refuses parameters that it does not know', async () => {
    for (const path of queries)
      expect({ path, ...(await clientOf(system.app).get(`${path}?colour=red`)) }).toMatchObject({
        path,
        status: 400,
        body: { detail: expect.stringContaining('colour') },
      });
  });
});
