import {
  type Candidacy,
  type CandidacyEvent,
  type Conduct,
  type Evaluation,
  type Outcome,
  refusedFrozen,
} from '@minutier/candidacy';
import { authorityOf, findLine, reasonOf } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { Frame } from '../frame.js';
import { conductFrom, type ConductRefusal } from '../conduct.js';
import { inForce, type InForceRefusal } from '../in-force.js';
import { outcomeFrom, sameOutcome, sameValue } from '../outcome.js';
import type { CorrectEvaluation } from './correct-evaluation.command.js';

export type CorrectEvaluationRefusal =
  'CORRECTION_CHANGES_NOTHING' | 'CORRECTION_LACKS_FACTS' | 'MARKS_FROZEN' | InForceRefusal | ConductRefusal;

/** A mark is never edited: a later event corrects it and names the old value, the reason and the authority (DESIGN §1.3). */
export function correctEvaluation(
  command: SealedCommand<CorrectEvaluation>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, CorrectEvaluationRefusal> {
  const { evaluationId, authority } = command;
  const found = inForce(candidacy, evaluationId);
  if (isRefusal(found)) return found;
  const { file, evaluation } = found;
  const frozen = refusedFrozen(file, evaluation.session);
  if (frozen) return frozen;
  const to = outcomeFrom(command.outcome, evaluation.modality, frame.rules);
  if (isRefusal(to)) return to;
  const from = evaluation.outcome;
  if (to.kind === 'result' && from.kind !== 'result') {
    return refuse(
      'CORRECTION_LACKS_FACTS',
      '/outcome',
      'Une absence ou une dispense ne devient pas une note : annulez l’évaluation, puis enregistrez-la avec ses faits.',
      'An absence or exemption does not become a mark: void the evaluation, then record it with its facts.',
    );
  }
  const conduct = correctedConduct(command, evaluation, to, frame);
  if (conduct !== null && isRefusal(conduct)) return conduct;
  if (sameOutcome(from, to) && (conduct === null || !command.conduct)) {
    return refuse(
      'CORRECTION_CHANGES_NOTHING',
      '/outcome',
      'L’évaluation dit déjà cela.',
      'The evaluation says this already.',
    );
  }
  return [
    {
      type: 'EvaluationCorrected',
      data: {
        evaluationId,
        from,
        to,
        conduct,
        reason: reasonOf(command),
        authority: authorityOf(authority),
        rules: { id: frame.rules.rulesId, version: frame.rules.version },
      },
    },
  ];
}

const NO_FORM = { exact: '', work: 'unspecified', written: null, oral: null, replaces: null } as const;

/** The conduct as it is corrected; null where it stays. A single assessor's mark may not contradict the corrected result. */
function correctedConduct(
  { conduct }: SealedCommand<CorrectEvaluation>,
  evaluation: Evaluation,
  to: Outcome,
  frame: Frame,
): Conduct | null | Refusal<ConductRefusal> {
  if (!conduct && (to.kind !== 'result' || evaluation.conduct === null)) return null;
  const line = findLine(frame.framework, frame.rules, evaluation.modality);
  // Another version of the fiche was pinned since, without this line: its form can be checked no more.
  const modality = line ?? { ...NO_FORM, id: evaluation.modality, kind: evaluation.kind };
  const standing = withoutSingleMark(evaluation.conduct);
  const checked = conductFrom(conduct ?? standing, to, modality, frame);
  if (checked !== null && isRefusal(checked)) return checked;
  return changed(evaluation.conduct, checked);
}

/** One assessor's own mark is the result's: where it is corrected without a new conduct, the mark of before is dropped. */
function withoutSingleMark(conduct: Conduct | null): Conduct | null {
  if (conduct?.agreedBy !== 'single') return conduct;
  return { ...conduct, assessors: conduct.assessors.map((part) => ({ ...part, result: null })) };
}

function changed(before: Conduct | null, after: Conduct | null): Conduct | null {
  return sameValue(before, after) ? null : after;
}
