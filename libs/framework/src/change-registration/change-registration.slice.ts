import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { ChangeRegistration } from './change-registration.command.js';
import { changeRegistration } from './change-registration.decide.js';

export const changeRegistrationSlice = commandSlice(ChangeRegistration, {
  post: 'frameworks/:number/registration-changes',
  tag: 'frameworks',
  summary: 'Enregistre la prorogation, l’abrègement ou le retrait de l’enregistrement',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(frameworkStream, command.number, command, changeRegistration),
});
