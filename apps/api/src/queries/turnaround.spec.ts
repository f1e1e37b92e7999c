import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOf } from '../testing/client';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';

describe('the turnaround query', () => {
  let system: Awaited<ReturnType<typeof systemInMemory>>;
  let latest = '0';
  const ask = (query: string, accept = 'application/json') =>
    clientOf(system.app).get(`/api/v1/metrics/turnaround?${query}&atLeast=${latest}`, { accept });

  beforeAll(async () => {
    system = await systemInMemory();
    for (const code of ['cardiology', 'allergy', 'allergy']) {
      const more = { requestedSpecialty: { system: 'urn:specialty', code } };
      const { body } = await clientOf(system.app).post('/referrals', receiveBody([], more));
      latest = String(body['position']);
    }
  });
  afterAll(() => system.stop());

  it('tells each metric and group once, however often it is named', async () => {
    const { body } = await ask('metric=M12,M12,M12@1,R04,R04&groupBy=specialty,specialty');
    expect(body['definitions']).toHaveLength(1);
    expect(body['figures']).toHaveLength(2);
    expect(body['rates']).toHaveLength(6);
  });

  it('takes no endless list', async () => {
    const names = Array.from({ length: 51 }, (_, index) => `M${String(index)}`).join(',');
    expect(await ask(`metric=${names}`)).toMatchObject({ status: 400 });
    const types = Array.from({ length: 51 }, (_, index) => `a.b.v${String(index)}`).join(',');
    expect(await clientOf(system.app).get(`/api/v1/feed?type=${types}`)).toMatchObject({ status: 400 });
  });

  it('tells rates apart by what a referral is', async () => {
    const { body } = await ask('metric=R04&groupBy=specialty');
    expect(body['rates']).toEqual(
      ['allergy', 'cardiology'].flatMap((specialty) =>
        ['R04@1/7', 'R04@1/14', 'R04@1/30'].map((metric): unknown =>
          expect.objectContaining({ metric, group: { specialty }, immature: specialty === 'allergy' ? 2 : 1 }),
        ),
      ),
    );
  });

  it('refuses what it would have to ignore', async () => {
    const dates = ['from=2026-02-30', 'to=2026-13-01', 'from=2026-03-01&to=2026-02-28'];
    for (const query of ['metric=R05&groupBy=week', 'metric=R05&cycle=2', 'cycle=0', 'cycle=first', ...dates])
      expect(await ask(query)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await ask('metric=M12,R04', 'text/csv')).toMatchObject({ status: 400 });
    expect(await ask('groupBy=week')).toMatchObject({ status: 200, body: { rates: [] } });
  });

  it('tells later cycles by themselves', async () => {
    expect((await ask('metric=M12')).body).toMatchObject({ cycle: 1, figures: [{ started: 3 }] });
    expect((await ask('metric=M12&cycle=2')).body).toMatchObject({ cycle: 2, figures: [] });
  });

  it('has a table of figures and one of rates, each with the position that it reflects', async () => {
    const figures = await ask('metric=M12&groupBy=specialty', 'text/csv');
    expect(figures.text.trimEnd().split('\n')).toHaveLength(3);
    const rates = await ask('metric=R04&groupBy=specialty', 'text/csv');
    expect(rates.text.split('\n').slice(0, 2)).toEqual([
      'metric,name,specialty,urgency,direction,suppressed,numerator,denominator,rate,immature',
      'R04@1/7,scheduling rate at 7 days,allergy,,,no,0,0,,2',
    ]);
    for (const { headers } of [figures, rates])
      expect(Number(headers['x-position'])).toBeGreaterThanOrEqual(Number(latest));
  });
});
