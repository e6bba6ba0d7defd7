import { candidacyStream } from '@minutier/candidacy';
import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { CANDIDACY_ID, conduct, enrolled, mark, rolePlayAssessed } from '../../../candidacy/src/candidacy.examples.js';
import { frame } from '../assessment.examples.js';
import {
  GROUP_WORK_ID,
  groupRolePlayAssessed,
  groupWorkAfter,
  groupWorkVoided,
  lineAssessed,
  lineRefused,
  lineReportedRefused,
  lineSettled,
  lineVoided,
  voidingReportedRefused,
} from '../groupwork.examples.js';
import { recordLineWhenGroupRolePlayAssessed } from './record-line-when-group-role-play-assessed.reactor.js';
import type { RetryGroupWorkLine } from './retry-group-work-line.command.js';
import { retryGroupWorkLine } from './retry-group-work-line.decide.js';

const { given } = specification(candidacyStream, retryGroupWorkLine);
const retrying = commandWith<RetryGroupWorkLine>({
  context: commandContext(),
  candidacyId: CANDIDACY_ID,
  groupWorkId: GROUP_WORK_ID,
  line: 1,
});
const work = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2)];
const voids = [groupWorkVoided(), lineVoided(1), lineVoided(2)];
const triedAgain = [...work, lineReportedRefused(1, 'SESSION_CLOSED'), lineSettled(1)];
const origin = { kind: 'group-work', id: GROUP_WORK_ID, line: 1 } as const;
const { modality, heldOn, conduct: held, facts } = groupRolePlayAssessed().data;
const recorded = rolePlayAssessed({
  ...{ modality, heldOn, conduct: held, outcome: mark('13.5'), origin },
  facts: { ...facts, scenario: null } as never,
});

describe('a line that a person had tried again', () => {
  it('is told to the candidacy of the member', () => {
    const asked = recordLineWhenGroupRolePlayAssessed.react(logged(`groupwork-${GROUP_WORK_ID}`, lineSettled(1)));
    expect(asked.map(({ stream }) => stream)).toEqual([`candidacy-${CANDIDACY_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...retrying });
  });

  it('is recorded, and its refusal waits no more', () => {
    const story = [enrolled(), lineRefused(1, 'SESSION_CLOSED')] as const;
    given(...story)
      .when(retrying, groupWorkAfter(...triedAgain), frame())
      .then(recorded);
    const after = [...story, recorded].reduce(candidacyStream.evolve, candidacyStream.initial);
    expect(after).toMatchObject({ refusals: new Map() });
  });

  it('is refused again where the cause is still there', () => {
    given(enrolled({ route: 'VAE' }))
      .when(retrying, groupWorkAfter(...triedAgain), frame())
      .then(lineRefused(1, 'ROUTE_DOES_NOT_SIT'));
  });

  it('is recorded also when the work was voided meanwhile: the voiding comes after it', () => {
    given(enrolled(), lineRefused(1, 'SESSION_CLOSED'))
      .when(retrying, groupWorkAfter(...triedAgain, ...voids), frame())
      .then(recorded);
  });

  it('is voided where it was the voiding that was refused', () => {
    const again = groupWorkAfter(...work, ...voids, voidingReportedRefused(1, 'MARKS_FROZEN'), lineSettled(1));
    const standing = rolePlayAssessed({ modality: 'F1-M2', outcome: mark('13.5'), conduct: conduct(), origin });
    const [fact] = given(enrolled(), standing).when(retrying, again, frame()).facts();
    expect(fact).toMatchObject({ type: 'EvaluationVoided', data: { origin, from: mark('13.5') } });
  });
});
