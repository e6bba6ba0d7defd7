import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  CENTRE_ID,
  centreRegistered,
  habilitationGranted,
  habilitationSuspended,
  habilitationWithdrawn,
} from '../centre.examples.js';
import { centreStream } from '../centre.state.js';
import type { GrantHabilitation } from './grant-habilitation.command.js';
import { grantHabilitation } from './grant-habilitation.decide.js';

type Command = SealedCommand<GrantHabilitation> & { readonly habilitationId: string };

const { given } = specification(centreStream, grantHabilitation);
const granting = (changes: Partial<Command> = {}) => {
  const { scope, until, authority, ...fields } = habilitationGranted().data;
  const given = { scope: [...scope], until: until!, authority: { ...authority, document: authority.document! } };
  return commandWith<Command>({ context: commandContext(), centreId: CENTRE_ID, ...fields, ...given, ...changes });
};

describe('entitling a centre', () => {
  it('says what it may do, for which framework, when, under which agreement', () => {
    given(centreRegistered()).when(granting()).then(habilitationGranted());
  });

  it('may be without end, and names each scope once', () => {
    const { until: _none, ...unlimited } = granting({ scope: ['evaluate', 'prepare', 'evaluate'] });
    given(centreRegistered())
      .when(unlimited)
      .then(habilitationGranted({ until: null }));
  });

  it('is refused to a centre that is not registered', () => {
    given().when(granting()).thenRefuses('CENTRE_UNKNOWN');
  });

  it('is refused when it would end before it starts', () => {
    given(centreRegistered())
      .when(granting({ until: '2018-08-31' }))
      .thenRefuses('PERIOD_REVERSED', '/until');
    given(centreRegistered())
      .when(granting({ until: '2018-09-01' }))
      .facts();
  });

  it('is refused where another covers the same scope on one of its days, suspended or not', () => {
    const overlapping = [
      { from: '2020-07-19', until: '2021-07-19' },
      { from: '2018-01-01', until: '2018-09-01' },
      { from: '2018-01-01', until: '2022-01-01' },
      { from: '2019-02-10', until: '2019-02-12', scope: ['evaluate'] },
    ] satisfies Partial<Command>[];
    for (const changes of overlapping) {
      given(centreRegistered(), habilitationGranted(), habilitationSuspended())
        .when(granting(changes))
        .thenRefuses('PERIOD_OVERLAPS', '/from');
    }
  });

  it('follows on another, which has ended or was withdrawn', () => {
    const before = { from: '2018-01-01', until: '2018-08-31' };
    given(centreRegistered(), habilitationGranted()).when(granting(before)).then(habilitationGranted(before));
    const after = { from: '2019-09-01', until: '2021-08-31' };
    given(centreRegistered(), habilitationGranted(), habilitationWithdrawn())
      .when(granting(after))
      .then(habilitationGranted(after));
  });

  it('stands beside another of another scope or of another framework', () => {
    given(centreRegistered(), habilitationGranted({ scope: ['prepare'] }))
      .when(granting({ scope: ['evaluate'] }))
      .then(habilitationGranted({ scope: ['evaluate'] }));
    given(centreRegistered(), habilitationGranted())
      .when(granting({ number: 'RNCP35419' }))
      .then(habilitationGranted({ number: 'RNCP35419' }));
  });
});
