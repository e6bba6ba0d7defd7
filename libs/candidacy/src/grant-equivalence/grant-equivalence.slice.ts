import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { actIdOf } from '../candidacy-ids.js';
import { pinsOf } from '../candidacy-pins.js';
import { candidacyStream } from '../candidacy.state.js';
import { GrantEquivalence } from './grant-equivalence.command.js';
import { grantEquivalence } from './grant-equivalence.decide.js';

export const grantEquivalenceSlice = commandSlice(GrantEquivalence, {
  post: 'candidacies/:candidacyId/equivalences',
  tag: 'candidacies',
  summary: 'Accorde une équivalence : une autre certification tient lieu de bloc, de fonction ou de ligne',
  needs: [Ledger],
  async execute(command, ledger) {
    const { candidacyId, context } = command;
    const pins = await pinsOf(ledger, candidacyId);
    const receipt = await ledger.execute(candidacyStream, candidacyId, command, (sealed, candidacy) =>
      grantEquivalence(sealed, candidacy, pins),
    );
    return { ...receipt, equivalenceId: actIdOf('equivalence', context) };
  },
});
