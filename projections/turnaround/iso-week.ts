/** The ISO week, such as `2026-W09`, of a calendar date. */
export const isoWeek = (date: string): string => {
  const thursday = new Date(`${date}T00:00:00Z`);
  // A week runs from Monday and belongs to the year of its Thursday.
  thursday.setUTCDate(thursday.getUTCDate() - ((thursday.getUTCDay() + 6) % 7) + 3);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / weekMs);
  return `${year}-W${String(week).padStart(2, '0')}`;
};

const weekMs = 7 * 86_400_000;
