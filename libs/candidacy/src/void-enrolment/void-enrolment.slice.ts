import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { VoidEnrolment } from './void-enrolment.command.js';
import { voidEnrolment } from './void-enrolment.decide.js';

export const voidEnrolmentSlice = commandSlice(VoidEnrolment, {
  post: 'candidacies/:candidacyId/voidings',
  tag: 'candidacies',
  summary: 'Annule une inscription faite par erreur',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, voidEnrolment),
});
