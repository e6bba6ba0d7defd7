import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { centreRegistered } from '../centre.examples.js';
import { centreStream } from '../centre.state.js';
import type { RegisterCentre } from './register-centre.command.js';
import { registerCentre } from './register-centre.decide.js';

type Command = SealedCommand<RegisterCentre> & { readonly centreId: string };

const { given } = specification(centreStream, registerCentre);
const registering = (changes: Partial<Command> = {}) =>
  commandWith<Command>({ context: commandContext(), ...centreRegistered().data, ...changes });

describe('registering a centre', () => {
  it('keeps its SIRET and its code, and no name', () => {
    given().when(registering()).then(centreRegistered());
  });

  it('is no news under the same code', () => {
    given(centreRegistered()).when(registering()).thenNothing();
  });

  it('is refused under another code', () => {
    given(centreRegistered())
      .when(registering({ code: 'CFA-NORD' }))
      .thenRefuses('CENTRE_ALREADY_REGISTERED', '/siret');
  });

  it('is refused with a SIRET whose control digit is wrong', () => {
    given()
      .when(registering({ siret: '73282932000075' }))
      .thenRefuses('SIRET_INVALID', '/siret');
  });
});
