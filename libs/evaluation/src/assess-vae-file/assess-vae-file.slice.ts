import { commandSlice } from '@minutier/intake';

import { Marks } from '../marks.js';
import { AssessVaeFile } from './assess-vae-file.command.js';
import { assessVaeFile } from './assess-vae-file.decide.js';

export const assessVaeFileSlice = commandSlice(AssessVaeFile, {
  post: 'candidacies/:candidacyId/vae-files',
  tag: 'evaluations',
  summary: 'Enregistre l’évaluation d’un dossier de validation (VAE)',
  needs: [Marks],
  execute: (command, marks) => marks.assess(command, assessVaeFile),
});
