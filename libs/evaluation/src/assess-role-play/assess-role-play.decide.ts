import type { Candidacy, CandidacyEvent } from '@minutier/candidacy';
import { type Decision, isRefusal, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import type { Frame } from '../frame.js';
import type { AssessRolePlay } from './assess-role-play.command.js';

/** A role play is assessed on a scenario; the lines that the fiche gives to groups (F1-M2, F3-M2) come from the group's record. */
export function assessRolePlay(
  command: SealedCommand<AssessRolePlay>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, AssessmentRefusal> {
  const { facts, scenario } = command;
  const assessed = assess(command, candidacy, frame, {
    kind: 'role-play',
    facts: facts && { scenarioCode: facts.scenarioCode, partners: facts.partners, scenario },
  });
  return isRefusal(assessed) ? assessed : [{ type: 'RolePlayAssessed', data: assessed }];
}
