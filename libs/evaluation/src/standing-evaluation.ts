import {
  type AppreciationReplaced,
  type EvaluationCircumstancesCorrected,
  type EvaluationCorrected,
  type EvaluationEvent,
  KIND_OF,
} from '@minutier/candidacy';
import type { StoredEvent } from '@minutier/ledger';

/** An evaluation with all that it says, as corrected, and the event that stated it. */
export type StandingEvaluation = EvaluationEvent & { readonly eventId: string };

type Change = EvaluationCorrected | EvaluationCircumstancesCorrected | AppreciationReplaced;

/** An evaluation of a file as its corrections leave it, facts and comment included; undefined where it never stood there. */
export function standingEvaluation(
  history: readonly StoredEvent[],
  evaluationId: string,
): StandingEvaluation | undefined {
  let standing: StandingEvaluation | undefined;
  for (const { id, type, data } of history) {
    if ((data as { evaluationId?: string }).evaluationId !== evaluationId) continue;
    if (type in KIND_OF) standing = { type, data, eventId: id } as StandingEvaluation;
    else if (standing) standing = { ...standing, data: changed(standing.data, { type, data } as Change) } as never;
  }
  return standing;
}

function changed(before: EvaluationEvent['data'], change: Change): EvaluationEvent['data'] {
  switch (change.type) {
    case 'EvaluationCorrected': {
      const { to, conduct, rules } = change.data;
      const held = to.kind === 'result';
      const after = { outcome: to, rules, conduct: held ? (conduct ?? before.conduct) : null };
      return { ...before, ...after, facts: held ? before.facts : null } as EvaluationEvent['data'];
    }
    case 'EvaluationCircumstancesCorrected': {
      const { sittingId, ...to } = change.data.to;
      return { ...before, ...to, conduct: before.conduct && { ...before.conduct, sittingId } };
    }
    case 'AppreciationReplaced':
      return { ...before, appreciation: change.data.appreciation };
    default:
      // What else names it, such as a voiding or a piece of evidence, changes nothing of what it says.
      return before;
  }
}
