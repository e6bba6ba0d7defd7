import { fiche28684 } from '@minutier/testing';

import { adoption, cohortOpening, identityOf, sessionOpening } from '../classroom.js';
import { type BadRequest, type Scene, UNKNOWN_ID } from './bad-request.js';

/** The fiche, changed somewhere. */
const fiche = (change: (document: ReturnType<typeof fiche28684>) => void) => () => {
  const document = fiche28684();
  change(document);
  return { path: 'frameworks', body: { document } };
};

const enrolment = (changes: object) => (scene: Scene) => ({
  path: `cohorts/${scene.cohortId}/candidacies`,
  body: { personId: scene.personId, route: 'CQ', enteredOn: '2018-10-01', ...changes },
});
const rules = (changes: object) => () => ({ path: 'rules', body: { ...adoption, ...changes } });
const cohort = (changes: object) => () => ({ path: 'cohorts', body: { ...cohortOpening, ...changes } });
const session =
  (changes: object) =>
  ({ cohortId }: Scene) => ({
    path: `cohorts/${cohortId}/sessions`,
    body: { ...sessionOpening, ...changes },
  });
const identity = (changes: object) => () => ({
  path: 'persons',
  body: { identity: { ...identityOf('MARTIN').identity, ...changes } },
});

const LINE = '/document/blocks/0/functions/0/modalities/0';

/** Fiches, rules and cohorts that cannot begin. */
export const badBeginnings: readonly BadRequest[] = [
  [
    'a fiche that counts wrongly',
    fiche((document) => (document.totals.functions = 8)),
    409,
    'FICHE_COUNT_WRONG',
    '/document/totals/functions',
  ],
  [
    'a fiche that lost a line',
    fiche((document) => document.blocks[0].functions[0].modalities.pop()),
    409,
    'FICHE_COUNT_WRONG',
    '/document/totals/modalityLines',
  ],
  [
    'a line without its kind',
    fiche((document) => delete document.blocks[0].functions[0].modalities[0].kind),
    400,
    'DOCUMENT_MALFORMED',
    `${LINE}/kind`,
  ],
  [
    'a line counted by a text',
    fiche((document) => (document.blocks[0].functions[0].modalities[0].count = '1')),
    400,
    'DOCUMENT_MALFORMED',
    `${LINE}/count`,
  ],
  [
    'a part that is not there',
    fiche((document) => (document.blocks[0].activity = 9)),
    409,
    'FICHE_REFERENCE_BROKEN',
    '/document/blocks/0/activity',
  ],
  [
    'a fiche that is published already',
    fiche(() => undefined),
    409,
    'FICHE_ALREADY_PUBLISHED',
    '/document/source/sha256',
  ],
  [
    'an empty fiche',
    () => ({ path: 'frameworks', body: { document: {} } }),
    400,
    'DOCUMENT_MALFORMED',
    '/document/format',
  ],
  [
    'a fiche that is a text',
    () => ({ path: 'frameworks', body: { document: 'RNCP28684' } }),
    400,
    'DOCUMENT_MALFORMED',
    '/document',
  ],
  ['a fiche with a fraction', fiche((document) => (document.extra = 1.5)), 400, 'NUMBER_INEXACT', '/document/extra'],
  [
    'a fiche with a numbered field',
    fiche((document) => (document.extra = { 0: 'x' })),
    400,
    'FIELD_UNKNOWN',
    '/document/extra/0',
  ],
  ['no fiche', () => ({ path: 'frameworks', body: {} }), 400, 'FIELD_MISSING', '/document'],
  [
    'rules for a framework that is not published',
    rules({ framework: { number: 'RNCP1', version: 1 } }),
    409,
    'FRAMEWORK_NOT_PUBLISHED',
    '/framework',
  ],
  [
    'rules for a version that is not published',
    rules({ framework: { number: 'RNCP28684', version: 2 } }),
    409,
    'FRAMEWORK_NOT_PUBLISHED',
    '/framework',
  ],
  [
    'rules for a line that the fiche has not',
    rules({ modalityRules: [{ modality: 'F9-M9' }] }),
    409,
    'MODALITY_UNKNOWN',
    '/modalityRules/0/modality',
  ],
  [
    'rules against the fiche’s count',
    rules({ modalityRules: [{ modality: 'F1-M1', expectedOccurrences: 2 }] }),
    409,
    'COUNT_GIVEN_BY_FICHE',
    '/modalityRules/0/expectedOccurrences',
  ],
  [
    'a threshold that is a number',
    rules({ blockRule: { threshold: 10 } }),
    400,
    'NOT_A_DECIMAL',
    '/blockRule/threshold',
  ],
  ['an authority of one’s own', rules({ authority: { code: 'me' } }), 400, 'NOT_A_CHOICE', '/authority/code'],
  [
    'a cohort of rules that are not adopted',
    cohort({ rules: { id: 'reglement-28684', version: 2 } }),
    409,
    'RULES_NOT_ADOPTED',
    '/rules',
  ],
  ['a cohort that ends before it starts', cohort({ endsOn: '2018-09-30' }), 409, 'DATES_REVERSED', '/endsOn'],
  [
    'a cohort after the registration',
    cohort({ startsOn: '2030-10-01', endsOn: '2031-09-30' }),
    409,
    'FRAMEWORK_NOT_IN_EFFECT',
    '/startsOn',
  ],
  ['a session out of order', session({ session: 3, kind: 're-sit' }), 409, 'SESSION_OUT_OF_ORDER', '/session'],
  [
    'a session of a cohort that is not there',
    () => ({ path: `cohorts/${UNKNOWN_ID}/sessions`, body: sessionOpening }),
    404,
    'COHORT_NOT_FOUND',
    null,
  ],
];

/** Persons and candidates who cannot be taken in. */
export const badEnrolments: readonly BadRequest[] = [
  ['a route that the fiche closes', enrolment({ route: 'CA' }), 409, 'ROUTE_CLOSED', '/route'],
  ['a route that no fiche knows', enrolment({ route: 'XX' }), 400, 'NOT_A_CHOICE', '/route'],
  ['a person who is not recorded', enrolment({ personId: UNKNOWN_ID }), 409, 'PERSON_UNKNOWN', '/personId'],
  ['a person who is no uuid', enrolment({ personId: 'MARTIN' }), 400, 'NOT_A_UUID', '/personId'],
  ['an entry after the cohort', enrolment({ enteredOn: '2019-10-01' }), 409, 'ENTERED_AFTER_COHORT', '/enteredOn'],
  [
    'a cohort that is not there',
    (scene) => ({ ...enrolment({})(scene), path: `cohorts/${UNKNOWN_ID}/candidacies` }),
    404,
    'COHORT_NOT_FOUND',
    null,
  ],
  [
    'the cohort in the body too',
    (scene) => enrolment({ cohortId: scene.cohortId })(scene),
    400,
    'FIELD_UNKNOWN',
    '/cohortId',
  ],
  ['a birthday that is not', identity({ bornOn: '1997-02-29' }), 400, 'NOT_A_CIVIL_DATE', '/identity/bornOn'],
  ['a name that is a number', identity({ birthName: 42 }), 400, 'NOT_A_TEXT', '/identity/birthName'],
  ['a field that identities have not', identity({ shoeSize: 42 }), 400, 'FIELD_UNKNOWN', '/identity/shoeSize'],
  [
    'a role that nobody has',
    () => ({ path: 'actors', body: { name: 'Jo PAUL', roles: ['king'] } }),
    400,
    'NOT_A_CHOICE',
    '/roles',
  ],
];
