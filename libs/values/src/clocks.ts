/** The clocks of a referral, as policies about deadlines and facts about referrals name them. */
export const clockIds = [
  'K1',
  'K2',
  'K3',
  'K4',
  'K5',
  'K6',
  'K7',
  'K8',
  'K9',
  'K10',
  'K11',
  'K12',
  'K13',
  'K14',
  'K15',
] as const;
export type ClockId = (typeof clockIds)[number];
