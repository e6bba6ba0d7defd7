export const ROUNDING_MODES = ['half-up', 'half-even', 'down', 'up'] as const;

export const MISSING_POLICIES = ['blocks', 'zero', 'neutral'] as const;
/** What a missing mark does: leaves the result open, counts as the scale's minimum, or is left out. */
export type MissingPolicy = (typeof MISSING_POLICIES)[number];

export const COUNTING_ATTEMPTS = ['last', 'best'] as const;
