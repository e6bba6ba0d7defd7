import type { KeyedDigest, SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { answered, authority, identityRecorded, PERSON_ID, REQUEST_ID, requestReceived } from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { AnswerRightsRequest } from './answer-rights-request.command.js';
import { answerRightsRequest } from './answer-rights-request.decide.js';

type Command = SealedCommand<AnswerRightsRequest> & { readonly digest: KeyedDigest | null };

const { given } = specification(personStream, answerRightsRequest);
const answering = (changes: Partial<Command> = {}) =>
  commandWith<Command>({
    context: commandContext(),
    personId: PERSON_ID,
    requestId: REQUEST_ID,
    answeredOn: '2019-06-24',
    answer: 'granted',
    digest: null,
    authority: authority as never,
    ...changes,
  });
const pending = given(identityRecorded(), requestReceived());

describe('answering a request', () => {
  it('says what was answered, and which copy was given', () => {
    const digest = {
      alg: 'HMAC-SHA-256',
      keyId: '5f0f3c1e-0000-4000-8000-0000000000b2',
      value: '5d'.repeat(32),
    } as const;
    pending.when(answering()).then(answered());
    pending
      .when(answering({ copy: { ordinal: 1_204, sha256: 'ab'.repeat(32) }, digest, proof: 'LRAR-2019-118' }))
      .then(answered({ ordinal: 1_204, digest, proof: 'LRAR-2019-118' }));
  });

  it('gives the ground where not all is granted, and only then', () => {
    pending
      .when(answering({ answer: 'partly-granted', ground: 'legal-duty' }))
      .then(answered({ answer: 'partly-granted', ground: 'legal-duty' }));
    pending.when(answering({ answer: 'refused' })).thenRefuses('GROUND_REQUIRED', '/ground');
    pending.when(answering({ ground: 'excessive' })).thenRefuses('GROUND_UNEXPECTED', '/ground');
  });

  it('is refused for a day to come, a second time, and where there is no such request', () => {
    pending.when(answering({ answeredOn: '2019-07-02' })).thenRefuses('DATE_IN_FUTURE', '/answeredOn');
    given(identityRecorded(), requestReceived(), answered()).when(answering()).thenRefuses('REQUEST_ANSWERED');
    given(identityRecorded()).when(answering()).thenRefuses('REQUEST_UNKNOWN');
  });

  it('lets the same right be used again', () => {
    const { requests } = [requestReceived(), answered()].reduce(personStream.evolve, personStream.initial);
    expect(requests.get(REQUEST_ID)).toMatchObject({ answered: true });
  });
});
