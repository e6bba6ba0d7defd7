import { type Candidacy, type CandidacyEvent, evaluationsOf, type OralDefenceFacts } from '@minutier/candidacy';
import {
  type Decision,
  isRefusal,
  parisDay,
  type Refusal,
  refuse,
  type SealedCommand,
  utcInstant,
} from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import type { Frame } from '../frame.js';
import type { AssessOralDefence } from './assess-oral-defence.command.js';

export type AssessOralDefenceRefusal = AssessmentRefusal | PanelRefusal;
type PanelRefusal =
  'PANEL_NOT_ASSESSORS' | 'PANEL_PRESIDENT' | 'HOURS_REVERSED' | 'HOURS_ON_ANOTHER_DAY' | 'REPORT_UNKNOWN';

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
): OralDefenceFacts | Refusal<PanelRefusal> | undefined {
  if (!facts) return undefined;
  const { panel, place, subjectCode, reportId } = facts;
  const assessors = conduct?.assessors.map(({ assessorId }) => assessorId).sort();
  if (
    assessors?.join() !==
    panel
      .map(({ assessorId }) => assessorId)
      .sort()
      .join()
  ) {
    return refuse(
      'PANEL_NOT_ASSESSORS',
      '/facts/panel',
      'Le jury de soutenance est formé des évaluateurs, tous et eux seuls.',
      'The panel is made of the assessors, all of them and no one else.',
    );
  }
  if (panel.filter(({ role }) => role === 'president').length !== 1) {
    return refuse(
      'PANEL_PRESIDENT',
      '/facts/panel',
      'Un membre, et un seul, préside la soutenance.',
      'One member and only one presides over the defence.',
    );
  }
  const startedAt = utcInstant(facts.startedAt);
  const endedAt = utcInstant(facts.endedAt);
  if (endedAt <= startedAt)
    return refuse(
      'HOURS_REVERSED',
      '/facts/endedAt',
      'La soutenance finirait avant de commencer.',
      'The defence would end before it starts.',
    );
  if (parisDay(startedAt) !== heldOn)
    return refuse(
      'HOURS_ON_ANOTHER_DAY',
      '/facts/startedAt',
      `La soutenance est datée du ${heldOn}.`,
      `The defence is dated ${heldOn}.`,
    );
  if (reportId !== undefined && evaluationsOf(candidacy).get(reportId)?.kind !== 'professional-report') {
    return refuse(
      'REPORT_UNKNOWN',
      '/facts/reportId',
      'Ce rapport n’est pas dans le dossier du candidat.',
      'This report is not in the candidate’s file.',
    );
  }
  return {
    panel: panel.map(({ assessorId, role }) => ({ assessorId, role })),
    startedAt,
    endedAt,
    place: { kind: place.kind, code: place.code },
    subjectCode,
    reportId: reportId ?? null,
  };
}
