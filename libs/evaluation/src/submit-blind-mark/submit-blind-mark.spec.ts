import { type CandidacyEvent, candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import {
  ASSESSOR,
  candidacy,
  caseStudyAssessed,
  conduct,
  enrolled,
  mark,
  PRESIDENT,
  sealed,
  TUTOR,
} from '../../../candidacy/src/candidacy.examples.js';
import { frame } from '../assessment.examples.js';
import { alone, type BlindMarkCommand, opened, own, ruled, submitted, submitting } from '../blind.examples.js';
import { frozen } from '../changes.examples.js';
import { submitBlindMark } from './submit-blind-mark.decide.js';

const { given } = specification(candidacyStream, submitBlindMark);
const { evaluationId } = caseStudyAssessed().data;

const recorded = (value: string, marks: readonly [string, string][], changes: object = {}) =>
  caseStudyAssessed({
    outcome: mark(value),
    conduct: conduct({
      agreedBy: 'mean',
      assessors: marks.map(([assessorId, one]) => ({ assessorId, ...own(one) })),
    }),
    origin: { kind: 'blind-marks', id: evaluationId, line: marks.length },
    ...changes,
  });

describe('a blind mark', () => {
  it('is kept sealed while another is awaited', () => {
    given(enrolled()).when(submitting(ASSESSOR), ruled(), alone('14')).then(submitted(ASSESSOR));
  });

  it('may be given where the rules do not ask it, once somebody has begun', () => {
    given(enrolled()).when(submitting(ASSESSOR), frame(), alone('14')).then(submitted(ASSESSOR));
  });

  it('records the evaluation with the last: the mean, to the nearest mark, halves up, each mark beside it', () => {
    for (const [first, last, mean] of [
      ['14', '15', '14.5'],
      ['14', '14.25', '14.25'],
      ['0', '0.25', '0.25'],
    ] as const) {
      given(enrolled(), submitted(ASSESSOR))
        .when(submitting(PRESIDENT), ruled(), opened(last, { [ASSESSOR]: first }))
        .then(
          submitted(PRESIDENT),
          recorded(mean, [
            [ASSESSOR, first],
            [PRESIDENT, last],
          ]),
        );
    }
  });

  it('leaves a file in which the evaluation stands and no blind mark is awaited', () => {
    const facts = [
      submitted(ASSESSOR),
      submitted(PRESIDENT),
      recorded('14.5', [
        [ASSESSOR, '14'],
        [PRESIDENT, '15'],
      ]),
    ];
    const after = candidacy(enrolled(), ...facts);
    expect(after).toMatchObject({ blindMarks: new Map() });
    expect(after.status === 'enrolled' && after.evaluations.get(evaluationId)?.outcome).toEqual(mark('14.5'));
  });

  it('brings the comments of all as one, and its own where nobody else has left one', () => {
    const [mine, joined] = [sealed('Clair'), sealed('Solide. Clair')];
    const last = submitting(PRESIDENT, { appreciation: mine });
    const marks = [
      [ASSESSOR, '14'],
      [PRESIDENT, '15'],
    ] as const;
    const two = marks.map(([id, value]) => [id, value] as [string, string]);
    given(enrolled(), submitted(ASSESSOR))
      .when(last, ruled(), { ...opened('15', { [ASSESSOR]: '14' }), appreciation: joined })
      .then(submitted(PRESIDENT, { appreciation: mine }), recorded('14.5', two, { appreciation: joined }));
    given(enrolled(), submitted(ASSESSOR))
      .when(last, ruled(), opened('15', { [ASSESSOR]: '14' }))
      .then(submitted(PRESIDENT, { appreciation: mine }), recorded('14.5', two, { appreciation: mine }));
  });

  it('calls one further mark where the gap is above what the rules let pass, and all enter the mean', () => {
    const apart = opened('15', { [ASSESSOR]: '10.75' });
    given(enrolled(), submitted(ASSESSOR))
      .when(submitting(PRESIDENT), ruled(), apart)
      .then(submitted(PRESIDENT, { marksExpected: 3 }));
    given(enrolled(), submitted(ASSESSOR), submitted(PRESIDENT, { marksExpected: 3 }))
      .when(submitting(TUTOR), ruled(), opened('20', { [ASSESSOR]: '10.75', [PRESIDENT]: '15' }))
      .then(
        submitted(TUTOR, { marksExpected: 3 }),
        recorded('15.25', [
          [ASSESSOR, '10.75'],
          [PRESIDENT, '15'],
          [TUTOR, '20'],
        ]),
      );
  });

  it('lets pass a gap that is exactly the largest, any where none is named, and measures it on the reference scale', () => {
    const exactly = opened('15', { [ASSESSOR]: '11' });
    given(enrolled(), submitted(ASSESSOR))
      .when(submitting(PRESIDENT), ruled(), exactly)
      .then(
        submitted(PRESIDENT),
        recorded('13', [
          [ASSESSOR, '11'],
          [PRESIDENT, '15'],
        ]),
      );
    given(enrolled(), submitted(ASSESSOR))
      .when(submitting(PRESIDENT), ruled({ gapMax: null }), opened('20', { [ASSESSOR]: '0' }))
      .then(
        submitted(PRESIDENT),
        recorded('10', [
          [ASSESSOR, '0'],
          [PRESIDENT, '20'],
        ]),
      );
    const { rules, ...within } = frame();
    const hundred = { code: 'hundred', kind: 'numeric', min: '0', max: '100', step: '1' } as const;
    const onHundred = ruled(
      {},
      { ...within, rules: { ...rules, scales: [...rules.scales, hundred], referenceScale: 'hundred' } },
    );
    given(enrolled(), submitted(ASSESSOR))
      .when(submitting(PRESIDENT), onHundred, opened('11', { [ASSESSOR]: '10' }))
      .then(submitted(PRESIDENT, { marksExpected: 3 }));
  });

  it('waits for as many as the rules ask, or more where the institution says so', () => {
    given(enrolled(), submitted(ASSESSOR, { marksExpected: 3 }))
      .when(submitting(PRESIDENT), ruled({ assessorsMin: 3 }), opened('15', { [ASSESSOR]: '14' }))
      .then(submitted(PRESIDENT, { marksExpected: 3 }));
    given(enrolled())
      .when(submitting(ASSESSOR, { marksExpected: 3 }), ruled(), alone('14'))
      .then(submitted(ASSESSOR, { marksExpected: 3 }));
    given(enrolled())
      .when(submitting(ASSESSOR, { marksExpected: 2 }), ruled({ assessorsMin: 3 }), alone('14'))
      .thenRefuses('BLIND_MARKS_EXPECTED_FEWER', '/marksExpected');
    given(enrolled(), submitted(ASSESSOR, { marksExpected: 3 }))
      .when(submitting(PRESIDENT, { marksExpected: 2 }), ruled(), opened('15', { [ASSESSOR]: '14' }))
      .thenRefuses('BLIND_MARKS_EXPECTED_FEWER', '/marksExpected');
  });

  it('is given once by each assessor, and no more once all are in', () => {
    given(enrolled(), submitted(ASSESSOR))
      .when(submitting(ASSESSOR), ruled(), opened('15', { [ASSESSOR]: '14' }))
      .thenRefuses('BLIND_MARK_ALREADY_SUBMITTED', '/assessorId');
    const all = [
      submitted(ASSESSOR),
      submitted(PRESIDENT),
      recorded('14.5', [
        [ASSESSOR, '14'],
        [PRESIDENT, '15'],
      ]),
    ];
    given(enrolled(), ...all)
      .when(submitting(TUTOR), ruled(), alone('14'))
      .thenRefuses('BLIND_MARKS_COMPLETE', '/attempt');
  });

  it('is of the session and day of those before', () => {
    given(enrolled(), submitted(ASSESSOR))
      .when(submitting(PRESIDENT, { heldOn: '2019-01-16' }), ruled(), opened('15', { [ASSESSOR]: '14' }))
      .thenRefuses('BLIND_MARK_DIFFERS', '/heldOn');
    given(enrolled(), submitted(ASSESSOR))
      .when(submitting(PRESIDENT, { session: 2 }), ruled(), opened('15', { [ASSESSOR]: '14' }))
      .thenRefuses('BLIND_MARK_DIFFERS', '/session');
  });
});

describe('what holds of every evaluation holds of a blind mark', () => {
  const refused = (changes: Partial<BlindMarkCommand>, value = '14', ...facts: readonly CandidacyEvent[]) =>
    given(enrolled(), ...facts).when(submitting(ASSESSOR, changes), ruled(), alone(value));

  it('its mark is one of the scale, at the field of the mark', () => {
    refused({}, '20.25').thenRefuses('MARK_ABOVE_SCALE', '/mark/result/value');
    refused({}, '14.1').thenRefuses('MARK_OFF_STEP', '/mark/result/value');
  });

  it('its form, its day and its place are those of the line', () => {
    refused({ oral: true }).thenRefuses('FORM_MISMATCH', '/oral');
    refused({ heldOn: '2019-07-05' }).thenRefuses('HELD_OUTSIDE_SESSION', '/heldOn');
    refused({ modality: 'F8-M9' }).thenRefuses('MODALITY_UNKNOWN', '/modality');
    refused({}, '14', frozen(1)).thenRefuses('MARKS_FROZEN', '/session');
    refused({}, '14', caseStudyAssessed()).thenRefuses('EVALUATION_ALREADY_RECORDED', '/attempt');
    given().when(submitting(ASSESSOR), ruled(), alone('14')).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it('its assessor is known, and not kept from the candidate by a tie', () => {
    given(enrolled())
      .when(submitting(ASSESSOR), ruled({}, frame({ unknown: new Set([ASSESSOR]) })), alone('14'))
      .thenRefuses('ASSESSOR_UNKNOWN', '/assessorId');
    const data = { linkId: TUTOR, assessorId: ASSESSOR, kind: 'family', mayAssess: false };
    const linked = { type: 'AssessorLinkDeclared', data } as never;
    refused({}, '14', linked).thenRefuses('ASSESSOR_LINKED', '/assessorId');
    given(enrolled(), submitted(ASSESSOR), linked)
      .when(submitting(PRESIDENT), ruled(), opened('15', { [ASSESSOR]: '14' }))
      .thenRefuses('ASSESSOR_LINKED');
  });

  it('its facts are those of its kind, and all of them', () => {
    refused({ facts: {} }).thenRefuses('FACTS_MISSING', '/facts/subjectCode');
    refused({ facts: { subjectCode: 'EC-1', filedOn: '2019-01-02' } }).thenRefuses('FACTS_UNEXPECTED', '/facts');
    refused({ reportTitle: sealed('Titre') }).thenRefuses('FACTS_UNEXPECTED', '/facts');
  });
});
