/** The library whose code is changed, by its own specs alone: one at a time. */
export const library = process.env.MUTATED ?? 'libs/sla-policy';
