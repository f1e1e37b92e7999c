import { describe, expect, it } from '@jest/globals';
import { message, order, orderPath } from '../testing/messages';
import { bodyOf, refusals } from '../testing/read';

const noted = (words: unknown) => {
  const [, ...others] = message().entry ?? [];
  return { ...message(), entry: [{ resource: { ...order, note: [{ text: words }] } }, ...others] };
};

describe('a text of a message', () => {
  it('is kept without the blanks around it, tabs and line ends within it included', () => {
    expect(bodyOf(noted('  first\tline\r\nsecond line ')).clinicalQuestion).toBe('first\tline\r\nsecond line');
  });

  it.each([
    ['a control character', 'bell\u0007'],
    ['a NUL', 'a\u0000b'],
    ['half of a surrogate pair', 'a\ud83d'],
    ['nothing but blanks', '   '],
  ])('is refused when it holds %s', (_, words) => {
    expect(refusals(noted(words))).toEqual([`value ${orderPath}.note[0].text`]);
  });

  it.each([
    ['a number', 5],
    ['null', null],
    ['a list', ['x']],
    ['an object', {}],
  ])('is refused when it is %s', (_, words) => {
    expect(refusals(noted(words))).toEqual([`structure ${orderPath}.note[0].text`]);
  });
});

describe('a list of a message', () => {
  it('is refused when it is none, or longer than any order needs', () => {
    expect(refusals(message({ note: { text: 'alone' } as never }))).toEqual([`structure ${orderPath}.note`]);
    expect(refusals(message({ note: Array.from({ length: 201 }, () => ({ text: 'again' })) }))).toEqual([
      `too-costly ${orderPath}.note`,
    ]);
  });
});
