import {
  type Candidacy,
  type EvaluationVoided,
  evaluationsOf,
  type FrozenRefusal,
  type OpenRefusal,
  refusedFrozen,
} from '@minutier/candidacy';
import { type Refusal, refuse } from '@minutier/ledger';

/** A line of a sheet or of a group's work, as an evaluation and a refusal in a file name it. */
export type LineOrigin = NonNullable<EvaluationVoided['data']['origin']>;

type Why = Pick<EvaluationVoided['data'], 'reason' | 'authority'>;

/** The evaluation in force that a line brought to this file; undefined where there is none. */
export function recordedFrom(candidacy: Candidacy, { kind, id, line }: LineOrigin) {
  return [...evaluationsOf(candidacy).values()].find(
    ({ origin }) => origin?.kind === kind && origin.id === id && origin.line === line,
  );
}

/** What this file refused of a line, or of its voiding, and nobody has settled; undefined where nothing is open. */
export function openRefusalOf(candidacy: Candidacy, { kind, id, line }: LineOrigin): OpenRefusal | undefined {
  if (candidacy.status === 'absent') return undefined;
  return [...candidacy.refusals.values()].find((one) => one.kind === kind && one.id === id && one.line === line);
}

/** The evaluation that a line brought here counts for nothing, until the marks of its session are frozen. */
export function voidedByOrigin(
  candidacy: Candidacy,
  origin: LineOrigin,
  { reason, authority }: Why,
): EvaluationVoided | Refusal<'EVALUATION_NOT_FOUND' | 'CANDIDACY_TRANSFERRED' | FrozenRefusal> {
  const evaluation = recordedFrom(candidacy, origin);
  if (candidacy.status === 'absent' || !evaluation)
    return refuse(
      'EVALUATION_NOT_FOUND',
      undefined,
      'Aucune évaluation issue de cette ligne n’est en vigueur dans ce dossier.',
      'No evaluation that came from this line is in force in this file.',
    );
  if (candidacy.departure?.kind === 'transferred')
    return refuse(
      'CANDIDACY_TRANSFERRED',
      undefined,
      'Ce candidat a été transféré : annulez le résultat là où il a été repris.',
      'This candidate was transferred: void the result where it was brought over.',
    );
  const frozen = refusedFrozen(candidacy, evaluation.session);
  if (frozen) return frozen;
  const { evaluationId, outcome: from } = evaluation;
  return { type: 'EvaluationVoided', data: { evaluationId, from, origin, sanctionId: null, reason, authority } };
}
