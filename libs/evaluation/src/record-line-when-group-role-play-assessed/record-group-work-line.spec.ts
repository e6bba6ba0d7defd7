import { candidacyStream } from '@minutier/candidacy';
import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import {
  absence,
  CANDIDACY_ID,
  conduct,
  corrected,
  enrolled,
  mark,
  rolePlayAssessed,
  sealed,
} from '../../../candidacy/src/candidacy.examples.js';
import { frame } from '../assessment.examples.js';
import {
  accommodationGranted,
  GROUP_WORK_ID,
  groupExercisesAssessed,
  groupTutoredProjectAssessed,
  groupWork,
  lineAssessed,
  lineRefused,
} from '../groupwork.examples.js';
import { exercisesAssessed, tutoredProjectAssessed } from '../kinds.examples.js';
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
    const { react, name } = recordLineWhenGroupRolePlayAssessed;
    const asked = react(logged(`groupwork-${GROUP_WORK_ID}`, lineAssessed(1)));
    // Ids derive from it: it stays, whatever other kinds it carries by now.
    expect(name).toBe('record-line-when-group-role-play-assessed');
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

  it('brings what was granted to this member, which the file must know', () => {
    const accommodationIds = ['5f0f3c1e-0000-5000-8000-0000000000aa'];
    given(enrolled())
      .when(recording(2), groupWork({ accommodationIds }), frame())
      .then(lineRefused(2, 'ACCOMMODATION_NOT_GRANTED'));
    const granted = accommodationGranted(accommodationIds[0]!);
    given(enrolled(), granted)
      .when(recording(2), groupWork({ accommodationIds }), frame())
      .then(recorded({ accommodationIds }, 2));
  });

  it('leaves its refusal there when the member’s file does not take it', () => {
    const byHand = recorded({ origin: null });
    given(enrolled(), byHand)
      .when(recording(), groupWork(), frame())
      .then(lineRefused(1, 'EVALUATION_ALREADY_RECORDED'));
    given(enrolled({ route: 'VAE' }))
      .when(recording(), groupWork(), frame())
      .then(lineRefused(1, 'ROUTE_DOES_NOT_SIT'));
  });

  it('is recognised where it stands already, before its place is looked at', () => {
    given(enrolled(), recorded()).when(recording(), groupWork(), frame()).thenNothing();
    given(enrolled(), recorded(), corrected({ evaluationId: recorded().data.evaluationId }))
      .when(recording(), groupWork(), frame())
      .thenNothing();
    // Another line is not this one.
    given(enrolled(), recorded({}, 2))
      .when(recording(), groupWork(), frame())
      .then(lineRefused(1, 'EVALUATION_ALREADY_RECORDED'));
  });
});

describe('a line of a group’s tutored project', () => {
  const work = (changes = {}) => groupWork(changes, groupTutoredProjectAssessed());
  const project = (changes: Parameters<typeof tutoredProjectAssessed>[0] = {}, line = 1) => {
    const own = { project: null, individualPart: null, groupPart: { scale: 'twenty', value: '13.5' } };
    const facts = { ...groupTutoredProjectAssessed().data.facts, ...own };
    const { modality, heldOn, conduct: held } = groupTutoredProjectAssessed().data;
    const origin = { kind: 'group-work', id: GROUP_WORK_ID, line } as const;
    const given = { modality, heldOn, conduct: held, outcome: mark('13.5'), origin, facts: facts as never };
    return tutoredProjectAssessed({ ...given, ...changes });
  };

  it('is recorded as the member’s project, with the group’s part', () => {
    given(enrolled()).when(recording(), work(), frame()).then(project());
  });

  it('keeps the group’s part under a result of the member’s own', () => {
    given(enrolled())
      .when(recording(2), work({ outcome: mark('16') }), frame())
      .then(project({ outcome: mark('16') }, 2));
  });

  it('brings an absence without facts', () => {
    given(enrolled())
      .when(recording(2), work({ outcome: absence(true) }), frame())
      .then(project({ outcome: absence(true) }, 2));
  });
});

describe('a line of a group’s exercises', () => {
  const work = (changes = {}) => groupWork(changes, groupExercisesAssessed());
  const { theme, exercises } = groupExercisesAssessed().data.facts;
  const set = (changes: Parameters<typeof exercisesAssessed>[0] = {}, line = 1) => {
    const facts = { theme, exercises: exercises.map((one) => ({ ...one, work: 'group' })) };
    const { modality, heldOn } = groupExercisesAssessed().data;
    const origin = { kind: 'group-work', id: GROUP_WORK_ID, line } as const;
    return exercisesAssessed({ modality, heldOn, outcome: mark('13.5'), origin, facts: facts as never, ...changes });
  };

  it('is recorded as the member’s exercises, done in a group', () => {
    given(enrolled()).when(recording(), work(), frame()).then(set());
  });

  it('shows them as done, not marked, under a result of the member’s own', () => {
    const unmarked = exercises.map((one) => ({ ...one, result: null, work: 'group' }));
    given(enrolled())
      .when(recording(2), work({ outcome: mark('16') }), frame())
      .then(set({ outcome: mark('16'), facts: { theme, exercises: unmarked } as never }, 2));
  });

  it('brings an absence without facts', () => {
    given(enrolled())
      .when(recording(2), work({ outcome: absence() }), frame())
      .then(set({ outcome: absence() }, 2));
  });
});
