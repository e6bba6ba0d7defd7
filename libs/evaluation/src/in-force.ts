import type { Candidacy, EnrolledCandidacy, Evaluation } from '@minutier/candidacy';
import { type Refusal, refuse } from '@minutier/ledger';

export type InForceRefusal = 'CANDIDACY_NOT_FOUND' | 'EVALUATION_NOT_FOUND' | 'CANDIDACY_TRANSFERRED';

/** An evaluation that stands, and the file in which it does. */
export interface InForce {
  readonly file: EnrolledCandidacy;
  readonly evaluation: Evaluation;
}

/** What a command changes stands in this file, and is this file's own: what was brought over is changed where it was held. */
export function inForce(
  candidacy: Candidacy,
  evaluationId: string,
  pointer?: string,
): InForce | Refusal<InForceRefusal> {
  if (candidacy.status === 'absent')
    return refuse('CANDIDACY_NOT_FOUND', pointer, 'Cette candidature n’existe pas.', 'There is no such candidacy.');
  const evaluation = candidacy.evaluations.get(evaluationId);
  if (!evaluation)
    return refuse(
      'EVALUATION_NOT_FOUND',
      pointer,
      'Cette évaluation n’est pas dans le dossier du candidat.',
      'This evaluation is not in the candidate’s file.',
    );
  if (evaluation.broughtFrom !== null)
    return refuse(
      'CANDIDACY_TRANSFERRED',
      pointer,
      'Ce résultat vient d’une autre promotion : il se change dans son dossier d’origine.',
      'This result comes from another cohort: it is changed in the file where it was held.',
    );
  return { file: candidacy, evaluation };
}
