/** The category of a stream: its name up to the first hyphen. */
export const categoryOf = (streamId: string): string => {
  const hyphen = streamId.indexOf('-');
  return hyphen < 0 ? streamId : streamId.slice(0, hyphen);
};

/** The id in a stream's name: what follows the first hyphen. */
export const idOf = (streamId: string): string => streamId.slice(streamId.indexOf('-') + 1);
