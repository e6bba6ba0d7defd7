import { type Candidacy, type CandidacyEvent, refusedAbsent } from '@minutier/candidacy';
import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { WithdrawBlindMark } from './withdraw-blind-mark.command.js';

export type WithdrawBlindMarkRefusal = 'CANDIDACY_NOT_FOUND' | 'BLIND_MARK_UNKNOWN' | 'BLIND_MARKS_COMPLETE';

/** A blind mark is taken back while it is sealed; once all are in, the evaluation is corrected, visibly. */
export function withdrawBlindMark(
  command: SealedCommand<WithdrawBlindMark>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, WithdrawBlindMarkRefusal> {
  const { evaluationId, assessorId, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  if (candidacy.evaluations.get(evaluationId)?.origin?.kind === 'blind-marks')
    return refuse(
      'BLIND_MARKS_COMPLETE',
      undefined,
      'Toutes les notes sont là : corrigez l’évaluation.',
      'All the marks are in: correct the evaluation.',
    );
  if (!candidacy.blindMarks.get(evaluationId)?.marks.has(assessorId))
    return refuse(
      'BLIND_MARK_UNKNOWN',
      '/assessorId',
      'Cet évaluateur n’a pas de note déposée ici.',
      'This assessor has no mark submitted here.',
    );
  const data = { evaluationId, assessorId, reason: reasonOf(command), authority: authorityOf(authority) };
  return [{ type: 'BlindMarkWithdrawn', data }];
}
