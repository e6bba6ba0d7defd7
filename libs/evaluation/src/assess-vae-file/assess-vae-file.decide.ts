import type { Candidacy, CandidacyEvent, VaeFileFacts } from '@minutier/candidacy';
import { scaleOf } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import type { Frame } from '../frame.js';
import { type OutcomeRefusal, refusedOnScale } from '../outcome.js';
import { refusedSubstitute } from '../substitute.js';
import type { AssessVaeFile } from './assess-vae-file.command.js';

export type AssessVaeFileRefusal = AssessmentRefusal | 'FILE_UNKNOWN' | 'NOT_A_SUBSTITUTE_ON_ROUTE';

/** The examiners read the validation file that the candidate filed, and may find by competency (A19). */
export function assessVaeFile(
  command: SealedCommand<AssessVaeFile>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, AssessVaeFileRefusal> {
  const refusal = refusedSubstitute(command, 'vae-file', candidacy, frame);
  if (refusal) return refusal;
  const assessed = assess(command, candidacy, frame, { kind: 'vae-file', facts: factsFrom(command, candidacy, frame) });
  return isRefusal(assessed) ? assessed : [{ type: 'VaeFileAssessed', data: assessed }];
}

function factsFrom(
  { facts }: SealedCommand<AssessVaeFile>,
  candidacy: Candidacy,
  { rules }: Frame,
): VaeFileFacts | Refusal<OutcomeRefusal | 'FILE_UNKNOWN'> | undefined {
  if (!facts || candidacy.status === 'absent') return undefined;
  const { fileId, competencies } = facts;
  if (!candidacy.validationFiles.has(fileId))
    return refuse(
      'FILE_UNKNOWN',
      '/facts/fileId',
      'Le candidat n’a pas déposé ce dossier de validation.',
      'The candidate has filed no such validation file.',
    );
  for (const [index, { result }] of competencies.entries()) {
    const refusal = refusedOnScale(result, scaleOf(rules, result.scale), `/facts/competencies/${index}/result`);
    if (refusal) return refusal;
  }
  const findings = competencies.map(({ code, result: { scale, value } }) => ({ code, result: { scale, value } }));
  return { fileId, competencies: findings };
}
