import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { identityRecorded, PERSON_ID, requestReceived } from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { ReceiveRightsRequest } from './receive-rights-request.command.js';
import { receiveRightsRequest } from './receive-rights-request.decide.js';

type Command = SealedCommand<ReceiveRightsRequest> & { readonly requestId: string };

const { given } = specification(personStream, receiveRightsRequest);
const { dueBy: _dueBy, document, ...fields } = requestReceived().data;
const receiving = (changes: Partial<Command> = {}) =>
  commandWith<Command>({ context: commandContext(), personId: PERSON_ID, ...fields, document: document!, ...changes });

describe('receiving a request under the data-protection law', () => {
  it('has the month run from its day', () => {
    given(identityRecorded()).when(receiving()).then(requestReceived());
  });

  it.each([
    ['2019-01-31', '2019-02-28'],
    ['2016-01-30', '2016-02-29'],
    ['2018-12-15', '2019-01-15'],
  ])('of %s is due by %s', (receivedOn, dueBy) => {
    given(identityRecorded()).when(receiving({ receivedOn })).then(requestReceived({ receivedOn, dueBy }));
  });

  it('is refused for a day to come', () => {
    given()
      .when(receiving({ receivedOn: '2019-07-02' }))
      .thenRefuses('DATE_IN_FUTURE', '/receivedOn');
  });

  it('is refused while one of the same right waits; another right has a month of its own', () => {
    const again = { requestId: '5f0f3c1e-2019-5000-8000-0000000000d2' };
    const pending = given(identityRecorded(), requestReceived());
    pending.when(receiving(again)).thenRefuses('REQUEST_PENDING', '/right');
    pending.when(receiving({ ...again, right: 'access' })).then(requestReceived({ ...again, right: 'access' }));
  });
});
