import { randomUUID } from 'node:crypto';

import { identityOf } from '../classroom.js';
import { type BadRequest, type Scene, type Sent, UNKNOWN_ID } from './bad-request.js';

/** A person's identity is taken from anybody: what is wrong is around it. */
const person = (changes: Partial<Sent>) => (): Sent => ({ path: 'persons', body: identityOf('MARTIN'), ...changes });
const raw = (body: string | Uint8Array) => person({ body });
const under = (headers: Sent['headers']) => person(headers === undefined ? {} : { headers });
const get = (path: string) => (): Sent => ({ method: 'GET', path });
/** A body deep in which stands something. */
const within = (text: string) => raw(`{"identity":{"birthName":${text}}}`);

const cursorOf = (parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

const study =
  (headers: (scene: Scene) => Sent['headers'], value = '13') =>
  (scene: Scene): Sent => ({
    path: `candidacies/${scene.candidacy}/case-studies`,
    body: scene.caseStudy(value, { modality: 'F5-M1' }),
    headers: headers(scene)!,
  });

export const badHeaders: readonly BadRequest[] = [
  ['nobody who acts', under({ 'minutier-actor': undefined }), 401, 'ACTOR_MISSING', '?Minutier-Actor'],
  ['no role', under({ 'minutier-role': undefined }), 401, 'ACTOR_MISSING', '?Minutier-Role'],
  [
    'an actor whom the vault does not know',
    under({ 'minutier-actor': UNKNOWN_ID }),
    403,
    'ACTOR_UNKNOWN',
    '?Minutier-Actor',
  ],
  ['an actor in a role that he has not', under({ 'minutier-role': 'juror' }), 403, 'ACTOR_UNKNOWN', '?Minutier-Actor'],
  ['a role of the program itself', under({ 'minutier-role': 'reaction' }), 403, 'ACTOR_UNKNOWN', '?Minutier-Actor'],
  ['an actor by name', under({ 'minutier-actor': 'Dominique LEFEVRE' }), 403, 'ACTOR_UNKNOWN', '?Minutier-Actor'],
  [
    'a key that is no uuid',
    under({ 'idempotency-key': 'first-try' }),
    400,
    'IDEMPOTENCY_KEY_MALFORMED',
    '?Idempotency-Key',
  ],
  ['an empty key', under({ 'idempotency-key': '' }), 400, 'IDEMPOTENCY_KEY_MALFORMED', '?Idempotency-Key'],
  [
    'a correlation that is no uuid',
    under({ 'correlation-id': '42' }),
    400,
    'CORRELATION_ID_MALFORMED',
    '?Correlation-Id',
  ],
  [
    'a key that another body used',
    study(({ usedKey }) => ({ 'idempotency-key': usedKey })),
    422,
    'COMMAND_ID_REUSED',
    null,
  ],
  ['a revision that has passed', study(() => ({ 'if-match': '"0"' })), 412, 'REVISION_CONFLICT', null],
  ['a revision that is to come', study(() => ({ 'if-match': '"99"' })), 412, 'REVISION_CONFLICT', null],
  ['a revision without its quotes', study(() => ({ 'if-match': '1' })), 400, 'IF_MATCH_MALFORMED', '?If-Match'],
  ['a weak revision', study(() => ({ 'if-match': 'W/"1"' })), 400, 'IF_MATCH_MALFORMED', '?If-Match'],
  ['two revisions', study(() => ({ 'if-match': '"0", "1"' })), 400, 'IF_MATCH_MALFORMED', '?If-Match'],
  [
    'a form',
    person({ body: 'birthName=MARTIN', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    415,
    'MEDIA_TYPE_UNSUPPORTED',
    '',
  ],
  ['a plain text', under({ 'content-type': 'text/plain' }), 415, 'MEDIA_TYPE_UNSUPPORTED', ''],
  ['a form of files', under({ 'content-type': 'multipart/form-data; boundary=x' }), 415, 'MEDIA_TYPE_UNSUPPORTED', ''],
  [
    'XML',
    person({ body: '<identity/>', headers: { 'content-type': 'application/xml' } }),
    415,
    'MEDIA_TYPE_UNSUPPORTED',
    '',
  ],
];

export const badBodies: readonly BadRequest[] = [
  ['a list', raw('[]'), 400, 'NOT_AN_OBJECT', ''],
  ['a text', raw('"MARTIN"'), 400, 'NOT_AN_OBJECT', ''],
  ['a number', raw('42'), 400, 'NOT_AN_OBJECT', ''],
  ['null', raw('null'), 400, 'NOT_AN_OBJECT', ''],
  ['nothing', raw(''), 400, 'JSON_MALFORMED', ''],
  ['half a body', raw('{"identity":'), 400, 'JSON_MALFORMED', ''],
  ['two bodies', raw('{}{}'), 400, 'JSON_MALFORMED', ''],
  ['a number that JSON has not', raw('{"identity":NaN}'), 400, 'JSON_MALFORMED', ''],
  [
    'bytes that are not UTF-8',
    raw(Buffer.from('{"identity":{"birthName":"L\xe9a"}}', 'latin1')),
    400,
    'JSON_MALFORMED',
    '',
  ],
  ['more than a body may be', raw(JSON.stringify({ identity: 'a'.repeat(1_100_000) })), 413, 'BODY_TOO_LARGE', ''],
  [
    'lists in lists in lists',
    raw(`{"identity":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    400,
    'NESTING_TOO_DEEP',
    `/identity${'/0'.repeat(63)}`,
  ],
  [
    'a number beyond the exact ones',
    raw('{"identity":{"birthName":9007199254740993}}'),
    400,
    'NUMBER_INEXACT',
    '/identity/birthName',
  ],
  ['a number beyond all', raw('{"identity":1e400}'), 400, 'NUMBER_INEXACT', '/identity'],
  ['a null character', within(String.raw`"MAR\u0000TIN"`), 400, 'CHARACTER_FORBIDDEN', '/identity/birthName'],
  ['half a character', within(String.raw`"\ud83d"`), 400, 'CHARACTER_FORBIDDEN', '/identity/birthName'],
  ['half a character in a key', raw(String.raw`{"identity":{"\ud83d":1}}`), 400, 'CHARACTER_FORBIDDEN', '/identity'],
  ['a prototype', raw('{"__proto__":{"role":"registrar"}}'), 400, 'KEY_FORBIDDEN', '/__proto__'],
  [
    'a prototype, spelt otherwise',
    raw(String.raw`{"identity":{"\u005f_proto__":{}}}`),
    400,
    'KEY_FORBIDDEN',
    '/identity/__proto__',
  ],
  [
    'a prototype in a document',
    person({ path: 'frameworks', body: '{"document":{"__proto__":{}}}' }),
    400,
    'KEY_FORBIDDEN',
    '/document/__proto__',
  ],
  [
    'a constructor’s prototype',
    raw('{"constructor":{"prototype":{"role":"registrar"}}}'),
    400,
    'KEY_FORBIDDEN',
    '/constructor/prototype',
  ],
  [
    'a context of one’s own',
    person({ body: { ...identityOf('MARTIN'), context: { actor: { id: UNKNOWN_ID, role: 'registrar' } } } }),
    400,
    'FIELD_UNKNOWN',
    '/context',
  ],
  [
    'a command id in the body',
    person({ body: { ...identityOf('MARTIN'), commandId: randomUUID() } }),
    400,
    'FIELD_UNKNOWN',
    '/commandId',
  ],
  [
    'a field with a slash and a tilde',
    person({ body: { ...identityOf('MARTIN'), 'a/b~c': 1 } }),
    400,
    'FIELD_UNKNOWN',
    '/a~1b~0c',
  ],
  [
    'a method of every object',
    person({ body: { ...identityOf('MARTIN'), toString: 'x' } }),
    400,
    'FIELD_UNKNOWN',
    '/toString',
  ],
];

export const badQuestions: readonly BadRequest[] = [
  ['a parameter that is none', get('cohorts?colour=red'), 400, 'FIELD_UNKNOWN', '?colour'],
  ['a day that is not', get('cohorts?asOf=2019-02-30'), 400, 'NOT_AN_INSTANT', '?asOf'],
  ['a moment that is a word', get('cohorts?asOf=yesterday'), 400, 'NOT_AN_INSTANT', '?asOf'],
  ['an hour that is not', get('cohorts?asOf=2019-02-28T25:00:00Z'), 400, 'NOT_AN_INSTANT', '?asOf'],
  ['an hour without its offset', get('cohorts?asOf=2019-02-28T09:00:00'), 400, 'NOT_AN_INSTANT', '?asOf'],
  ['two moments', get('cohorts?asOf=2019-02-27&asOf=2019-02-28'), 400, 'NOT_AN_INSTANT', '?asOf'],
  ['an ordinal below zero', get('cohorts?atLeast=-1'), 400, 'CURSOR_MALFORMED', '?atLeast'],
  ['a receipt without its revision', get('cohorts?atLeast=cohort-1'), 400, 'CURSOR_MALFORMED', '?atLeast'],
  ['a cursor of one’s own', get('cohorts?cursor=Zm9v'), 400, 'CURSOR_MALFORMED', '?cursor'],
  [
    'a cursor before the founding',
    get(`cohorts?cursor=${cursorOf([-2, null, 'x', 'x'])}`),
    400,
    'CURSOR_MALFORMED',
    '?cursor',
  ],
  [
    'a cursor that ends in an object',
    get(`audit/events?cursor=${cursorOf([3, null, {}, 'x'])}`),
    400,
    'CURSOR_MALFORMED',
    '?cursor',
  ],
  ['a cursor with a quote', get("cohorts?cursor='--"), 400, 'CURSOR_MALFORMED', '?cursor'],
  ['no item a page', get('cohorts?limit=0'), 400, 'OUT_OF_RANGE', '?limit'],
  ['too many items a page', get('cohorts?limit=501'), 400, 'OUT_OF_RANGE', '?limit'],
  ['a word of items a page', get('cohorts?limit=abc'), 400, 'NOT_AN_INTEGER', '?limit'],
  ['a fraction of an item', get('cohorts?limit=1.5'), 400, 'NOT_AN_INTEGER', '?limit'],
  ['events of somebody by name', get('audit/events?actor=LEFEVRE'), 400, 'NOT_A_UUID', '?actor'],
  ['an address that is none', get('juries-of-2039'), 404, 'ROUTE_UNKNOWN', null],
  ['a parameter that every object has', get('cohorts?toString=1'), 400, 'FIELD_UNKNOWN', '?toString'],
  ['a prototype as a parameter', get('cohorts?__proto__=1'), 400, 'FIELD_UNKNOWN', '?__proto__'],
  ['an address that cannot be decoded', get('candidacies/%ff'), 404, 'ROUTE_UNKNOWN', null],
  ['an address outside the API', get('/admin'), 404, 'ROUTE_UNKNOWN', null],
  [
    'an erasure',
    ({ candidacy }) => ({ method: 'DELETE', path: `candidacies/${candidacy}` }),
    404,
    'ROUTE_UNKNOWN',
    null,
  ],
  [
    'an edit',
    ({ candidacy }) => ({
      method: 'PUT',
      path: `candidacies/${candidacy}`,
      body: {},
      headers: { 'content-type': 'application/json' },
    }),
    404,
    'ROUTE_UNKNOWN',
    null,
  ],
  ['a candidate who is not there', get(`candidacies/${UNKNOWN_ID}`), 404, 'NOT_FOUND', null],
  ['a transcript of nobody', get(`candidacies/${UNKNOWN_ID}/transcript`), 404, 'NOT_FOUND', null],
  ['a cohort that is not there', get(`cohorts/${UNKNOWN_ID}/candidacies`), 404, 'NOT_FOUND', null],
  ['a fiche that is not published', get('frameworks/RNCP1'), 404, 'NOT_FOUND', null],
  ['a candidate by another name', get('candidacies/constructor'), 404, 'NOT_FOUND', null],
];
