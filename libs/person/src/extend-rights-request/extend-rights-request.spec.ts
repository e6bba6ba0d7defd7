import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { answered, identityRecorded, PERSON_ID, REQUEST_ID, requestReceived } from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { ExtendRightsRequest } from './extend-rights-request.command.js';
import { extendRightsRequest } from './extend-rights-request.decide.js';

const { given } = specification(personStream, extendRightsRequest);
const extending = (changes: Partial<SealedCommand<ExtendRightsRequest>> = {}) =>
  commandWith<SealedCommand<ExtendRightsRequest>>({
    context: commandContext({ today: '2019-07-10' }),
    personId: PERSON_ID,
    requestId: REQUEST_ID,
    dueBy: '2019-09-03',
    toldOn: '2019-07-03',
    reason: 'complex',
    explanation: null,
    ...changes,
  });
const pending = given(identityRecorded(), requestReceived());

describe('extending the time to answer a request', () => {
  it('gives two further months at most, the person told on the last day of the first at the latest', () => {
    const reason = { code: 'complex', text: null } as const;
    const data = { requestId: REQUEST_ID, dueBy: '2019-09-03', toldOn: '2019-07-03', reason };
    pending.when(extending()).then({ type: 'DataRequestExtended', data });
  });

  it('is refused a day beyond', () => {
    pending.when(extending({ dueBy: '2019-09-04' })).thenRefuses('EXTENSION_TOO_LONG', '/dueBy');
    pending.when(extending({ toldOn: '2019-07-04' })).thenRefuses('EXTENSION_TOO_LATE', '/toldOn');
    pending.when(extending({ toldOn: '2019-07-11' })).thenRefuses('DATE_IN_FUTURE', '/toldOn');
  });

  it('is refused where there is no such request, or it is answered', () => {
    given(identityRecorded()).when(extending()).thenRefuses('REQUEST_UNKNOWN');
    given(identityRecorded(), requestReceived(), answered()).when(extending()).thenRefuses('REQUEST_ANSWERED');
  });
});
