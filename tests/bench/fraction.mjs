// Fractions of two BigInts, for drawing readings at exact edges. The denominator is positive; nothing is reduced but on demand.
export const fraction = (num, den = 1n) => ({num: BigInt(num), den: BigInt(den)});

/** A number of the document: a JSON number, exactly as written (its shortest decimal), or {num, den}. */
export function exact(number) {
  if (typeof number === 'object') return fraction(number.num, number.den);
  const [whole, digits = ''] = String(number).split('.');
  return fraction(whole + digits, 10n ** BigInt(digits.length));
}

export const plus = (a, b) => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const minus = (a, b) => fraction(a.num * b.den - b.num * a.den, a.den * b.den);
export const times = (a, b) => fraction(a.num * b.num, a.den * b.den);
export const over = (a, b) => (b.num < 0n ? fraction(-a.num * b.den, a.den * -b.num) : fraction(a.num * b.den, a.den * b.num));
export const compare = (a, b) => a.num * b.den - b.num * a.den;

export function reduced({num, den}) {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b > 0n) [a, b] = [b, a % b];
  return fraction(num / a, den / a);
}
