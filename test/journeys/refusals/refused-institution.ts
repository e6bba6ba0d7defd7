import { FRAMEWORK, RULES, sessionOpening } from '../classroom.js';
import { authority, NOBODY, type Refused, type Scene } from './refusal.js';

const cohort =
  (noun: string, body: object) =>
  ({ cohortId }: Scene) =>
    [`cohorts/${cohortId}/${noun}`, { authority, ...body }] as const;
const session = (changes: object) =>
  cohort('sessions', { ...sessionOpening, authority: undefined, session: 4, kind: 're-sit', ...changes });
const inCentre =
  (noun: string, body: object) =>
  ({ centre }: Scene) =>
    [`centres/${centre.id}/habilitations${noun}`, { authority, ...body }] as const;
const dates = { startsOn: '2018-10-01', endsOn: '2019-09-30' };

/** Centres, cohorts, sessions, rules. */
export const refusedInstitution: readonly Refused[] = [
  [
    'a centre under a number that no establishment has',
    409,
    'SIRET_INVALID',
    '/siret',
    () => ['centres', { siret: '73282932000075', code: 'CFA-LILLE' }],
  ],
  [
    'a centre registered under another code',
    409,
    'CENTRE_ALREADY_REGISTERED',
    '/siret',
    () => ['centres', { siret: '73282932000074', code: 'CFA-NORD' }],
  ],
  [
    'an entitlement within another',
    409,
    'PERIOD_OVERLAPS',
    '/from',
    inCentre('', { number: FRAMEWORK.number, scope: ['prepare'], from: '2019-01-01', document: 'CONV-2' }),
  ],
  [
    'an entitlement suspended that is not there',
    409,
    'HABILITATION_UNKNOWN',
    null,
    inCentre(`/${NOBODY}/suspensions`, { from: '2019-02-01', reason: 'complaint' }),
  ],
  [
    'an entitlement resumed that goes on',
    409,
    'NOT_SUSPENDED',
    '/from',
    ({ centre }) => [
      `centres/${centre.id}/habilitations/${centre.habilitation}/resumptions`,
      { authority, from: '2019-03-01' },
    ],
  ],
  ['a session out of order', 409, 'SESSION_OUT_OF_ORDER', '/session', session({ session: 6 })],
  ['a second initial session', 409, 'SESSION_KIND_WRONG', '/kind', session({ kind: 'initial' })],
  ['a session that ends before it begins', 409, 'DATES_REVERSED', '/closesOn', session({ closesOn: '2018-09-30' })],
  [
    'a session closed twice',
    409,
    'SESSION_ALREADY_CLOSED',
    '/session',
    cohort('session-closures', { authority: undefined, session: 3, closedOn: '2019-09-28' }),
  ],
  [
    'a session reopened that is open',
    409,
    'SESSION_NOT_CLOSED',
    '/session',
    cohort('session-reopenings', { session: 1, reason: 'late-mark' }),
  ],
  [
    'a session moved off its marks',
    409,
    'EVALUATION_OUTSIDE',
    '/opensOn',
    cohort('session-reschedulings', {
      session: 1,
      from: { opensOn: '2018-10-01', closesOn: '2019-07-04' },
      opensOn: '2019-02-01',
      closesOn: '2019-07-04',
      reason: 'organisation',
    }),
  ],
  [
    'a cohort closed before its sessions',
    409,
    'SESSION_STILL_OPEN',
    null,
    cohort('closures', { authority: undefined, closedOn: '2019-09-30' }),
  ],
  [
    'a cohort moved from dates that it has not',
    409,
    'COHORT_CHANGED_MEANWHILE',
    '/from',
    cohort('reschedulings', { from: { ...dates, endsOn: '2019-08-31' }, ...dates, reason: 'force-majeure' }),
  ],
  [
    'a cohort moved to where it is',
    409,
    'COHORT_UNCHANGED',
    '/endsOn',
    cohort('reschedulings', { from: dates, ...dates, reason: 'force-majeure' }),
  ],
  [
    'a cohort closed twice',
    409,
    'COHORT_ALREADY_CLOSED',
    null,
    ({ closedCohort }) => [`cohorts/${closedCohort}/closures`, { closedOn: '2019-07-06' }],
  ],
  [
    'a session of a closed cohort',
    409,
    'COHORT_CLOSED',
    null,
    ({ closedCohort }) => [`cohorts/${closedCohort}/sessions`, { ...sessionOpening, session: 2, kind: 're-sit' }],
  ],
  [
    'rules made known that the cohort has not',
    409,
    'RULES_NOT_PINNED',
    '/rules',
    cohort('rules-communications', {
      authority: undefined,
      rules: { ...RULES, version: 2 },
      channel: 'e-mail',
      communicatedOn: '2018-10-01',
    }),
  ],
  [
    'rules replaced by what nobody adopted',
    409,
    'RULES_NOT_ADOPTED',
    '/to',
    cohort('rules-repinnings', {
      from: RULES,
      to: { ...RULES, version: 4 },
      effectiveOn: '2019-03-15',
      reason: 'error-in-rules',
    }),
  ],
  [
    'rules asked about by nothing',
    409,
    'WHAT_IF_NEEDS_ONE',
    null,
    ({ cohortId }) => [`rules/${RULES.id}/what-if`, { cohortId }],
  ],
  [
    'rules asked about that have not the scale of the marks',
    409,
    'SCALE_DROPPED',
    '/draft/scales',
    ({ cohortId }) => [
      `rules/${RULES.id}/what-if`,
      {
        cohortId,
        draft: {
          ...{ authority: { code: 'pedagogical-council' }, adoptedOn: '2019-02-01', blockRule: { threshold: '50' } },
          scales: [{ code: 'hundred', kind: 'numeric', min: '0', max: '100', step: '1' }],
        },
      },
    ],
  ],
];
