import { onTwenty } from '../classroom.js';
import { type BadRequest, type Scene, UNKNOWN_ID } from './bad-request.js';

const VALUE = '/outcome/result/value';

/** A case study of the candidate who has one already on F1-M1. */
const study = (value: unknown, changes?: object) => (scene: Scene) => ({
  path: `candidacies/${scene.candidacy}/case-studies`,
  body: scene.caseStudy(value as string, { modality: 'F5-M1', ...changes }),
});

const outcome = (given: object) => study('14', { outcome: given });

const conduct = (changes: object) => (scene: Scene) =>
  study('14', {
    conduct: {
      assessors: [{ assessorId: scene.ledger.cast.assessor }],
      agreedBy: 'single',
      written: true,
      oral: false,
      ...changes,
    },
  })(scene);

/** Marks that are no marks, or none of this scale. */
export const badMarks: readonly BadRequest[] = [
  ['a mark off the step', study('14.10'), 409, 'MARK_OFF_STEP', VALUE],
  ['a mark above the scale', study('20.25'), 409, 'MARK_ABOVE_SCALE', VALUE],
  ['a mark that is a number', study(14), 400, 'NOT_A_CODE', VALUE],
  ['a mark that is a fraction', study(14.5), 400, 'NUMBER_INEXACT', VALUE],
  ['a mark with an exponent', study('1e1'), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['a negative mark', study('-1'), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['a mark with a plus', study('+14'), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['a mark after a space', study(' 14'), 400, 'NOT_A_CODE', VALUE],
  ['a mark with a comma', study('14,5'), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['a mark that is not a number', study('NaN'), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['an infinite mark', study('Infinity'), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['a hexadecimal mark', study('0x0E'), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['a mark after a zero', study('014'), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['a mark of sixteen digits', study('9'.repeat(16)), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['a mark of ten thousand digits', study('9'.repeat(10_000)), 400, 'NOT_A_CODE', VALUE],
  ['a mark of five decimals', study('14.00001'), 409, 'MARK_NOT_DECIMAL', VALUE],
  ['a mark in other digits', study('١٤'), 400, 'NOT_A_CODE', VALUE],
  ['an empty mark', study(''), 400, 'NOT_A_CODE', VALUE],
  ['a mark in a list', study(['14']), 400, 'NOT_A_CODE', VALUE],
  [
    'a mark on another scale',
    outcome({ kind: 'result', result: { scale: 'levels', value: 'A' } }),
    409,
    'SCALE_MISMATCH',
    '/outcome/result/scale',
  ],
  ['no outcome', outcome(null as never), 400, 'FIELD_MISSING', '/outcome'],
  ['an outcome of no kind', outcome({ kind: 'delay' }), 400, 'NOT_A_CHOICE', '/outcome/kind'],
  [
    'an absence with a mark',
    outcome({ ...onTwenty('14'), kind: 'absence', justified: true }),
    409,
    'OUTCOME_INCOMPLETE',
    '/outcome',
  ],
  ['an absence with a conduct', outcome({ kind: 'absence', justified: true }), 409, 'CONDUCT_UNEXPECTED', '/conduct'],
];

/** Marks in a place where none can stand. */
export const badPlaces: readonly BadRequest[] = [
  ['a line that the fiche has not', study('14', { modality: 'F9-M9' }), 409, 'MODALITY_UNKNOWN', '/modality'],
  ['a line of another kind', study('14', { modality: 'F5-M2' }), 409, 'KIND_MISMATCH', '/modality'],
  [
    'a second mark for one occurrence',
    study('14', { modality: 'F1-M1' }),
    409,
    'EVALUATION_ALREADY_RECORDED',
    '/attempt',
  ],
  ['an attempt out of order', study('14', { attempt: 3 }), 409, 'ATTEMPT_OUT_OF_ORDER', '/attempt'],
  ['an attempt that is a text', study('14', { attempt: '1' }), 400, 'NOT_AN_INTEGER', '/attempt'],
  ['an attempt that is a fraction', study('14', { attempt: 1.5 }), 400, 'NUMBER_INEXACT', '/attempt'],
  ['attempt zero', study('14', { attempt: 0 }), 400, 'OUT_OF_RANGE', '/attempt'],
  [
    'an occurrence that the fiche does not count',
    study('14', { occurrence: 2 }),
    409,
    'OCCURRENCE_UNKNOWN',
    '/occurrence',
  ],
  ['a session that is not open', study('14', { session: 7 }), 409, 'SESSION_UNKNOWN', '/session'],
  ['a day outside the session', study('14', { heldOn: '2019-08-01' }), 409, 'HELD_OUTSIDE_SESSION', '/heldOn'],
  ['a 30 February', study('14', { heldOn: '2019-02-30' }), 400, 'NOT_A_CIVIL_DATE', '/heldOn'],
  ['a 29 February of a common year', study('14', { heldOn: '2019-02-29' }), 400, 'NOT_A_CIVIL_DATE', '/heldOn'],
  ['a thirteenth month', study('14', { heldOn: '2019-13-01' }), 400, 'NOT_A_CIVIL_DATE', '/heldOn'],
  ['a date without its zeros', study('14', { heldOn: '2018-2-1' }), 400, 'NOT_A_CIVIL_DATE', '/heldOn'],
  ['a date that is an instant', study('14', { heldOn: '2019-01-15T00:00:00Z' }), 400, 'NOT_A_CIVIL_DATE', '/heldOn'],
  ['a date that is a number', study('14', { heldOn: 20190115 }), 400, 'NOT_A_CIVIL_DATE', '/heldOn'],
  [
    'a group’s line, recorded for one',
    (scene) => ({
      path: `candidacies/${scene.candidacy}/role-plays`,
      body: scene.rolePlay('14', { modality: 'F1-M2' }),
    }),
    409,
    'GROUP_WORK_REQUIRED',
    '/modality',
  ],
  [
    'a candidacy that is not there',
    (scene) => ({ ...study('14')(scene), path: `candidacies/${UNKNOWN_ID}/case-studies` }),
    404,
    'CANDIDACY_NOT_FOUND',
    null,
  ],
  [
    'a candidacy that is no uuid',
    (scene) => ({ ...study('14')(scene), path: 'candidacies/C-2019-17/case-studies' }),
    400,
    'NOT_A_UUID',
    '?candidacyId',
  ],
];

/** Marks whose evaluation is told wrongly. */
export const badConducts: readonly BadRequest[] = [
  ['no facts', study('14', { facts: null }), 409, 'FACTS_MISSING', '/facts'],
  [
    'facts of another kind',
    study('14', { facts: { subjectCode: 'EC-1', scenarioCode: 'MSP-1' } }),
    400,
    'FIELD_UNKNOWN',
    '/facts/scenarioCode',
  ],
  ['facts that are a text', study('14', { facts: 'EC-1' }), 400, 'NOT_AN_OBJECT', '/facts'],
  ['nobody who assessed', study('14', { conduct: null }), 409, 'CONDUCT_MISSING', '/conduct'],
  [
    'an assessor whom the vault does not know',
    conduct({ assessors: [{ assessorId: UNKNOWN_ID }] }),
    409,
    'ASSESSOR_UNKNOWN',
    '/conduct/assessors/0/assessorId',
  ],
  ['no assessor', conduct({ assessors: [] }), 400, 'LIST_SIZE', '/conduct/assessors'],
  ['assessors that are no list', conduct({ assessors: { first: 'x' } }), 400, 'NOT_A_LIST', '/conduct/assessors'],
  ['one assessor’s agreement', conduct({ agreedBy: 'agreement' }), 409, 'AGREEMENT_MISMATCH', '/conduct/agreedBy'],
  ['an oral that the fiche excludes', conduct({ oral: true }), 409, 'FORM_MISMATCH', '/conduct/oral'],
  ['a yes that is a text', conduct({ written: 'true' }), 400, 'NOT_A_BOOLEAN', '/conduct/written'],
  [
    'an appreciation that is too long',
    study('14', { appreciation: 'a'.repeat(4_001) }),
    400,
    'NOT_A_TEXT',
    '/appreciation',
  ],
  ['an appreciation of spaces', study('14', { appreciation: '  ' }), 400, 'NOT_A_TEXT', '/appreciation'],
  ['an appreciation that rings', study('14', { appreciation: 'a\u0007' }), 400, 'NOT_A_TEXT', '/appreciation'],
];
