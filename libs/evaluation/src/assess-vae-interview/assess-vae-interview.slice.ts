import { commandSlice } from '@minutier/intake';
import { utcInstant } from '@minutier/ledger';

import { Marks } from '../marks.js';
import { AssessVaeInterview } from './assess-vae-interview.command.js';
import { assessVaeInterview } from './assess-vae-interview.decide.js';

export const assessVaeInterviewSlice = commandSlice(AssessVaeInterview, {
  post: 'candidacies/:candidacyId/vae-interviews',
  tag: 'evaluations',
  summary: 'Enregistre un entretien VAE',
  needs: [Marks],
  execute: (command, marks) =>
    marks.assess(
      command,
      assessVaeInterview,
      // An oral has an hour: the envelope says when the fact took place.
      command.facts ? { occurredAt: utcInstant(command.facts.startedAt) } : {},
    ),
});
