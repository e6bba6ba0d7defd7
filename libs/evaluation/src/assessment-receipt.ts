import { evaluationIdOf } from '@minutier/candidacy';
import type { Receipt } from '@minutier/ledger';

import type { AssessmentInput } from './assessment-input.js';

/** What recording an evaluation answers: the receipt, and the id by which it is corrected. */
export interface AssessmentReceipt extends Receipt {
  readonly evaluationId: string;
}

/** Adds the evaluation's id, which follows from its place. */
export function assessmentReceipt(
  receipt: Receipt,
  { candidacyId, modality, occurrence, attempt }: AssessmentInput,
): AssessmentReceipt {
  return { ...receipt, evaluationId: evaluationIdOf(candidacyId, { modality, occurrence, attempt, entry: 1 }) };
}
