import { describe, expect, it } from '@jest/globals';
import { positionKey } from '@referral/eventsourcing';
import { InMemoryModelStore, type ParkedEvent } from '@referral/read-models';
import { snapshotOf } from './snapshot';

const model = 'agenda@1';
const at = (commit: bigint) => ({ commit, prepare: commit });
const key = (commit: bigint) => positionKey(at(commit));

/** A read model of what is open that has come to 70, with an event from 40 parked or not. */
const modelAt70 = async (parks: readonly ParkedEvent[]) => {
  const models = new InMemoryModelStore(() => 0);
  await models.create(model);
  await models.makeLive('agenda', model);
  const { epoch } = await models.acquire(model, 'runner-1');
  const nothing = { puts: [], removals: [], entries: [], unparks: [] };
  await models.commit({ model, epoch, from: null, to: key(70n), events: 7, parks, ...nothing });
  return models;
};

const parked: ParkedEvent = {
  _id: `${model}/${key(40n)}`,
  model,
  tenantId: null,
  documentId: 'keeping-p1',
  position: key(40n),
  readAgainAfter: key(30n),
  streamId: 'keeping-p1',
  revision: '0',
  eventType: 'TimerSet',
  failure: 'unreadable: not JSON',
  parkedAt: '2026-03-02T09:00:00.000Z',
};

describe('what is open', () => {
  it('is to be read on from where its read model is', async () => {
    expect((await snapshotOf(await modelAt70([]))).position).toEqual(at(70n));
  });

  it('is to be read on from before what is parked there', async () => {
    expect((await snapshotOf(await modelAt70([parked]))).position).toEqual(at(30n));
    expect((await snapshotOf(await modelAt70([{ ...parked, readAgainAfter: null }]))).position).toBeNull();
  });
});
