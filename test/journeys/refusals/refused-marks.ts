import { onTwenty } from '../classroom.js';
import { authority, blindMark, NOBODY, type Refused, type Scene } from './refusal.js';

type Named = 'martin' | 'durand' | 'roux' | 'morel' | 'faure';
const study =
  (who: Named, changes: object | ((scene: Scene) => object) = {}) =>
  (scene: Scene) =>
    [
      `candidacies/${scene[who].id}/case-studies`,
      scene.caseStudy('12', typeof changes === 'function' ? changes(scene) : changes),
    ] as const;
const change =
  (what: string, body: object, evaluation: (scene: Scene) => string = ({ martin }) => martin.study) =>
  (scene: Scene) =>
    [`candidacies/${scene.martin.id}/evaluations/${evaluation(scene)}/${what}`, { authority, ...body }] as const;
const absence = ({ martin }: Scene) => martin.absence;
const assessedBy =
  (who: (scene: Scene) => readonly string[], agreedBy = 'single') =>
  (scene: Scene) => ({
    modality: 'F8-M1',
    conduct: { assessors: who(scene).map((assessorId) => ({ assessorId })), agreedBy, written: true, oral: false },
  });

/** Where and when a mark cannot be. */
export const refusedPlaces: readonly Refused[] = [
  [
    'a third try where two are allowed',
    409,
    'ATTEMPTS_EXHAUSTED',
    '/attempt',
    study('martin', { modality: 'F7-M1', attempt: 3, session: 2, heldOn: '2019-09-04' }),
  ],
  [
    'a second evaluation where the fiche counts one',
    409,
    'OCCURRENCE_UNKNOWN',
    '/occurrence',
    study('martin', { modality: 'F8-M1', occurrence: 2 }),
  ],
  [
    'a mark in a session that is closed',
    409,
    'SESSION_CLOSED',
    '/session',
    study('martin', { modality: 'F8-M1', session: 3, heldOn: '2019-09-24' }),
  ],
  [
    'a mark of a day out of its session',
    409,
    'HELD_OUTSIDE_SESSION',
    '/heldOn',
    study('martin', { modality: 'F8-M1', session: 2 }),
  ],
  ['a mark on a line that is recognised', 409, 'PLACE_COVERED', '/modality', study('morel', { modality: 'F9-M2' })],
  ['a mark of who is on leave', 409, 'CANDIDACY_SUSPENDED', '/heldOn', study('faure', { heldOn: '2019-02-12' })],
  [
    'a mark of who is excluded',
    409,
    'SANCTION_BARS',
    '/heldOn',
    study('roux', { modality: 'F8-M1', heldOn: '2019-03-12' }),
  ],
  ['a mark after the freeze of its session', 409, 'MARKS_FROZEN', '/session', study('durand', { modality: 'F8-M1' })],
  [
    'a mark by a relative',
    409,
    'ASSESSOR_LINKED',
    '/conduct/assessors/0/assessorId',
    study(
      'morel',
      assessedBy(({ cast }) => [cast.secondAssessor]),
    ),
  ],
  [
    'more time after the day until which it was granted',
    409,
    'ACCOMMODATION_NOT_GRANTED',
    '/accommodationIds/0',
    study('morel', ({ morel }) => ({ heldOn: '2019-02-12', accommodationIds: [morel.accommodation] })),
  ],
  [
    'one assessor where the rules ask for two',
    409,
    'ASSESSORS_TOO_FEW',
    '/conduct/assessors',
    study('martin', ({ cast }) => ({
      modality: 'F9-M2',
      conduct: { assessors: [{ assessorId: cast.assessor }], agreedBy: 'single', written: true, oral: true },
    })),
  ],
  [
    'one assessor named twice',
    409,
    'ASSESSOR_REPEATED',
    '/conduct/assessors/1/assessorId',
    study(
      'martin',
      assessedBy(({ cast }) => [cast.assessor, cast.assessor], 'agreement'),
    ),
  ],
  [
    'two assessors of whom one alone decides',
    409,
    'AGREEMENT_MISMATCH',
    '/conduct/agreedBy',
    study(
      'martin',
      assessedBy(({ cast }) => [cast.assessor, cast.secondAssessor]),
    ),
  ],
  [
    'a centre that may prepare but not evaluate',
    409,
    'CENTRE_NOT_ENTITLED',
    '/centreId',
    study('martin', ({ centre }) => ({ modality: 'F8-M1', centreId: centre.id })),
  ],
];

