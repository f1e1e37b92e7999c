/** The prefixes that the server filters streams by, one for each category. */
export const prefixesOf = (categories: readonly string[]): string[] => categories.map((category) => `${category}-`);

/** A test whether a stream belongs to one of the categories; without categories, to any but the store's own. */
export const belongsTo = (categories?: readonly string[]): ((streamId: string) => boolean) => {
  if (!categories) return (streamId) => !streamId.startsWith('$');
  const prefixes = prefixesOf(categories);
  return (streamId) => prefixes.some((prefix) => streamId.startsWith(prefix));
};
