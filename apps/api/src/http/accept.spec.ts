import { describe, expect, it } from '@jest/globals';
import { asksFor } from './accept';

const asks = (accept: string | undefined) => asksFor({ headers: { accept } }, 'text/csv');

describe('a media type', () => {
  it.each(['text/csv', 'TEXT/CSV', 'application/json, text/csv;header=present;q=0.5', 'text/csv ; q=0.001'])(
    'is asked for by its name: %s',
    (accept) => expect(asks(accept)).toBe(true),
  );

  it.each([undefined, '', '*/*', 'text/*', 'text/csv;q=0', 'text/csv; q=0.000', 'text/csv-schema'])(
    'is not asked for: %s',
    (accept) => expect(asks(accept)).toBe(false),
  );
});
