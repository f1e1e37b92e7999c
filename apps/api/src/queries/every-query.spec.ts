import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeApi } from '../operations/documentation';
import { clientOf } from '../testing/client';
import { type Described, disagreements } from '../testing/disagreements';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';

/** A query of the interface, and how its answer is described. */
interface Query {
  readonly path: string;
  readonly schema: Described;
}

describe('every query', () => {
  let system: Awaited<ReturnType<typeof systemInMemory>>;
  let position: string;
  let queries: readonly Query[];

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
    queries = Object.entries(describeApi(system.app).paths).flatMap(([path, { get }]) => {
      const filled = path.replaceAll(/{(\w+)}/g, (whole, name: string) => ids[name] ?? whole);
      if (get === undefined || !path.startsWith('/api/') || filled.includes('{')) return [];
      const { content } = get.responses['200'] as { content: Readonly<Record<string, { schema: Described }>> };
      return [{ path: filled, schema: content['application/json']?.schema ?? {} }];
    });
  });
  afterAll(() => system.stop());

  it('shows what was written before, on request, in the form that is described', async () => {
    expect(queries.length).toBeGreaterThan(8);
    for (const { path, schema } of queries) {
      const { status, body } = await clientOf(system.app).get(`${path}?atLeast=${position}`);
      expect({ path, status, wrong: disagreements(body, schema) }).toEqual({ path, status: 200, wrong: [] });
    }
  });

  it('refuses parameters that it does not know', async () => {
    for (const { path } of queries)
      expect({ path, ...(await clientOf(system.app).get(`${path}?colour=red`)) }).toMatchObject({
        path,
        status: 400,
        body: { detail: expect.stringContaining('colour') },
      });
  });
});