/** Corrections, voidings, what stands beside a mark, and marks given blind. */
export const refusedChanges: readonly Refused[] = [
  [
    'a correction that changes nothing',
    409,
    'CORRECTION_CHANGES_NOTHING',
    '/outcome',
    change('corrections', { outcome: onTwenty('12.00'), reason: 'keying-error' }),
  ],
  [
    'a correction of an absence into a mark',
    409,
    'CORRECTION_LACKS_FACTS',
    '/outcome',
    change('corrections', { outcome: onTwenty('12'), reason: 'absence-justified' }, absence),
  ],
  [
    'a correction off the scale',
    409,
    'MARK_ABOVE_SCALE',
    '/outcome/result/value',
    change('corrections', { outcome: onTwenty('20.25'), reason: 'keying-error' }),
  ],
  [
    'a correction of what is not there',
    404,
    'EVALUATION_NOT_FOUND',
    null,
    change('corrections', { outcome: onTwenty('12'), reason: 'keying-error' }, () => NOBODY),
  ],
  [
    'a correction after the freeze',
    409,
    'MARKS_FROZEN',
    null,
    ({ durand }) => [
      `candidacies/${durand.id}/evaluations/${durand.study}/corrections`,
      { authority, outcome: onTwenty('15'), reason: 'keying-error' },
    ],
  ],
  [
    'a voiding for fraud without a sanction',
    409,
    'SANCTION_REQUIRED',
    '/sanctionId',
    change('voidings', { reason: 'fraud' }),
  ],
  [
    'circumstances that stand otherwise',
    409,
    'CIRCUMSTANCES_CHANGED_MEANWHILE',
    '/from',
    change('circumstances-corrections', {
      from: { heldOn: '2019-01-14' },
      to: { heldOn: '2019-01-16' },
      reason: 'keying-error',
    }),
  ],
  [
    'circumstances that stay',
    409,
    'CIRCUMSTANCES_UNCHANGED',
    '/to',
    change('circumstances-corrections', {
      from: { heldOn: '2019-01-15' },
      to: { heldOn: '2019-01-15' },
      reason: 'keying-error',
    }),
  ],
  [
    'a sitting of who was absent',
    409,
    'CONDUCT_UNEXPECTED',
    '/to/sittingId',
    change(
      'circumstances-corrections',
      { from: { heldOn: '2019-01-15' }, to: { heldOn: '2019-01-15', sittingId: NOBODY }, reason: 'keying-error' },
      absence,
    ),
  ],
  [
    'a mark in clear on a line that is marked blind',
    409,
    'BLIND_MARKS_INCOMPLETE',
    '/modality',
    study('martin', { modality: 'F9-M1' }),
  ],
  [
    'a second blind mark of one marker',
    409,
    'BLIND_MARK_ALREADY_SUBMITTED',
    '/assessorId',
    ({ faure, cast }) => [`candidacies/${faure.id}/blind-marks`, blindMark(cast.assessor)],
  ],
  [
    'a blind mark of another day',
    409,
    'BLIND_MARK_DIFFERS',
    '/heldOn',
    ({ faure, cast }) => [
      `candidacies/${faure.id}/blind-marks`,
      blindMark(cast.secondAssessor, { heldOn: '2019-01-16' }),
    ],
  ],
  [
    'fewer blind marks than the rules ask',
    409,
    'BLIND_MARKS_EXPECTED_FEWER',
    '/marksExpected',
    ({ martin, cast }) => [`candidacies/${martin.id}/blind-marks`, blindMark(cast.assessor, { marksExpected: 2 })],
  ],
  [
    'a blind mark taken back that was never given',
    409,
    'BLIND_MARK_UNKNOWN',
    '/assessorId',
    ({ faure, cast }) => [
      `candidacies/${faure.id}/blind-marks/${faure.blind}/withdrawals`,
      { authority, assessorId: cast.secondAssessor, reason: 'keying-error' },
    ],
  ],
];
