import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { pinsOf } from '../candidacy-pins.js';
import { candidacyStream } from '../candidacy.state.js';
import { GrantAttempt } from './grant-attempt.command.js';
import { grantAttempt } from './grant-attempt.decide.js';

export const grantAttemptSlice = commandSlice(GrantAttempt, {
  post: 'candidacies/:candidacyId/attempt-grants',
  tag: 'candidacies',
  summary: 'Accorde une tentative au-delà du règlement',
  needs: [Ledger],
  async execute(command, ledger) {
    const pins = await pinsOf(ledger, command.candidacyId);
    return ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
      grantAttempt(sealed, candidacy, pins),
    );
  },
});
