import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOf } from '../testing/client';
import { receiveBody } from '../testing/receive-body';
import { systemInMemory } from '../testing/system-in-memory';

const texts = ['team', 'partner', 'clinical'].map((visibility) => ({
  visibility,
  text: `Synthetic ${visibility} note`,
}));

describe('a note', () => {
  let system: Awaited<ReturnType<typeof systemInMemory>>;
  let referral: string;
  let position = '';

  beforeAll(async () => {
    system = await systemInMemory();
    const api = clientOf(system.app);
    referral = `/referrals/${String((await api.post('/referrals', receiveBody())).body['referralId'])}`;
    for (const note of texts)
      position = String((await api.post(`${referral}/add-note`, note, { 'x-user-id': 'ana' })).body['position']);
  });
  afterAll(() => system.stop());

  /** Of which notes the text is in an answer. */
  const readIn = async (path: string, headers: Readonly<Record<string, string>>) => {
    const answer = await clientOf(system.app).get(`/api/v1${referral}${path}?atLeast=${position}`, headers);
    expect(answer.status).toBe(200);
    return texts.filter(({ text }) => answer.text.includes(text)).map(({ visibility }) => visibility);
  };

  it.each([
    ['coordinator', ['team', 'partner']],
    ['clinical_reviewer', ['team', 'partner', 'clinical']],
    ['compliance', ['team', 'partner', 'clinical']],
    ['referring_party', ['partner']],
    ['receiving_party', ['partner']],
    ['patient_proxy', ['partner']],
    ['referring_party,coordinator', ['team', 'partner']],
    ['admin', []],
  ])('is read on the page, in the history and in its export by those for whom it is: %s', async (roles, read) => {
    const caller = { 'x-roles': roles, 'x-user-id': 'ben' };
    expect(await readIn('', caller)).toEqual(read);
    expect(await readIn('/history', caller)).toEqual(read);
    expect(await readIn('/history', { ...caller, accept: 'application/x-ndjson' })).toEqual(read);
  });

  it('is read by whoever wrote it', async () => {
    const writer = { 'x-roles': 'coordinator', 'x-user-id': 'ana' };
    expect(await readIn('', writer)).toEqual(['team', 'partner', 'clinical']);
    expect(await readIn('/history', { ...writer, 'x-roles': 'admin' })).toEqual([]);
  });
});
