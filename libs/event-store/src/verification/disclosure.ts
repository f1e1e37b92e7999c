import { isRecord } from '../envelope/envelope-shape';
import { isCiphertext } from '../envelope/phi-cipher';

/**
 * Data as it is stored, with what the ciphertext in it says taken from the opened event; `null` where that does not say it.
 * @param opened the data of the opened event
 */
export const disclosed = (stored: unknown, opened: unknown): unknown => {
  if (isCiphertext(stored)) return opened ?? null;
  if (Array.isArray(stored))
    return stored.map((item, index) => disclosed(item, Array.isArray(opened) ? opened[index] : undefined));
  if (!isRecord(stored)) return stored;
  const inner = isRecord(opened) ? opened : {};
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, disclosed(value, inner[name])]));
};

/** Data as it is stored, without the fields that have ciphertext in them. */
export const undisclosed = (stored: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(stored).filter(([, value]) => !hasCiphertext(value)));

/** True when what is shown of data says nothing else than the data itself, as far as that is not ciphertext. */
export const agrees = (shown: unknown, stored: unknown): boolean => {
  if (isCiphertext(stored)) return true;
  if (Array.isArray(stored))
    return (
      Array.isArray(shown) &&
      shown.length === stored.length &&
      stored.every((item, index) => agrees(shown[index], item))
    );
  if (!isRecord(stored)) return shown === stored;
  if (!isRecord(shown) || Object.keys(shown).some((name) => !Object.hasOwn(stored, name))) return false;
  return Object.entries(stored).every(([name, value]) =>
    Object.hasOwn(shown, name) ? agrees(shown[name], value) : hasCiphertext(value),
  );
};

const hasCiphertext = (value: unknown): boolean =>
  isCiphertext(value) || (typeof value === 'object' && value !== null && Object.values(value).some(hasCiphertext));
