import type { Issuance } from '@referral/eventsourcing';
import type { PayerDesk } from '../payers/payer-desk';
import { asking, Fetch, HandIn, keeping, type ParcelCommand, parcels } from './parcel';
import { World } from './world';

/** A world of parcels. */
export const yard = (startsAt: string, payers?: PayerDesk) => {
  const world = new World({ processes: [asking, keeping], aggregates: [parcels], startsAt, ...(payers && { payers }) });
  const issue = (command: ParcelCommand, id: string, more: object = {}) => {
    const recordedAt = world.time.now();
    const actor = { userId: 'clerk', kind: 'human', roles: ['system'] } as const;
    const issued: Issuance = { tenantId: 'default', actor, source: { channel: 'api' }, recordedAt };
    return world.issue(parcels, Object.assign(command, { parcelId: id, occurredAt: recordedAt, issued, ...more }));
  };
  return {
    world,
    handIn: (id: string, keepUntil: string) => issue(new HandIn(), id, { keepUntil }),
    fetch: (id: string) => issue(new Fetch(), id),
    fired: (id: string) => world.recorded(`keeping-${id}`, 'TimerFired'),
    types: async (id: string) => (await world.facts(`parcel-${id}`)).map(({ type }) => type),
    process: async (id: string) => (await world.facts(`keeping-${id}`)).map(({ type }) => type),
  };
};
