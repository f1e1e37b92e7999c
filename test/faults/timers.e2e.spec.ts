import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inDays, office, referralBody, untilBooked } from '../support/bodies';
import { eventually } from '../support/eventually';
import { type Client, client } from '../support/http';
import { type RawLog, rawLog } from '../support/raw-log';
import { startSystem, type System } from '../support/system';

/** How long after its readiness the reactor may take for what fell due while it was gone. */
const WITHIN_MS = 5_000;

/** A proposed closing waits for nobody. */
const environment = { CLOSE_AFTER_BUSINESS_DAYS: '0' };

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();

describe('process managers', () => {
  let system: System;
  let ledger: Client;
  let log: RawLog;
  let dataDirectory: string;

  beforeAll(async () => {
    system = await startSystem({ environment });
    ({ dataDirectory } = system);
    ledger = client(system.url);
    log = rawLog(system.eventStoreUrl);
  }, 120_000);
  afterAll(async () => {
    await log.close();
    await system.dispose();
    rmSync(dataDirectory, { recursive: true, force: true });
  });

  const received = async (): Promise<string> => (await ledger.post('/referrals', referralBody())).body.referralId;

  const typesOf = async (streamId: string): Promise<readonly string[]> =>
    (await log.stream(streamId)).map(({ type }) => type);

  const happens = (streamId: string, type: string) =>
    eventually(
      `${type} in ${streamId}`,
      async () => (await log.stream(streamId)).find((event) => event.type === type),
      60_000,
    );

  /** When the reactor last said that it is ready, ms. */
  const readyAt = (): number => {
    const said = [...system.output().matchAll(/"time":(\d+),[^\n]*"name":"reactor"[^\n]*"msg":"ready"/g)];
    return Number(said.at(-1)?.[1]);
  };

  it('fire a timer once that falls due while they are gone, soon after they are back', async () => {
    const referralId = await received();
    const reminderId = 'reminder-1';
    await ledger.post(`/referrals/${referralId}/set-reminder`, { reminderId, dueAt: inSeconds(3), what: 'Call' });
    await happens(`reminders-${referralId}`, 'TimerSet');
    await system.kill('reactor');
    const fired = await happens(`reminders-${referralId}`, 'TimerFired');
    await happens(`referral-${referralId}`, 'ReminderFired');
    expect(Date.parse(String(fired.data['firedAt'])) - readyAt()).toBeLessThan(WITHIN_MS);
    await system.kill('reactor');
    await happens(`reminders-${referralId}`, 'ErrandSettled');
    const types = await typesOf(`reminders-${referralId}`);
    expect(types.filter((type) => type === 'TimerFired')).toHaveLength(1);
    const facts = await typesOf(`referral-${referralId}`);
    expect(facts.filter((type) => type === 'ReminderFired')).toHaveLength(1);
  }, 180_000);

  it('close the loop once when the referrer has answered, whenever the reactor or the API is killed', async () => {
    const referralId = await received();
    const command = (name: string, body: object) => ledger.post(`/referrals/${referralId}/${name}`, body);
    for (const [name, body] of untilBooked().slice(0, 4)) await command(name, body);
    await command('record-consult-note', {
      documentId: 'report-1',
      kind: 'final',
      author: { id: 'specialist-1', type: 'provider' },
      authoredAt: inDays(0),
      matchedBy: 'referral_id',
    });
    await command('forward-report-to-referrer', { transmissionId: 'transmission-1', to: office });
    await command('acknowledge-report', { by: 'referrer-1', disposition: 'no_further_action' });
    await system.kill('reactor');
    await system.kill('api');
    const closed = await happens(`referral-${referralId}`, 'ReferralClosed');
    expect(closed.metadata['actor']).toMatchObject({ userId: 'process.closure', kind: 'system' });
    await happens(`closure-${referralId}`, 'ErrandSettled');
    expect((await typesOf(`referral-${referralId}`)).filter((type) => type === 'ReferralClosed')).toHaveLength(1);
  }, 180_000);

  it('fire a timer once that falls due while the whole system is stopped, soon after it is ready again', async () => {
    const referralId = await received();
    const body = { reminderId: 'reminder-1', dueAt: inSeconds(2), what: 'Call' };
    await ledger.post(`/referrals/${referralId}/set-reminder`, body);
    await happens(`reminders-${referralId}`, 'TimerSet');
    await log.close();
    expect(await system.stop()).toBe(0);
    await eventually('it is due', () => (Date.parse(body.dueAt) < Date.now() ? true : undefined));
    system = await startSystem({ dataDirectory, environment });
    const ready = Date.now();
    ledger = client(system.url);
    log = rawLog(system.eventStoreUrl);
    const fired = await happens(`reminders-${referralId}`, 'TimerFired');
    expect(Date.parse(String(fired.data['firedAt'])) - ready).toBeLessThan(WITHIN_MS);
    expect(fired.data['lateBySeconds']).toBeGreaterThanOrEqual(0);
    await happens(`referral-${referralId}`, 'ReminderFired');
    await happens(`reminders-${referralId}`, 'ErrandSettled');
    const types = await typesOf(`reminders-${referralId}`);
    expect(types.filter((type) => type === 'TimerFired')).toHaveLength(1);
  }, 240_000);
});
