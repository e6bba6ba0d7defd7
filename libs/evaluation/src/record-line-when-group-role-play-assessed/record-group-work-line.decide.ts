import type { Candidacy, CandidacyEvent } from '@minutier/candidacy';
import { isRefusal } from '@minutier/ledger';

import { assess } from '../assessment.js';
import type { Frame } from '../frame.js';
import type { GroupWork } from '../groupwork.state.js';
import type { RecordGroupWorkLine } from './record-group-work-line.command.js';

/** A candidacy takes its line of a group work as any other evaluation, or says why not: either way the outcome stands here. */
export function recordGroupWorkLine(
  { groupWorkId, line: number, context, candidacyId }: RecordGroupWorkLine,
  candidacy: Candidacy,
  groupWork: Extract<GroupWork, { status: 'assessed' }>,
  frame: Frame,
): readonly CandidacyEvent[] {
  const { modality, occurrence, centreId, heldOn, conduct, facts, lines } = groupWork;
  const { outcome, appreciation, session, attempt } = lines.find(({ line }) => line === number)!;
  const held = outcome.kind === 'result';
  const assessed = assess(
    {
      context,
      candidacyId,
      modality,
      occurrence,
      attempt,
      session,
      heldOn,
      ...(centreId === null ? {} : { centreId }),
      appreciation,
      outcome,
      conduct: held ? conduct : null,
    },
    candidacy,
    frame,
    {
      kind: 'role-play',
      facts: held ? { scenarioCode: facts.scenarioCode, partners: facts.partners, scenario: null } : undefined,
      origin: { kind: 'group-work', id: groupWorkId, line: number },
    },
  );
  if (!isRefusal(assessed)) return [{ type: 'RolePlayAssessed', data: assessed }];
  return [
    {
      type: 'GroupWorkLineRefused',
      data: { groupWorkId, line: number, modality, occurrence, attempt, refused: assessed.refused },
    },
  ];
}
