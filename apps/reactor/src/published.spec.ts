import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Issuance } from '@referral/eventsourcing';
import type { Process } from '@referral/processes';
import { businessCalendarAggregate, type PublishedPolicies } from '@referral/sla-policy';
import { HandIn, parcels } from './testing/parcel';
import { until } from './testing/until';
import { World } from './testing/world';

const at = '2026-03-02T09:00:00.000Z';
const actor = { userId: 'admin-1', kind: 'human', roles: ['admin', 'system'] } as const;
const issued = (tenantId: string): Issuance => ({ tenantId, actor, source: { channel: 'api' }, recordedAt: at });
const calendar = { timeZone: 'America/Chicago', workDays: [1, 2], opensAt: '07:30', closesAt: '18:00', holidays: [] };

describe('what a site has published', () => {
  let known: PublishedPolicies[];
  let world: World;
  beforeEach(() => {
    known = [];
    const looking: Process = {
      name: 'looking',
      subject: { category: 'parcel', initialView: null, evolve: () => null },
      react: (_, __, ___, ____, site) => {
        known.push(site.published);
        return [];
      },
    };
    world = new World({ processes: [looking], aggregates: [parcels], startsAt: at });
  });
  afterEach(() => world.stop());

  const publish = (tenantId: string, calendarId: string) => {
    const described = businessCalendarAggregate.commands.find(({ creates }) => creates);
    if (!described) throw new TypeError('nobody publishes calendars');
    const said = { ...calendar, calendarId, occurredAt: at, issued: issued(tenantId) };
    return world.issue(businessCalendarAggregate, Object.assign(new described.command(), said));
  };
  const handIn = (parcelId: string) =>
    world.issue(
      parcels,
      Object.assign(new HandIn(), { parcelId, keepUntil: at, occurredAt: at, issued: issued('default') }),
    );

  it('is known to its processes when they begin, and nothing of another site', async () => {
    await publish('default', 'calendar-1');
    await publish('other', 'calendar-2');
    await handIn('p1');
    await world.start();
    await until('it was looked at', () => known.length > 0);
    expect(known[0]).toMatchObject({ policies: [], calendars: [{ id: 'calendar-1', opensAt: 450, closesAt: 1080 }] });
    expect(known[0]?.calendars).toHaveLength(1);
  });

  it('is known to them soon after it was published', async () => {
    await world.start();
    await publish('default', 'calendar-1');
    let number = 0;
    await until('it is known', async () => {
      number += 1;
      await handIn(`p${number}`);
      return known.at(-1)?.calendars.length === 1;
    });
  });
});
