import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  CENTRE_ID,
  centreRegistered,
  habilitationGranted,
  habilitationResumed,
  habilitationSuspended,
  habilitationWithdrawn,
} from '../centre.examples.js';
import { centreStream } from '../centre.state.js';
import type { SuspendHabilitation } from './suspend-habilitation.command.js';
import { suspendHabilitation } from './suspend-habilitation.decide.js';

type Command = SealedCommand<SuspendHabilitation>;

const { given } = specification(centreStream, suspendHabilitation);
const entitled = [centreRegistered(), habilitationGranted()];
const suspending = (changes: Partial<Command> = {}) => {
  const { habilitationId, from, reason, authority } = habilitationSuspended().data;
  const given = { reason: reason.code, authority: { ...authority, document: authority.document! } };
  return commandWith<Command>({
    context: commandContext(),
    centreId: CENTRE_ID,
    habilitationId,
    from,
    ...given,
    ...changes,
  });
};

describe('suspending an entitlement', () => {
  it('is without end, or for a time', () => {
    given(...entitled)
      .when(suspending())
      .then(habilitationSuspended());
    given(...entitled)
      .when(suspending({ until: '2019-02-28' }))
      .then(habilitationSuspended({ until: '2019-02-28' }));
  });

  it('is refused of an entitlement, or a centre, that is not there', () => {
    given(centreRegistered()).when(suspending()).thenRefuses('HABILITATION_UNKNOWN');
    given().when(suspending()).thenRefuses('HABILITATION_UNKNOWN');
  });

  it('is refused when it would end before it starts', () => {
    given(...entitled)
      .when(suspending({ until: '2019-01-31' }))
      .thenRefuses('PERIOD_REVERSED', '/until');
  });

  it('is refused once the entitlement has ended, or was withdrawn', () => {
    given(...entitled)
      .when(suspending({ from: '2020-07-20' }))
      .thenRefuses('HABILITATION_ENDED', '/from');
    given(...entitled, habilitationWithdrawn())
      .when(suspending({ from: '2019-09-01' }))
      .thenRefuses('HABILITATION_ENDED', '/from');
    given(...entitled, habilitationWithdrawn())
      .when(suspending({ from: '2019-08-31' }))
      .facts();
  });

  it('is refused while it is suspended, and not after', () => {
    given(...entitled, habilitationSuspended())
      .when(suspending({ from: '2019-06-01' }))
      .thenRefuses('ALREADY_SUSPENDED', '/from');
    given(...entitled, habilitationSuspended())
      .when(suspending({ from: '2019-01-15', until: '2019-02-01' }))
      .thenRefuses('ALREADY_SUSPENDED', '/from');
    given(...entitled, habilitationSuspended(), habilitationResumed())
      .when(suspending({ from: '2019-03-01' }))
      .then(habilitationSuspended({ from: '2019-03-01' }));
  });
});
