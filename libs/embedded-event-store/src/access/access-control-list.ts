/** What can be done with a stream: its events read, appended and deleted, its metadata read and written. */
export type Right = 'read' | 'write' | 'delete' | 'read-metadata' | 'write-metadata';

/** Who may, by right: names of users, of groups, or `$all` for everybody. A right that is absent is left to the defaults. */
export type AccessControlList = Readonly<Partial<Record<Right, readonly string[]>>>;

const KEYS: readonly (readonly [Right, string])[] = [
  ['read', '$r'],
  ['write', '$w'],
  ['delete', '$d'],
  ['read-metadata', '$mr'],
  ['write-metadata', '$mw'],
];

const names = (value: unknown): readonly string[] | undefined => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : undefined;
};

/** `$acl` as it is written in metadata; `undefined` when it says nothing. */
export const parseAccessControlList = (value: unknown): AccessControlList | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const written = new Map<string, unknown>(Object.entries(value));
  const rights = KEYS.flatMap(([right, key]) => {
    const who = names(written.get(key));
    return who === undefined ? [] : [[right, who] as const];
  });
  return rights.length === 0 ? undefined : Object.fromEntries(rights);
};
