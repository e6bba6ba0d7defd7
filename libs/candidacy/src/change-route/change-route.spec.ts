import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { CANDIDACY_ID, candidacy, enrolled, sealed } from '../candidacy.examples.js';
import { candidacyStream, routeOn } from '../candidacy.state.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { EnrolledCandidacy } from '../enrolled-candidacy.js';
import { frame, OFFICE, routeChanged, transferredOut, withdrawn } from '../enrolment.examples.js';
import type { ChangeRoute } from './change-route.command.js';
import { changeRoute } from './change-route.decide.js';

const { given } = specification(candidacyStream, changeRoute);
const changing = (changes: Partial<SealedCommand<ChangeRoute>> = {}) =>
  commandWith<SealedCommand<ChangeRoute>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    from: 'CQ',
    to: 'FC',
    effectiveOn: '2019-03-15',
    document: 'RUPT-2019-004',
    reason: 'contract-ended',
    explanation: sealed('L’entreprise ferme'),
    authority: OFFICE,
    ...changes,
  });

describe('changing the route', () => {
  it('holds from a day on, with the document, the reason and the authority', () => {
    given(enrolled()).when(changing(), frame()).then(routeChanged());
    const { document: _none, ...without } = changing({ explanation: null, reason: 'status-changed' });
    given(enrolled())
      .when(without, frame())
      .then(routeChanged({ document: null, reason: { code: 'status-changed', text: null } }));
  });

  it('is refused to a route that the fiche closes, or does not name', () => {
    given(enrolled())
      .when(changing({ to: 'CA' }), frame())
      .thenRefuses('ROUTE_CLOSED', '/to');
    given(enrolled())
      .when(changing(), { ...frame(), framework: framework({ routes: [] }) })
      .thenRefuses('ACCESS_ROUTE_UNKNOWN', '/to');
  });

  it('is refused when it would change nothing, or leave a route that is not the present one', () => {
    given(enrolled())
      .when(changing({ to: 'CQ' }), frame())
      .thenRefuses('ROUTE_UNCHANGED', '/to');
    given(enrolled())
      .when(changing({ from: 'FI' }), frame())
      .thenRefuses('ROUTE_CHANGED_MEANWHILE', '/from');
    given(enrolled(), routeChanged()).when(changing(), frame()).thenRefuses('ROUTE_CHANGED_MEANWHILE', '/from');
  });

  it('is refused once the candidate has left', () => {
    given(enrolled(), withdrawn()).when(changing(), frame()).thenRefuses('CANDIDACY_ENDED');
    given(enrolled(), transferredOut()).when(changing(), frame()).thenRefuses('CANDIDACY_ENDED');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(changing(), undefined).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});

describe('the route of a day', () => {
  const routes = (...later: readonly CandidacyEvent[]) => {
    const state = candidacy(enrolled(), ...later) as EnrolledCandidacy;
    return ['2018-10-01', '2019-02-15', '2019-03-14', '2019-03-15', '2019-07-01'].map((day) => routeOn(state, day));
  };
  const back = { from: 'FC', to: 'CQ' } as const;

  it('is the one from which nothing had changed yet', () => {
    expect(routes()).toEqual(['CQ', 'CQ', 'CQ', 'CQ', 'CQ']);
    expect(routes(routeChanged())).toEqual(['CQ', 'CQ', 'CQ', 'FC', 'FC']);
  });

  it('is as if never changed after a change recorded in error', () => {
    expect(routes(routeChanged(), routeChanged(back))).toEqual(['CQ', 'CQ', 'CQ', 'CQ', 'CQ']);
  });

  it('follows the day corrected, earlier than the one recorded first', () => {
    const earlier = routeChanged({ effectiveOn: '2019-02-01' });
    expect(routes(routeChanged(), routeChanged(back), earlier)).toEqual(['CQ', 'FC', 'FC', 'FC', 'FC']);
  });

  it('is what was recorded last of all days from its own on', () => {
    const student = routeChanged({ from: 'FC', to: 'FI', effectiveOn: '2019-02-01' });
    expect(routes(routeChanged(), student)).toEqual(['CQ', 'FI', 'FI', 'FI', 'FI']);
    const again = routeChanged({ from: 'FI', to: 'FC' });
    expect(routes(routeChanged(), student, again)).toEqual(['CQ', 'FI', 'FI', 'FC', 'FC']);
  });
});
