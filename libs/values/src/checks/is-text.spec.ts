import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { IsText } from './is-text';

class Note {
  constructor(text: unknown) {
    this.text = text;
  }
  @IsText(10) readonly text: unknown;
}

const isText = (value: unknown): boolean => validateSync(new Note(value)).length === 0;

describe('a text', () => {
  it.each(['a', 'ten chars.', 'tab\tand\r\n', '\u00e9\u4e2d\u{1f600}', ' a '])('is kept as it is: %j', (text) => {
    expect(isText(text)).toBe(true);
  });

  it.each([
    '',
    '   ',
    'eleven char',
    5,
    null,
    ['a'],
    'a\u0000b',
    'bell\u0007',
    '\u007f',
    '\u009b',
    'a\ud800',
    '\udc00b',
  ])('is refused: %j', (value) => {
    expect(isText(value)).toBe(false);
  });
});
