import { candidacyStream } from '@minutier/candidacy';
import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import {
  absence,
  CANDIDACY_ID,
  conduct,
  enrolled,
  mark,
  rolePlayAssessed,
  sealed,
} from '../../../candidacy/src/candidacy.examples.js';
import { frame } from '../assessment.examples.js';
import { GROUP_WORK_ID, groupWork, lineAssessed } from '../groupwork.examples.js';
import type { RecordGroupWorkLine } from './record-group-work-line.command.js';
import { recordGroupWorkLine } from './record-group-work-line.decide.js';
import { recordLineWhenGroupRolePlayAssessed } from './record-line-when-group-role-play-assessed.reactor.js';

const { given } = specification(candidacyStream, recordGroupWorkLine);
const recording = (line = 1) =>
  commandWith<RecordGroupWorkLine>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    groupWorkId: GROUP_WORK_ID,
    line,
  });

/** The member's evaluation as the line brings it. */
const recorded = (changes: Parameters<typeof rolePlayAssessed>[0] = {}, line = 1) =>
  rolePlayAssessed({
    modality: 'F1-M2',
    heldOn: '2019-02-12',
    outcome: mark('13.5'),
    conduct: conduct({ written: false, oral: true }),
    facts: { scenarioCode: 'MSP-2019-04', partners: ['client'], scenario: null } as never,
    origin: { kind: 'group-work', id: GROUP_WORK_ID, line },
    ...changes,
  });

describe('a line of a group’s work', () => {
  it('is told to the candidacy of the member', () => {
    const { react, reads, name } = recordLineWhenGroupRolePlayAssessed;
    const asked = react(logged(`groupwork-${GROUP_WORK_ID}`, lineAssessed(1)));
    expect([name, reads]).toEqual(['record-line-when-group-role-play-assessed', ['GroupWorkLineAssessed']]);
    expect(asked.map(({ stream }) => stream)).toEqual([`candidacy-${CANDIDACY_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...recording() });
  });

  it('is recorded there as the member’s evaluation, with its origin', () => {
    given(enrolled()).when(recording(), groupWork(), frame()).then(recorded());
  });

  it('brings the member’s own outcome and appreciation', () => {
    const appreciation = sealed('En progrès');
    given(enrolled())
      .when(recording(2), groupWork({ outcome: mark('15'), appreciation }), frame())
      .then(recorded({ outcome: mark('15'), appreciation }, 2));
  });

  it('takes a member’s own result though the assessors gave the group another', () => {
    const twoMarks = conduct({
      written: false,
      oral: true,
      agreedBy: 'mean',
      assessors: ['13', '14'].map((value, index) => ({
        assessorId: `00000000-0000-4000-8000-00000000000${index}`,
        result: { scale: 'twenty', value },
        grid: null,
      })),
    });
    const work = { ...groupWork({ outcome: mark('11') }), conduct: twoMarks };
    const assessors = twoMarks.assessors.map((part) => ({ ...part, result: null }));
    given(enrolled())
      .when(recording(2), work, frame())
      .then(recorded({ outcome: mark('11'), conduct: { ...twoMarks, agreedBy: 'agreement', assessors } }, 2));
  });

  it('brings an absence without conduct and without facts', () => {
    given(enrolled())
      .when(recording(2), groupWork({ outcome: absence() }), frame())
      .then(recorded({ outcome: absence(), conduct: null, facts: null }, 2));
  });

  it('leaves its refusal there when the member’s file does not take it', () => {
    const place = { groupWorkId: GROUP_WORK_ID, line: 1, modality: 'F1-M2', occurrence: 1, attempt: 1 };
    given(enrolled(), recorded())
      .when(recording(), groupWork(), frame())
      .then({ type: 'GroupWorkLineRefused', data: { ...place, refused: 'EVALUATION_ALREADY_RECORDED' } });
    given(enrolled({ route: 'VAE' }))
      .when(recording(), groupWork(), frame())
      .then({ type: 'GroupWorkLineRefused', data: { ...place, refused: 'ROUTE_DOES_NOT_SIT' } });
  });
});
