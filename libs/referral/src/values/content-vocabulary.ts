/** How one referral stands to another. */
export const linkKinds = ['duplicate_of', 'follow_up_to', 'split_from', 'prior'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Who answered the questions of an intake assessment. */
export const respondents = ['patient', 'family', 'office'] as const;
export type Respondent = (typeof respondents)[number];

/** Whether a redirected referral goes on as itself or as another one. */
export const redirectModes = ['same_order_new_destination', 'new_referral'] as const;
export type RedirectMode = (typeof redirectModes)[number];
