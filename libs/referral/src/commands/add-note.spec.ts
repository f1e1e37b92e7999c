import { describe, it } from '@jest/globals';
import { actor, addNote, by, changed, given, histories, noted, received } from '../testing';

describe('adding a note', () => {
  it('adds it', () => {
    given(received).when(addNote).then(noted);
  });

  it('adds it once', () => {
    given(received, noted).when(addNote).thenNothing();
  });

  it('does not show a note to others by adding it again', () => {
    given(received, noted)
      .when(changed(addNote, { visibility: 'partner' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('adds to a finished referral as well', () => {
    given(...histories.closed)
      .when(addNote)
      .then(noted);
  });

  it('does not add to a referral that does not exist', () => {
    given().when(addNote).thenRejected('REFERRAL_NOT_FOUND');
  });

  it('is not for those who see no patients', () => {
    given(received)
      .when(by(addNote, actor('analyst-1', 'analyst')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
