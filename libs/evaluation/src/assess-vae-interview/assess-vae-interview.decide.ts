import { type Candidacy, type CandidacyEvent, evaluationsOf, type VaeInterviewFacts } from '@minutier/candidacy';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import type { Frame } from '../frame.js';
import { oralFrom, type PanelRefusal } from '../oral.js';
import { refusedSubstitute } from '../substitute.js';
import type { AssessVaeInterview } from './assess-vae-interview.command.js';

export type AssessVaeInterviewRefusal = AssessmentRefusal | PanelRefusal | 'FILE_UNKNOWN' | 'NOT_A_SUBSTITUTE_ON_ROUTE';

/** A VAE candidate talks with the examiners, who assess, usually over the file that they have read (A19). */
export function assessVaeInterview(
  command: SealedCommand<AssessVaeInterview>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, AssessVaeInterviewRefusal> {
  const refusal = refusedSubstitute(command, 'vae-interview', candidacy, frame);
  if (refusal) return refusal;
  const assessed = assess(command, candidacy, frame, { kind: 'vae-interview', facts: factsFrom(command, candidacy) });
  return isRefusal(assessed) ? assessed : [{ type: 'VaeInterviewAssessed', data: assessed }];
}

function factsFrom(
  { facts, conduct, heldOn }: SealedCommand<AssessVaeInterview>,
  candidacy: Candidacy,
): VaeInterviewFacts | Refusal<PanelRefusal | 'FILE_UNKNOWN'> | undefined {
  if (!facts) return undefined;
  const oral = oralFrom(facts, conduct, heldOn);
  if (isRefusal(oral)) return oral;
  const { fileEvaluationId, accompanistPresent } = facts;
  if (fileEvaluationId !== undefined && evaluationsOf(candidacy).get(fileEvaluationId)?.kind !== 'vae-file') {
    return refuse(
      'FILE_UNKNOWN',
      '/facts/fileEvaluationId',
      'Cette évaluation de dossier n’est pas en vigueur chez ce candidat.',
      'No such evaluation of a file is in force for this candidate.',
    );
  }
  return { ...oral, fileEvaluationId: fileEvaluationId ?? null, accompanistPresent };
}
