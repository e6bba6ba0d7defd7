import { type CandidacyEvent, candidacyStream, type EvaluationCircumstancesCorrected } from '@minutier/candidacy';
import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  absence,
  CANDIDACY_ID,
  candidacy,
  caseStudyAssessed,
  conduct,
  enrolled,
} from '../../../candidacy/src/candidacy.examples.js';
import { cohort } from '../../../cohort/src/cohort.examples.js';
import { frame } from '../assessment.examples.js';
import { broughtOver, frozen } from '../changes.examples.js';
import type { CorrectCircumstances } from './correct-circumstances.command.js';
import { correctCircumstances } from './correct-circumstances.decide.js';

const { given } = specification(candidacyStream, correctCircumstances);
const { evaluationId } = caseStudyAssessed().data;
const authority = { code: 'examination-office', document: 'NOTE-12' } as const;
const [CENTRE, SITTING, TIME, TOOL] = [1, 2, 3, 4].map((n) => `5f0f3c1e-0000-4000-8000-00000000090${n}`) as [
  string,
  string,
  string,
  string,
];
type Command = SealedCommand<CorrectCircumstances>;

const correcting = (to: Partial<Command['to']>, changes: Partial<Command> = {}) =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    evaluationId,
    from: { heldOn: '2019-01-15' },
    to: { heldOn: '2019-01-15', ...to },
    reason: 'keying-error',
    explanation: null,
    authority,
    ...changes,
  });

const AS_RECORDED = { heldOn: '2019-01-15', centreId: null, sittingId: null, accommodationIds: [] };
const circumstances = (
  to: Partial<EvaluationCircumstancesCorrected['data']['to']>,
): EvaluationCircumstancesCorrected => ({
  type: 'EvaluationCircumstancesCorrected',
  data: {
    evaluationId,
    from: AS_RECORDED,
    to: { ...AS_RECORDED, ...to },
    reason: { code: 'keying-error', text: null },
    authority,
  },
});
const granted = (accommodationId: string, from: string): CandidacyEvent => ({
  type: 'AccommodationGranted',
  data: { accommodationId, measures: ['extra-time'], from, until: null, modalities: [] } as never,
});
const file = (...after: readonly CandidacyEvent[]) => given(enrolled(), caseStudyAssessed(), ...after);

describe('correcting the circumstances of an evaluation', () => {
  it('says what they were, what they are, why, and on whose authority', () => {
    const to = { heldOn: '2019-01-16', centreId: CENTRE, sittingId: SITTING };
    file().when(correcting(to), frame()).then(circumstances(to));
  });

  it('leaves the mark as it is, and the file with the circumstances corrected', () => {
    const to = { heldOn: '2019-01-16', centreId: CENTRE, sittingId: SITTING };
    const before = candidacy(enrolled(), caseStudyAssessed());
    const after = candidacyStream.evolve(before, circumstances(to));
    const { heldOn, centreId } = to;
    const [standing, corrected] = [before, after].map(
      (one) => one.status === 'enrolled' && one.evaluations.get(evaluationId),
    );
    expect(corrected).toEqual({ ...standing, heldOn, centreId, conduct: conduct({ sittingId: SITTING }) });
  });

  it('names the accommodations that were granted on that day, in whatever order', () => {
    const accommodations = [granted(TIME, '2019-01-01'), granted(TOOL, '2019-01-01')];
    const both = { accommodationIds: [TIME, TOOL] };
    file(...accommodations)
      .when(correcting(both), frame())
      .then(circumstances(both));
    file(...accommodations, circumstances(both))
      .when(correcting({ accommodationIds: [TOOL, TIME] }, { from: { heldOn: '2019-01-15', ...both } }), frame())
      .thenRefuses('CIRCUMSTANCES_UNCHANGED', '/to');
    file(granted(TIME, '2019-02-01'))
      .when(correcting({ accommodationIds: [TIME] }), frame())
      .thenRefuses('ACCOMMODATION_NOT_GRANTED', '/to/accommodationIds/0');
  });

  it('is allowed after the freeze, and in a session that is closed', () => {
    const { sessions, ...open } = cohort();
    const closed = { ...open, sessions: sessions.map((session) => ({ ...session, closedOn: '2019-07-05' })) };
    file(frozen(1))
      .when(correcting({ heldOn: '2019-01-16' }), frame({ cohort: closed }))
      .then(circumstances({ heldOn: '2019-01-16' }));
  });

  it('is refused where they are not those that were read, or stay the same', () => {
    file()
      .when(correcting({ heldOn: '2019-01-16' }, { from: { heldOn: '2019-01-14' } }), frame())
      .thenRefuses('CIRCUMSTANCES_CHANGED_MEANWHILE', '/from');
    file().when(correcting({}), frame()).thenRefuses('CIRCUMSTANCES_UNCHANGED', '/to');
  });

  it('stays in the session, after the entry, and not in the future', () => {
    file()
      .when(correcting({ heldOn: '2019-07-05' }), frame())
      .thenRefuses('HELD_OUTSIDE_SESSION', '/to/heldOn');
    file()
      .when(correcting({ heldOn: '2019-07-02' }), frame())
      .thenRefuses('HELD_IN_FUTURE', '/to/heldOn');
    given(enrolled({ enteredOn: '2018-11-05' }), caseStudyAssessed())
      .when(correcting({ heldOn: '2018-11-04' }), frame())
      .thenRefuses('HELD_BEFORE_ENTRY', '/to/heldOn');
  });

  it('gives no sitting to an absence', () => {
    given(enrolled(), caseStudyAssessed({ outcome: absence() }))
      .when(correcting({ sittingId: SITTING }), frame())
      .thenRefuses('CONDUCT_UNEXPECTED', '/to/sittingId');
  });

  it('is refused of what is not in force here', () => {
    given().when(correcting({}), frame()).thenRefuses('CANDIDACY_NOT_FOUND');
    given(enrolled()).when(correcting({}), frame()).thenRefuses('EVALUATION_NOT_FOUND');
    given(enrolled(), broughtOver()).when(correcting({}), frame()).thenRefuses('CANDIDACY_TRANSFERRED');
  });
});
