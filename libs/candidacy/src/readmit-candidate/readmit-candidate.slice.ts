import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { decideInFrame } from '../enrolment-frame.js';
import { ReadmitCandidate } from './readmit-candidate.command.js';
import { readmitCandidate } from './readmit-candidate.decide.js';

export const readmitCandidateSlice = commandSlice(ReadmitCandidate, {
  post: 'candidacies/:candidacyId/readmissions',
  tag: 'candidacies',
  summary: 'Réinscrit un candidat qui était parti',
  needs: [Ledger],
  execute: (command, ledger) => decideInFrame(ledger, command, readmitCandidate),
});
