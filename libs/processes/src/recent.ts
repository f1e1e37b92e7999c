/** What came longer ago than this is left alone by processes that look for something, ms. */
const RECENT_MS = 30 * 86_400_000;

/** Whether something came so lately that a process still looks, so that one that begins late does not ask about a whole history. */
export const isRecent = (recordedAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(recordedAt) <= RECENT_MS;
