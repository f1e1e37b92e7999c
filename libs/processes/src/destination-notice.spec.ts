import { describe, it } from '@jest/globals';
import type { EntryEvent } from '@referral/directory';
import { destinationNotice } from './destination-notice';
import { at, fact, found } from './testing/across';
import { reacts } from './testing/given';

describe('a destination that takes nobody any more', () => {
  const { given } = reacts(destinationNotice);
  const added = fact<EntryEvent>('DirectoryEntryAdded', { entryId: 'clinic-1', kind: 'facility', name: 'Clinic' });
  const suspended = fact<EntryEvent>('DirectoryEntrySuspended', { reason: { code: 'licence' } });
  const reinstated = fact<EntryEvent>('DirectoryEntryReinstated', { by: 'admin-1' });

  it('is told to the open referrals that go there, as it stands when they are looked for', () => {
    given(added)
      .when({ fact: suspended })
      .then({ timers: { tell: at } });
    given(added, suspended)
      .when({ due: 'tell', at })
      .then({ commands: [['search', { field: 'destinationId', value: 'clinic-1' }]] });
    const told = (status: string) => ['ReflectDestinationStatus', { destinationId: 'clinic-1', status }] as const;
    given(added, suspended)
      .when({ due: 'tell', at }, found('search', ['r1']))
      .then({ commands: [told('suspended')] });
    given(added, suspended, reinstated)
      .when({ due: 'tell', at }, found('search', ['r1']))
      .then({ commands: [told('open')] });
  });

  it.each([
    suspended,
    reinstated,
    fact<EntryEvent>('DirectoryEntryRetired', { reason: { code: 'closed' } }),
    fact<EntryEvent>('CapacityReported', { status: 'full', reportedAt: at }),
  ])('is looked at when it may take patients otherwise than before: $type', (changed) => {
    given(added)
      .when({ fact: changed })
      .then({ timers: { tell: at } });
  });

  it('is not looked for when it is only added', () => {
    given().when({ fact: added }).thenNothing();
  });
});
