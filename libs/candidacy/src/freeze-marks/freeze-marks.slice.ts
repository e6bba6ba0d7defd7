import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { pinsOf } from '../candidacy-pins.js';
import { candidacyStream } from '../candidacy.state.js';
import { FreezeMarks } from './freeze-marks.command.js';
import { freezeMarks } from './freeze-marks.decide.js';

export const freezeMarksSlice = commandSlice(FreezeMarks, {
  post: 'candidacies/:candidacyId/freezes',
  tag: 'candidacies',
  summary: 'Arrête les notes d’une session d’un candidat',
  needs: [Ledger],
  async execute(command, ledger) {
    const { cohort } = await pinsOf(ledger, command.candidacyId);
    return ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
      freezeMarks(sealed, candidacy, cohort),
    );
  },
});
