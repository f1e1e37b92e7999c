/** Turns one PHI value into what takes its place; `path` says where it stands, such as `changes[2].old`. */
export type ChangeValue = (value: unknown, path: string) => unknown;

const parsed = new Map<string, readonly string[]>();

/** The steps of a declared path: names, and `[]` for "each item". */
const stepsOf = (path: string): readonly string[] => {
  const known = parsed.get(path);
  if (known) return known;
  const steps = path.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));
  parsed.set(path, steps);
  return steps;
};

/** True when `data` has a value at one of the declared paths. */
export const hasPhi = (data: object, paths: readonly string[]): boolean =>
  paths.some((path) => isPresent((data as Record<string, unknown>)[stepsOf(path)[0] ?? '']));

/**
 * A copy of `data` with every value at a declared path changed; absent and `null` values stay. Throws a TypeError when the shape
 * does not fit a path, because what cannot be found cannot be protected.
 */
export const changePhi = (data: unknown, paths: readonly string[], change: ChangeValue): unknown =>
  paths.reduce((changed, path) => changeAt(changed, stepsOf(path), 0, '', change), data);

const changeAt = (
  value: unknown,
  steps: readonly string[],
  depth: number,
  at: string,
  change: ChangeValue,
): unknown => {
  if (!isPresent(value)) return value;
  const step = steps[depth];
  if (step === undefined) return change(value, at);
  if (step === '[]') {
    if (!Array.isArray(value)) throw new TypeError(`the PHI at ${at} is not a list`);
    return value.map((item, index) => changeAt(item, steps, depth + 1, `${at}[${index}]`, change));
  }
  if (typeof value !== 'object' || Array.isArray(value)) throw new TypeError(`the PHI at ${at} has no ${step}`);
  if (!(step in value)) return value;
  const inner = (value as Record<string, unknown>)[step];
  return { ...value, [step]: changeAt(inner, steps, depth + 1, at === '' ? step : `${at}.${step}`, change) };
};

const isPresent = (value: unknown): value is object | string | number | boolean =>
  value !== undefined && value !== null;
