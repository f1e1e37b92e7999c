import { UnsayableRequest } from '../errors';

/**
 * The basic and extended character sets of X12 without the four separators that documents are written with: X12 has no escape
 * for a separator inside data.
 */
const sayableCharacters = /^[A-Za-z0-9 !"&'()+,\-./;?=%@[\]_{}\\|<>#$`]+$/;

/** Text that stays itself in a document. Throws an UnsayableRequest that names the field for a separator, other characters, nothing at all, or too much. */
export const sayable = (field: string, value: string, atMost: number): string => {
  const trimmed = value.trim();
  if (trimmed === '') throw new UnsayableRequest(field, 'is empty');
  if (trimmed.length > atMost) throw new UnsayableRequest(field, `is longer than ${atMost} characters`);
  if (!sayableCharacters.test(trimmed))
    throw new UnsayableRequest(field, 'has characters that an X12 document cannot carry, such as ~ * : ^');
  return trimmed;
};

/** A name, without the accents that X12 has no characters for, and cut to the length that X12 has room for. */
export const sayableName = (field: string, value: string, atMost: number): string => {
  const plain = value.normalize('NFKD').replace(/\p{M}/gu, '').trim();
  return sayable(field, plain.slice(0, atMost), atMost);
};
