import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { EndAccommodation } from './end-accommodation.command.js';
import { endAccommodation } from './end-accommodation.decide.js';

export const endAccommodationSlice = commandSlice(EndAccommodation, {
  post: 'candidacies/:candidacyId/accommodation-endings',
  tag: 'candidacies',
  summary: 'Met fin à un aménagement avant son terme',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, endAccommodation),
});
