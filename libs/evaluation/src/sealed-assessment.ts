import type { Conduct, Outcome } from '@minutier/candidacy';
import type { Sealed } from '@minutier/ledger';

import type { AssessmentInput, ConductInput, OutcomeInput } from './assessment-input.js';

/** The fields that every kind's command has once its personal texts are sealed. */
export type SealedAssessment = Pick<
  AssessmentInput,
  'context' | 'candidacyId' | 'modality' | 'occurrence' | 'attempt' | 'session' | 'centreId' | 'heldOn'
> & {
  readonly accommodationIds?: readonly string[];
  readonly appreciation: Sealed | null;
  readonly outcome: OutcomeInput | Outcome;
  readonly conduct?: ConductInput | Conduct | null;
};
