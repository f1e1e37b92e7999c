/** What people are told: a sentence in which nothing is left out. */
export const sentence = /^[A-Z0-9]\S*( \S+)*\.$/;
