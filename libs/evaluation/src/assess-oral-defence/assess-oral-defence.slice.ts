import { commandSlice } from '@minutier/intake';
import { utcInstant } from '@minutier/ledger';

import { Marks } from '../marks.js';
import { AssessOralDefence } from './assess-oral-defence.command.js';
import { assessOralDefence } from './assess-oral-defence.decide.js';

export const assessOralDefenceSlice = commandSlice(AssessOralDefence, {
  post: 'candidacies/:candidacyId/oral-defences',
  tag: 'evaluations',
  summary: 'Enregistre une soutenance orale',
  needs: [Marks],
  execute: (command, marks) =>
    marks.assess(
      command,
      assessOralDefence,
      // An oral has an hour: the envelope says when the fact took place.
      command.facts ? { occurredAt: utcInstant(command.facts.startedAt) } : {},
    ),
});
