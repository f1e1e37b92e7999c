/** Where an intake item can stand, and what that means. */
export const intakeStages = {
  received: { open: true, meaning: 'It came in; nobody has read it.' },
  matching: { open: true, meaning: 'It was read; whom it is about is being found out.' },
  needs_review: { open: true, meaning: 'A person decides whom it is about, or whether it is known already.' },
  matched: { open: true, meaning: 'It is known whom it is about.' },
  converted: { open: false, meaning: 'A referral was made of it.' },
  attached: { open: false, meaning: 'It belongs to a referral that existed.' },
  rejected: { open: false, meaning: 'It is nothing for us.' },
  duplicate: { open: false, meaning: 'It says what was known already.' },
} as const;

export type IntakeStage = keyof typeof intakeStages;

/** The stages in which an item still waits for somebody. */
export const openIntakeStages: readonly IntakeStage[] = (Object.keys(intakeStages) as IntakeStage[]).filter(
  (stage) => intakeStages[stage].open,
);
