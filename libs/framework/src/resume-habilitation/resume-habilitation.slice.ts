import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { centreStream } from '../centre.state.js';
import { ResumeHabilitation } from './resume-habilitation.command.js';
import { resumeHabilitation } from './resume-habilitation.decide.js';

export const resumeHabilitationSlice = commandSlice(ResumeHabilitation, {
  post: 'centres/:centreId/habilitations/:habilitationId/resumptions',
  tag: 'centres',
  summary: 'Rétablit une habilitation suspendue',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(centreStream, command.centreId, command, resumeHabilitation),
});
