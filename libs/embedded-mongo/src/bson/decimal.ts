/** A Decimal128 taken apart: sign, coefficient (up to 34 digits) and power of ten; or what is not a number of that form. */
export type Decimal =
  | { readonly kind: 'finite'; readonly negative: boolean; readonly coefficient: bigint; readonly exponent: number }
  | { readonly kind: 'infinity'; readonly negative: boolean }
  | { readonly kind: 'nan' };

/** IEEE 754-2008 decimal128, binary integer decimal encoding: exponent bias and the largest coefficient. */
const bias = 6176;
const largestCoefficient = 10n ** 34n - 1n;
const largestBiasedExponent = 12_287;

/** Takes the sixteen little-endian bytes of a Decimal128 apart. */
export const readDecimal = (bytes: Buffer): Decimal => {
  const high = bytes.readBigUInt64LE(8);
  const negative = high >> 63n === 1n;
  const combination = Number((high >> 58n) & 0x1fn);
  if (combination === 31) return { kind: 'nan' };
  if (combination === 30) return { kind: 'infinity', negative };
  if (combination >> 3 === 3)
    // The long form can only hold coefficients beyond 34 digits, which the standard reads as zero.
    return { kind: 'finite', negative, coefficient: 0n, exponent: Number((high >> 47n) & 0x3fffn) - bias };
  const coefficient = ((high & ((1n << 49n) - 1n)) << 64n) | bytes.readBigUInt64LE(0);
  return {
    kind: 'finite',
    negative,
    coefficient: coefficient > largestCoefficient ? 0n : coefficient,
    exponent: Number((high >> 49n) & 0x3fffn) - bias,
  };
};

/** Puts a Decimal128 together; digits beyond 34 are rounded half to even, exponents beyond the range become infinity or zero. */
export const writeDecimal = (decimal: Decimal): Buffer => {
  const bytes = Buffer.alloc(16);
  if (decimal.kind !== 'finite') {
    const sign = decimal.kind === 'infinity' && decimal.negative ? 1n << 63n : 0n;
    bytes.writeBigUInt64LE(sign | ((decimal.kind === 'nan' ? 31n : 30n) << 58n), 8);
    return bytes;
  }
  const { coefficient, exponent } = fit(decimal.coefficient, decimal.exponent);
  if (exponent + bias > largestBiasedExponent) return writeDecimal({ kind: 'infinity', negative: decimal.negative });
  bytes.writeBigUInt64LE(coefficient & ((1n << 64n) - 1n), 0);
  const sign = decimal.negative ? 1n << 63n : 0n;
  bytes.writeBigUInt64LE(sign | (BigInt(exponent + bias) << 49n) | (coefficient >> 64n), 8);
  return bytes;
};

const fit = (coefficient: bigint, exponent: number): { readonly coefficient: bigint; readonly exponent: number } => {
  const excessDigits = Math.max(coefficient.toString().length - 34, -bias - exponent, 0);
  const rounded = excessDigits > 0 ? divideHalfEven(coefficient, 10n ** BigInt(excessDigits)) : coefficient;
  if (rounded > largestCoefficient) return fit(rounded, exponent + excessDigits);
  let fitted = rounded;
  let scale = exponent + excessDigits;
  if (fitted === 0n) return { coefficient: 0n, exponent: Math.min(scale, largestBiasedExponent - bias) };
  while (scale + bias > largestBiasedExponent && fitted * 10n <= largestCoefficient) {
    fitted *= 10n;
    scale -= 1;
  }
  return { coefficient: fitted, exponent: scale };
};

const divideHalfEven = (dividend: bigint, divisor: bigint): bigint => {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  if (twice > divisor || (twice === divisor && quotient % 2n === 1n)) return quotient + 1n;
  return quotient;
};
