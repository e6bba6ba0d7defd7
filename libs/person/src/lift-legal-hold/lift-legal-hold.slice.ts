import { commandSlice } from '@minutier/intake';

import { Persons } from '../persons.js';
import { LiftLegalHold } from './lift-legal-hold.command.js';
import { liftLegalHold } from './lift-legal-hold.decide.js';

export const liftLegalHoldSlice = commandSlice(LiftLegalHold, {
  post: 'persons/:personId/legal-holds/:legalHoldId/liftings',
  tag: 'persons',
  summary: 'Lève un gel juridique',
  needs: [Persons],
  execute: (command, persons) => persons.act(command, liftLegalHold),
});
