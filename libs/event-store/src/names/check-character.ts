const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/**
 * Check character of ISO 7064 MOD 37-2 over digits: it finds every single wrong digit and every swap of two neighbours.
 * It can be `*`.
 * @param digits the number as it is written, without separators
 */
export const checkCharacter = (digits: string): string => {
  const sum = Array.from(digits).reduce((remainder, digit) => ((remainder + Number(digit)) * 2) % 37, 0);
  return alphabet[(38 - sum) % 37] ?? '';
};
