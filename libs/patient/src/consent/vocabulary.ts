/** What a consent is for: substance use disorder records in general or in particular (42 CFR Part 2), release, sharing, channels. */
export const consentKinds = [
  'part2_tpo',
  'part2_specific',
  'roi',
  'community_sharing',
  'texting',
  'telehealth',
] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** The kinds that 42 CFR Part 2 rules. */
export const part2Kinds: readonly ConsentKind[] = ['part2_tpo', 'part2_specific'];
