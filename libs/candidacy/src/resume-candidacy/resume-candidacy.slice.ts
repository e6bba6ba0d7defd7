import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { ResumeCandidacy } from './resume-candidacy.command.js';
import { resumeCandidacy } from './resume-candidacy.decide.js';

export const resumeCandidacySlice = commandSlice(ResumeCandidacy, {
  post: 'candidacies/:candidacyId/resumptions',
  tag: 'candidacies',
  summary: 'Reprend une candidature suspendue',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, resumeCandidacy),
});
