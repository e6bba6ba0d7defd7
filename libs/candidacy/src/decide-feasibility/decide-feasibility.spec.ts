import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { FEASIBILITY_ID, feasibilityDecided, frame, OFFICE, routeChanged } from '../enrolment.examples.js';
import type { DecideFeasibility } from './decide-feasibility.command.js';
import { decideFeasibility } from './decide-feasibility.decide.js';

type Command = SealedCommand<DecideFeasibility> & { readonly feasibilityId: string };
const { given } = specification(candidacyStream, decideFeasibility);
const deciding = (changes: Partial<Command> = {}) =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    feasibilityId: FEASIBILITY_ID,
    requestedOn: '2018-10-01',
    decidedOn: '2018-11-20',
    admissible: true,
    scope: 'title',
    validUntil: '2019-11-20',
    explanation: null,
    authority: OFFICE,
    ...changes,
  });
const experienced = enrolled({ route: 'VAE' });
const [FIRST, SECOND] = ['RNCP28684BC01', 'RNCP28684BC02'] as const;
const refused = { admissible: false, reason: 'experience-too-short' } as const;

describe('deciding whether a VAE request is admissible', () => {
  it('admits it, for the title or for blocks, until a day or without end', () => {
    given(experienced).when(deciding(), frame()).then(feasibilityDecided());
    const { validUntil: _end, ...open } = deciding();
    given(experienced)
      .when(open, frame())
      .then(feasibilityDecided({ validUntil: null }));
    const byBlocks = { scope: 'blocks', blocks: [FIRST, SECOND] } as const;
    given(experienced).when(deciding(byBlocks), frame()).then(feasibilityDecided(byBlocks));
  });

  it('refuses it for a reason, which may be explained under seal', () => {
    const { validUntil: _end, ...command } = deciding({ ...refused, explanation: sealed('Dix mois') });
    const reason = { code: 'experience-too-short', text: sealed('Dix mois') } as const;
    given(experienced)
      .when(command, frame())
      .then(feasibilityDecided({ admissible: false, reason, validUntil: null }));
  });

  it('renews a request that is over, and names its last day', () => {
    const renewal = { decidedOn: '2019-11-21', previousValidUntil: '2019-11-20', validUntil: '2020-11-21' };
    given(experienced, feasibilityDecided()).when(deciding(renewal), frame()).then(feasibilityDecided(renewal));
  });

  it('may admit another request after one that was refused', () => {
    const before = feasibilityDecided({ admissible: false, reason: { code: 'file-incomplete', text: null } });
    given(experienced, before).when(deciding(), frame()).then(feasibilityDecided());
  });

  it('is refused to a candidate of another route, also where it was VAE before', () => {
    given(enrolled()).when(deciding(), frame()).thenRefuses('ROUTE_NOT_VAE');
    given(experienced, routeChanged({ from: 'VAE', to: 'FC' }))
      .when(deciding(), frame())
      .thenRefuses('ROUTE_NOT_VAE');
  });

  it('is refused while a request stands, on its last day still', () => {
    given(experienced, feasibilityDecided())
      .when(deciding({ decidedOn: '2019-11-20' }), frame())
      .thenRefuses('FEASIBILITY_ALREADY_DECIDED');
    given(experienced, feasibilityDecided({ validUntil: null }))
      .when(deciding({ decidedOn: '2025-01-01', validUntil: '2026-01-01' }), frame())
      .thenRefuses('FEASIBILITY_ALREADY_DECIDED');
  });

  it('is refused without a reason when it refuses, and with one when it admits', () => {
    given(experienced)
      .when(deciding({ admissible: false }), frame())
      .thenRefuses('REASON_REQUIRED', '/reason');
    given(experienced)
      .when(deciding({ ...refused, admissible: true }), frame())
      .thenRefuses('REASON_UNEXPECTED', '/reason');
    given(experienced)
      .when(deciding({ explanation: sealed('Dix mois') }), frame())
      .thenRefuses('REASON_UNEXPECTED', '/explanation');
  });

  it('is refused when decided before it was asked, or over before it was decided', () => {
    given(experienced)
      .when(deciding({ decidedOn: '2018-09-30' }), frame())
      .thenRefuses('DATES_REVERSED', '/decidedOn');
    given(experienced)
      .when(deciding({ validUntil: '2018-11-19' }), frame())
      .thenRefuses('DATES_REVERSED', '/validUntil');
  });

  it('is refused when blocks and scope contradict each other, or the fiche has no such block', () => {
    given(experienced)
      .when(deciding({ blocks: [FIRST] }), frame())
      .thenRefuses('SCOPE_MISMATCH', '/blocks');
    given(experienced)
      .when(deciding({ scope: 'blocks' }), frame())
      .thenRefuses('SCOPE_MISMATCH', '/blocks');
    given(experienced)
      .when(deciding({ scope: 'blocks', blocks: [FIRST, 'RNCP28684BC09'] }), frame())
      .thenRefuses('BLOCK_UNKNOWN', '/blocks/1');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(deciding(), undefined).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
