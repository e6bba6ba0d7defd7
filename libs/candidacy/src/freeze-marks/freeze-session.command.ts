import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField, IntegerField } from '@minutier/intake';
import type { LogMoment, Wording } from '@minutier/ledger';

import { MARKS_FROZEN_REASONS } from '../marks.events.js';
import { NumberInPath } from '../number-in-path.js';

/** What became of one candidacy. */
export interface CandidacyFreeze {
  readonly candidacyId: string;
  readonly candidateNumber: string;
  readonly outcome: 'frozen' | 'already-frozen' | 'refused';
  /** Code of the refusal, and what it says; null where the marks are frozen. */
  readonly refused: string | null;
  readonly because: Wording | null;
  /** For `?atLeast=`; null where this command froze nothing. */
  readonly receipt: string | null;
}

/** What became of a session. */
export interface SessionFreeze {
  readonly cohortId: string;
  readonly session: number;
  readonly candidacies: readonly CandidacyFreeze[];
  /** The moment as of which the candidacies were listed: who is enrolled later is not among them. */
  readonly asOf: LogMoment;
}

/** Freezes the marks of a session in every candidacy of a cohort that is under way; repeated, it completes what is missing. */
export class FreezeSession extends ReasonedAct<SessionFreeze> {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @NumberInPath()
  @IntegerField({ description: 'The session.', min: 1, max: 20 })
  readonly session!: number;

  @ChoiceField(MARKS_FROZEN_REASONS, { description: 'Why.', example: 'before-jury' })
  readonly reason!: (typeof MARKS_FROZEN_REASONS)[number];
}
