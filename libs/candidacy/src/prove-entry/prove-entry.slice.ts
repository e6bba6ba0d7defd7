import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { decideInFrame } from '../enrolment-frame.js';
import { ProveEntry } from './prove-entry.command.js';
import { proveEntry } from './prove-entry.decide.js';

export const proveEntrySlice = commandSlice(ProveEntry, {
  post: 'candidacies/:candidacyId/entry-proofs',
  tag: 'candidacies',
  summary: 'Justifie le jour d’entrée du candidat',
  needs: [Ledger],
  execute: (command, ledger) => decideInFrame(ledger, command, proveEntry),
});
