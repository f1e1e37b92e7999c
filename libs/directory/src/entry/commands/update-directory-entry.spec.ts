import { describe, it } from '@jest/globals';
import { UpdateDirectoryEntry } from './update-directory-entry';
import { order } from '@referral/eventsourcing/testing';
import { given, updateEntry, added, updated, retired, admin } from '../testing';

describe('updating a directory entry', () => {
  it('tells what is otherwise', () => {
    given(added).when(updateEntry).then(updated);
  });

  it('tells it once', () => {
    given(added, updated).when(updateEntry).thenNothing();
  });

  it('comes too late for one that was retired', () => {
    given(added, retired).when(updateEntry).thenRejected('ILLEGAL_TRANSITION');
  });

  it.each([
    { name: 'Synthetic Lung Clinic' },
    { contacts: ['Front desk'] },
    { feesNote: 'Asks for a deposit' },
    { accessibility: ['wheelchair'] },
  ])('tells %j', (change) => {
    given(added)
      .when(order(UpdateDirectoryEntry, updated.occurredAt, admin, { entryId: 'entry-1', ...change }))
      .then({ ...updated, data: change });
  });
});
