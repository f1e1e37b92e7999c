import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PayerError, UnsayableRequest } from '../errors';
import { answer271, answer278 } from '../testing/answers';
import { authorizationRequest, eligibilityRequest, member, partner, writtenAt } from '../testing/requests';
import { thrown } from '../testing/thrown';
import { eligibilityInquiry } from './eligibility-inquiry';
import { eligibilityResponse } from './eligibility-response';
import { mostCharacters, readDocument } from './read-document';
import { reviewResponse } from './review-response';

const whole271 = answer271('DTP*291*RD8*20260101-20261231', 'EB*1**30^3', 'EB*B**3***27*30*****Y');
const whole278 = answer278('HCR*A1*N-1', 'DTP*AAH*D8*20261103', 'HL*5*4*SS*0', 'SV1*HC:99244**UN*3');

/** What documents are made of. */
const separatorsAndLetters = Array.from('~*:^SEGTAHLNM1B0 \n');

/** Reads a text both ways; whatever it is, it ends in an answer or a named error. */
const readBothWays = (text: string): void => {
  for (const read of [
    () => eligibilityResponse(text, eligibilityRequest),
    () => reviewResponse(text, authorizationRequest),
  ])
    try {
      read();
    } catch (error) {
      if (!(error instanceof PayerError)) throw error;
      expect(error.message).not.toMatch(/Sample|AUTHREQ0001/);
    }
};

/** A document in which a piece is replaced by something else, or left out. */
const damaged = (text: string) =>
  fc
    .record({
      from: fc.nat(text.length),
      length: fc.nat(40),
      piece: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.constantFrom(
          '~',
          '*',
          '~~',
          '~*~',
          '~HL*1**22*1~',
          '~ISA*',
          '~IEA*1*7~',
          '~GS*',
          '~SE*1*0001~',
          '\u0000',
          '^',
        ),
      ),
    })
    .map(({ from, length, piece }) => text.slice(0, from) + piece + text.slice(from + length));

describe('whatever a payer sends', () => {
  it('ends in a named error, of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), readBothWays), { numRuns: 300 });
  });

  it('ends in a named error, of any text behind a header', () => {
    const header = whole271.slice(0, 106);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...separatorsAndLetters), maxLength: 300 }), (rest) =>
        readBothWays(header + rest),
      ),
      { numRuns: 500 },
    );
  });

  it('ends in an answer or a named error, of any damaged document', () => {
    fc.assert(fc.property(fc.oneof(damaged(whole271), damaged(whole278)), readBothWays), { numRuns: 300 });
  });

  it.each(['~', '*', '~*', 'HL*1**22*1~', ' '])('ends in a named error when it is full of %j', (unit) => {
    const start = whole271.slice(0, 106);
    readBothWays(start + unit.repeat(Math.floor((mostCharacters - start.length) / unit.length)));
  });

  it.each([
    ['characters', mostCharacters],
    ['segments', 5_001 * 2],
  ])('is not read at all when it has too many %s', (_what, length) => {
    const error = thrown(() => readDocument(whole271.slice(0, 106) + 'A~'.repeat(length / 2)));
    expect(error).toMatchObject({ what: expect.stringContaining('larger than any answer') });
  });
});

describe('whatever is asked', () => {
  it('is in the document as it was, or the request is refused', () => {
    const text = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 }));
    fc.assert(
      fc.property(text, text, text, (memberId, lastName, traceNumber) => {
        const request = { ...eligibilityRequest, traceNumber, member: { ...member, memberId, lastName } };
        try {
          const { segments } = readDocument(eligibilityInquiry(request, partner, writtenAt));
          expect(segments.map(([tag]) => tag).join(' ')).toBe('BHT HL NM1 HL NM1 HL TRN NM1 DMG DTP EQ EQ');
          expect(segments[6]?.[2]).toBe(traceNumber.trim());
          expect(segments[7]?.[9]).toBe(memberId.trim());
        } catch (error) {
          if (!(error instanceof UnsayableRequest)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});
