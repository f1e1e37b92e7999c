/** `$correlationId` in the metadata of an event; `undefined` when that is no JSON or has none. */
export const correlationIdOf = (metadata: Buffer): string | undefined => {
  if (!metadata.includes('$correlationId')) return undefined;
  try {
    const value: unknown = JSON.parse(metadata.toString('utf8'));
    const isFound = typeof value === 'object' && value !== null && '$correlationId' in value;
    return isFound && typeof value.$correlationId === 'string' ? value.$correlationId : undefined;
  } catch {
    return undefined;
  }
};
