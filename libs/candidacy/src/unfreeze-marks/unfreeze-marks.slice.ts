import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { UnfreezeMarks } from './unfreeze-marks.command.js';
import { unfreezeMarks } from './unfreeze-marks.decide.js';

export const unfreezeMarksSlice = commandSlice(UnfreezeMarks, {
  post: 'candidacies/:candidacyId/freezes/:session/liftings',
  tag: 'candidacies',
  summary: 'Lève l’arrêté des notes d’une session d’un candidat',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, unfreezeMarks),
});
