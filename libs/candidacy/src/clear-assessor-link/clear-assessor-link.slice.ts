import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { ClearAssessorLink } from './clear-assessor-link.command.js';
import { clearAssessorLink } from './clear-assessor-link.decide.js';

export const clearAssessorLinkSlice = commandSlice(ClearAssessorLink, {
  post: 'candidacies/:candidacyId/assessor-links/:linkId/clearings',
  tag: 'candidacies',
  summary: 'Lève un lien déclaré, avec motif et autorité',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, clearAssessorLink),
});
