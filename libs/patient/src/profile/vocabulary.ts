/** What makes a patient's data more than normally sensitive. */
export const sensitivityFlags = ['part2', 'psychotherapy', 'hiv', 'minor', 'vip'] as const;
export type SensitivityFlag = (typeof sensitivityFlags)[number];
