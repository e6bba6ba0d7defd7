import type { Candidacy, CandidacyEvent } from '@minutier/candidacy';
import { type Decision, isRefusal, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import type { Frame } from '../frame.js';
import type { AssessCaseStudy } from './assess-case-study.command.js';

/** A case study is assessed on a subject (fiche: « étude de cas théorique / pratique, individuelle et écrite »). */
export function assessCaseStudy(
  command: SealedCommand<AssessCaseStudy>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, AssessmentRefusal> {
  const { facts, subject } = command;
  const assessed = assess(command, candidacy, frame, {
    kind: 'case-study',
    facts: facts && { subjectCode: facts.subjectCode, subject },
  });
  return isRefusal(assessed) ? assessed : [{ type: 'CaseStudyAssessed', data: assessed }];
}
