import { type Candidacy, type CandidacyEvent, evaluationsOf, type OralDefenceFacts } from '@minutier/candidacy';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import type { Frame } from '../frame.js';
import { oralFrom, type PanelRefusal } from '../oral.js';
import type { AssessOralDefence } from './assess-oral-defence.command.js';

export type AssessOralDefenceRefusal = AssessmentRefusal | PanelRefusal | 'REPORT_UNKNOWN';

/** An oral defence is held before a panel of its assessors, one of whom presides, on one day between two hours. */
export function assessOralDefence(
  command: SealedCommand<AssessOralDefence>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, AssessOralDefenceRefusal> {
  const assessed = assess(command, candidacy, frame, { kind: 'oral-defence', facts: factsFrom(command, candidacy) });
  return isRefusal(assessed) ? assessed : [{ type: 'OralDefenceAssessed', data: assessed }];
}

function factsFrom(
  { facts, conduct, heldOn }: SealedCommand<AssessOralDefence>,
  candidacy: Candidacy,
): OralDefenceFacts | Refusal<PanelRefusal | 'REPORT_UNKNOWN'> | undefined {
  if (!facts) return undefined;
  const oral = oralFrom(facts, conduct, heldOn);
  if (isRefusal(oral)) return oral;
  const { subjectCode, reportId } = facts;
  if (reportId !== undefined && evaluationsOf(candidacy).get(reportId)?.kind !== 'professional-report') {
    return refuse(
      'REPORT_UNKNOWN',
      '/facts/reportId',
      'Ce rapport n’est pas dans le dossier du candidat.',
      'This report is not in the candidate’s file.',
    );
  }
  return { ...oral, subjectCode, reportId: reportId ?? null };
}
