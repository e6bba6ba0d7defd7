export const ROUNDING_MODES = ['half-up', 'half-even', 'down', 'up'] as const;

export const MISSING_POLICIES = ['blocks', 'zero', 'neutral'] as const;
/** What a missing mark does: leaves the result open, counts as the scale's minimum, or is left out. */
export type MissingPolicy = (typeof MISSING_POLICIES)[number];

export const COUNTING_ATTEMPTS = ['last', 'best'] as const;

export const WORK_FORMS = ['individual', 'group', 'both', 'unspecified'] as const;

/** What a line of the rules' own may stand for. */
export const REPLACED_LEVELS = ['block', 'function', 'modality'] as const;

export const JURY_KINDS = ['certification', 'corrective'] as const;

export const MAJORITIES = ['absolute-present', 'absolute-present-or-represented', 'simple'] as const;

/** Ties between a juror and a candidate. */
export const JURY_LINKS = [
  'trainer',
  'tutor',
  'employer',
  'colleague',
  'relative',
  'accompanied',
  'head-of-programme',
  'assessed',
  'other',
] as const;

export const LINK_CONSEQUENCES = ['excluded-from-jury', 'excluded-from-case', 'none'] as const;

/** The axes of a decision from which a printed code is derived. */
export const DECISION_AXES = {
  outcome: ['admitted', 'not-admitted', 'pending', 'annulled'],
  presence: ['present', 'defaulted', 'withdrawn'],
  blocksValidated: ['all', 'some', 'none'],
  resit: ['authorised', 'refused'],
} as const;

export const DUTIES = [
  'appeal',
  'notification',
  'vae-jury',
  'vae-notification',
  'resit-notice',
  'registry-transmission',
  'data-request',
  'retention',
] as const;

export const DEADLINE_UNITS = ['days', 'months', 'years'] as const;

export const DEADLINE_STARTS = [
  'decision',
  'publication',
  'notification',
  'file-filed',
  'delivery',
  'session-closed',
  'request',
  'appeal-deadline',
] as const;

export const PAPERS = [
  'certificate',
  'block-attestation',
  'partial-certificate',
  'transcript',
  'notification',
  'minutes',
] as const;
