import {
  type Candidacy,
  type CandidacyEvent,
  type EnrolledCandidacy,
  type Evaluation,
  refusedFrozen,
  type SanctionDecided,
} from '@minutier/candidacy';
import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { inForce, type InForceRefusal } from '../in-force.js';
import type { VoidEvaluation } from './void-evaluation.command.js';

export type VoidEvaluationRefusal = InForceRefusal | 'MARKS_FROZEN' | 'SANCTION_REQUIRED';

/**
 * An evaluation that never took place, or may not count, is voided until the marks of its session are frozen. A bare
 * «annulled for fraud» cannot be defended: it carries out a sanction, which was decided after a hearing.
 */
export function voidEvaluation(
  command: SealedCommand<VoidEvaluation>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, VoidEvaluationRefusal> {
  const { evaluationId, sanctionId = null, authority } = command;
  const found = inForce(candidacy, evaluationId);
  if (isRefusal(found)) return found;
  const { file, evaluation } = found;
  const refusal = refusedFrozen(file, evaluation.session) ?? refusedSanction(command, evaluation, file);
  if (refusal) return refusal;
  return [
    {
      type: 'EvaluationVoided',
      data: {
        evaluationId,
        from: evaluation.outcome,
        origin: null,
        sanctionId,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedSanction(
  { reason, sanctionId }: SealedCommand<VoidEvaluation>,
  evaluation: Evaluation,
  { sanctions }: EnrolledCandidacy,
): Refusal<'SANCTION_REQUIRED'> | undefined {
  if (sanctionId === undefined && reason !== 'fraud') return undefined;
  const sanction = sanctionId === undefined ? undefined : sanctions.get(sanctionId);
  if (sanction && reaches(sanction, evaluation)) return undefined;
  return refuse(
    'SANCTION_REQUIRED',
    '/sanctionId',
    'Nommez la sanction, prononcée après audition et non levée, qui annule cette épreuve.',
    'Name the sanction, decided after a hearing and not lifted, that voids this evaluation.',
  );
}

type Sanction = SanctionDecided['data'] & { readonly liftedOn: string | null };

/** Whether a sanction takes this evaluation away: by name, or with its session, or with everything. */
function reaches({ kind, evaluations, session, liftedOn }: Sanction, evaluation: Evaluation): boolean {
  if (liftedOn !== null) return false;
  switch (kind) {
    case 'evaluation-void':
      return evaluations.includes(evaluation.evaluationId);
    case 'session-void':
      return session === evaluation.session;
    case 'excluded-with-loss':
      return session === null || session === evaluation.session;
    case 'none':
    case 'warning':
    case 'excluded':
      return false;
  }
}
