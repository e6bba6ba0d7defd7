import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { correspondence, CORRESPONDENCE_ID, published } from '../framework.examples.js';
import { frameworkStream } from '../framework.state.js';
import type { RetireCorrespondence } from './retire-correspondence.command.js';
import { retireCorrespondence } from './retire-correspondence.decide.js';

const { given } = specification(frameworkStream, retireCorrespondence);
const retiring = () =>
  commandWith<SealedCommand<RetireCorrespondence>>({
    context: commandContext(),
    number: 'RNCP28684',
    correspondenceId: CORRESPONDENCE_ID,
    effectiveOn: '2021-09-01',
    reason: 'superseded',
    authority: { code: 'pedagogical-council', document: 'PV-CP-2021-06' },
  });

describe('retiring a correspondence', () => {
  const story = [...published(), ...correspondence()];

  it('says from which day it may not be used', () => {
    const facts = given(...story)
      .when(retiring())
      .facts();
    expect(facts).toMatchObject([{ type: 'CorrespondenceRetired', data: { reason: { code: 'superseded' } } }]);
    const state = [...story, ...facts].reduce(frameworkStream.evolve, frameworkStream.initial);
    expect(state.correspondences.get(CORRESPONDENCE_ID)!.retiredOn).toBe('2021-09-01');
    given(...story, ...facts)
      .when(retiring())
      .thenRefuses('CORRESPONDENCE_ALREADY_RETIRED');
  });

  it('is refused for one that this framework has not', () => {
    given(...published())
      .when(retiring())
      .thenRefuses('CORRESPONDENCE_UNKNOWN');
  });
});
