import type { Candidacy, CandidacyEvent, Conduct } from '@minutier/candidacy';
import { isRefusal } from '@minutier/ledger';

import { assess } from '../assessment.js';
import { sameOutcome } from '../outcome.js';
import type { Frame } from '../frame.js';
import type { GroupWork } from '../groupwork.state.js';
import type { RecordGroupWorkLine } from './record-group-work-line.command.js';

/** A candidacy takes its line of a group work as an evaluation of its own, or says why not: either way it stands here. */
export function recordGroupWorkLine(
  { groupWorkId, line: number, context, candidacyId }: RecordGroupWorkLine,
  candidacy: Candidacy,
  groupWork: Extract<GroupWork, { status: 'assessed' }>,
  frame: Frame,
): readonly CandidacyEvent[] {
  const { modality, occurrence, centreId, heldOn, conduct, facts, lines, result } = groupWork;
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
      conduct: held ? ownConduct(conduct, sameOutcome(outcome, { kind: 'result', result })) : null,
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
  return refusedGroupWorkLine({ groupWorkId, line: number }, groupWork, assessed.refused);
}

/** The line is refused, with the code that says why. */
export function refusedGroupWorkLine(
  { groupWorkId, line }: Pick<RecordGroupWorkLine, 'groupWorkId' | 'line'>,
  { modality, occurrence, lines }: Extract<GroupWork, { status: 'assessed' }>,
  refused: string,
): readonly CandidacyEvent[] {
  const { attempt } = lines.find((one) => one.line === line)!;
  return [{ type: 'GroupWorkLineRefused', data: { groupWorkId, line, modality, occurrence, attempt, refused } }];
}

/** The assessors' marks and grids are the group's: under a member's own result stands who assessed, not what the group got. */
function ownConduct(conduct: Conduct, asTheGroup: boolean): Conduct {
  if (asTheGroup) return conduct;
  const agreedBy = conduct.assessors.length === 1 ? 'single' : 'agreement';
  return {
    ...conduct,
    agreedBy,
    assessors: conduct.assessors.map(({ assessorId }) => ({ assessorId, result: null, grid: null })),
  };
}
