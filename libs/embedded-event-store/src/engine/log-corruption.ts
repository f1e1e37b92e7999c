/** The log holds bytes that nobody wrote there. The message names the file, the place and what to do. */
export class LogCorruption extends Error {
  override readonly name = 'LogCorruption';

  constructor(file: string, offset: number, found: string) {
    super(
      `The event log is damaged: ${found} at byte ${offset} of ${file}. ` +
        'Nothing was changed. Restore the data folder from a backup, or move it away to start with an empty one.',
    );
  }
}
