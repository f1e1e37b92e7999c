import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyExport } from '@referral/event-store';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApi } from '../serve';
import { clientOf } from '../testing/client';
import { partsInMemory } from '../testing/parts-in-memory';
import { receiveBody } from '../testing/receive-body';

interface Line {
  readonly revision: string;
  readonly counts: boolean;
  readonly disclosed: Readonly<Record<string, unknown>>;
}

describe('an exported history', () => {
  let app: NestFastifyApplication;
  let folder: string;
  let history: string;

  beforeAll(async () => {
    app = await createApi(partsInMemory());
    await app.init();
    folder = await mkdtemp(join(tmpdir(), 'export-'));
    const api = clientOf(app);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    const { body } = await api.post('/referrals', receiveBody([], { occurredAt: yesterday }));
    const referral = `/referrals/${String(body['referralId'])}`;
    const note = { text: 'Synthetic note', visibility: 'team' };
    await api.post(`${referral}/add-note`, note);
    const later = new Date(Date.now() - 43_200_000).toISOString();
    expect((await api.post(`${referral}/add-note`, { ...note, occurredAt: later })).status).toBe(200);
    history = `/api/v1${referral}/history`;
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const exported = async (query: string, roles = 'compliance') => {
    const accept = 'application/x-ndjson';
    const { text } = await clientOf(app).get(history + query, { accept, 'x-roles': roles });
    const file = join(folder, 'history.ndjson');
    await writeFile(file, text);
    const lines = text.trimEnd().split('\n');
    return { lines: lines.slice(0, -1).map((line) => JSON.parse(line) as Line), found: await verifyExport(file) };
  };

  it('is whole and proves itself, also as of an instant by the effective times', async () => {
    const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
    const { lines, found } = await exported(`?time=effective&asOf=${anHourAgo}`);
    expect(found).toMatchObject({ intact: true, events: 4 });
    expect(lines.map(({ revision, counts }) => [revision, counts])).toEqual([
      ['0', true],
      ['1', true],
      ['2', false],
      ['3', true],
    ]);
  });

  it('discloses patient data to those who may see it', async () => {
    const compliance = await exported('');
    expect(compliance.lines.at(-1)?.disclosed).toMatchObject({ text: 'Synthetic note' });
    const admin = await exported('', 'admin');
    expect(admin.lines.at(-1)?.disclosed).toMatchObject({ visibility: 'team' });
    expect(JSON.stringify(admin.lines)).not.toContain('Synthetic note');
    expect(admin.found).toMatchObject({ intact: true, events: 4 });
  });
});
