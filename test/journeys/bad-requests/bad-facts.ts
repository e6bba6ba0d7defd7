import { onTwenty } from '../classroom.js';
import { type BadRequest, type Scene, UNKNOWN_ID } from './bad-request.js';

type Body = Record<string, never> & { facts: object; conduct: object };

/** An oral defence, its facts changed. */
const oral = (facts: (scene: Scene) => object) => (scene: Scene) => {
  const body = scene.oralDefence('14') as Body;
  const path = `candidacies/${scene.candidacy}/oral-defences`;
  return { path, body: { ...body, facts: { ...body.facts, ...facts(scene) } } };
};

const company = (facts: object, changes?: object) => (scene: Scene) => {
  const body = scene.companyAssessment('14') as Body;
  const path = `candidacies/${scene.candidacy}/company-assessments`;
  return { path, body: { ...body, facts: { ...body.facts, ...facts }, ...changes } };
};

const group = (members: (scene: Scene) => object[], changes?: object) => (scene: Scene) => ({
  path: `cohorts/${scene.cohortId}/group-role-plays`,
  body: scene.groupRolePlay('13', members(scene), changes),
});
const pair = ({ candidacies: [one, other] }: Scene, changes?: object) => [
  { candidacyId: one },
  { candidacyId: other, ...changes },
];

const correction = (evaluation: (scene: Scene) => string, value: string, changes?: object) => (scene: Scene) => ({
  path: `candidacies/${scene.candidacy}/evaluations/${evaluation(scene)}/corrections`,
  body: scene.correction(value, changes),
});
const recorded = ({ evaluationId }: Scene) => evaluationId;

const deviation = { code: 'individual-part' };

/** Facts of the kinds that their own rules refuse. */
export const badFacts: readonly BadRequest[] = [
  [
    'an oral that ends before it starts',
    oral(() => ({ endedAt: '2019-06-18T08:45:00+02:00' })),
    409,
    'HOURS_REVERSED',
    '/facts/endedAt',
  ],
  ['an oral of no length', oral(() => ({ endedAt: '2019-06-18T07:00:00Z' })), 409, 'HOURS_REVERSED', '/facts/endedAt'],
  [
    'an oral on another day in Paris',
    oral(() => ({ startedAt: '2019-06-17T21:59:00Z' })),
    409,
    'HOURS_ON_ANOTHER_DAY',
    '/facts/startedAt',
  ],
  [
    'an hour without its offset',
    oral(() => ({ startedAt: '2019-06-18T09:00:00' })),
    400,
    'NOT_AN_INSTANT',
    '/facts/startedAt',
  ],
  [
    'an hour of a day that is not',
    oral(() => ({ startedAt: '2019-06-31T09:00:00Z' })),
    400,
    'NOT_AN_INSTANT',
    '/facts/startedAt',
  ],
  ['hour 25', oral(() => ({ startedAt: '2019-06-18T25:00:00Z' })), 400, 'NOT_AN_INSTANT', '/facts/startedAt'],
  [
    'a panel that is not the assessors',
    oral(({ ledger }) => ({ panel: [{ assessorId: ledger.cast.assessor, role: 'president' }] })),
    409,
    'PANEL_NOT_ASSESSORS',
    '/facts/panel',
  ],
  [
    'a panel that nobody presides',
    oral(({ ledger: { cast } }) => ({
      panel: [cast.assessor, cast.secondAssessor].map((assessorId) => ({ assessorId, role: 'member' })),
    })),
    409,
    'PANEL_PRESIDENT',
    '/facts/panel',
  ],
  ['a report that is not there', oral(() => ({ reportId: UNKNOWN_ID })), 409, 'REPORT_UNKNOWN', '/facts/reportId'],
  [
    'a tutor whom the vault does not know',
    company({ companyTutorId: UNKNOWN_ID }),
    409,
    'TUTOR_UNKNOWN',
    '/facts/companyTutorId',
  ],
  ['no company', company({}, { company: null }), 409, 'COMPANY_MISSING', '/company'],
  [
    'a SIRET of three digits',
    company({}, { company: { name: 'Agence', siret: '123' } }),
    400,
    'NOT_A_CODE',
    '/company/siret',
  ],
  [
    'a period that ends before it starts',
    company({ period: { from: '2019-01-02', to: '2019-01-01' } }),
    409,
    'PERIOD_REVERSED',
    '/facts/period/to',
  ],
  [
    'a contract that the candidate has not',
    company({ context: 'internship' }),
    409,
    'CONTEXT_MISMATCH',
    '/facts/context',
  ],
];

export const badGroups: readonly BadRequest[] = [
  ['a group of one', group((scene) => pair(scene).slice(0, 1)), 400, 'LIST_SIZE', '/members'],
  [
    'a member twice',
    group(({ candidacy }) => [{ candidacyId: candidacy }, { candidacyId: candidacy }]),
    409,
    'MEMBER_REPEATED',
    '/members/1/candidacyId',
  ],
  [
    'a member who is not there',
    group((scene) => [...pair(scene), { candidacyId: UNKNOWN_ID }]),
    409,
    'MEMBER_UNKNOWN',
    '/members/2/candidacyId',
  ],
  [
    'a member who is a text',
    group((scene) => [...pair(scene), 'Camille'] as object[]),
    400,
    'NOT_AN_OBJECT',
    '/members/2',
  ],
  [
    'another result without its reason',
    group((scene) => pair(scene, { outcome: onTwenty('15') })),
    409,
    'DEVIATION_MISSING',
    '/members/1/deviation',
  ],
  [
    'a reason without another result',
    group((scene) => pair(scene, { deviation })),
    409,
    'DEVIATION_UNEXPECTED',
    '/members/1/deviation',
  ],
  [
    'a member’s mark above the scale',
    group((scene) => pair(scene, { outcome: onTwenty('21'), deviation })),
    409,
    'MARK_ABOVE_SCALE',
    '/members/1/outcome/result/value',
  ],
  ['a line that is no role play', group(pair, { modality: 'F1-M1' }), 409, 'KIND_MISMATCH', '/modality'],
  [
    'a group of a cohort that is not there',
    (scene) => ({ ...group(pair)(scene), path: `cohorts/${UNKNOWN_ID}/group-role-plays` }),
    404,
    'COHORT_NOT_FOUND',
    null,
  ],
];

export const badCorrections: readonly BadRequest[] = [
  ['an evaluation that is not there', correction(() => UNKNOWN_ID, '15'), 404, 'EVALUATION_NOT_FOUND', null],
  ['an evaluation that is no uuid', correction(() => 'F1-M1', '15'), 400, 'NOT_A_UUID', '?evaluationId'],
  ['nothing to correct', correction(recorded, '12.00'), 409, 'CORRECTION_CHANGES_NOTHING', '/outcome'],
  ['a reason of one’s own', correction(recorded, '15', { reason: 'because' }), 400, 'NOT_A_CHOICE', '/reason'],
  ['no authority', correction(recorded, '15', { authority: null }), 400, 'FIELD_MISSING', '/authority'],
  ['a corrected mark off the step', correction(recorded, '15.1'), 409, 'MARK_OFF_STEP', '/outcome/result/value'],
];
