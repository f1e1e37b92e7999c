import { describe, it } from '@jest/globals';
import { given, acknowledge, received, acknowledged } from '../testing';

describe('acknowledging a complaint', () => {
  it('records it', () => {
    given(received).when(acknowledge).then(acknowledged);
  });

  it('records it once', () => {
    given(received, acknowledged).when(acknowledge).thenNothing();
  });

  it('needs a complaint', () => {
    given().when(acknowledge).thenRejected('COMPLAINT_NOT_FOUND');
  });
});
