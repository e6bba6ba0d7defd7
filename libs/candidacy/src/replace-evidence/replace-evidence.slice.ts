import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { digestedAs, EvidenceFiles } from '../evidence-files.js';
import { ReplaceEvidence } from './replace-evidence.command.js';
import { replaceEvidence } from './replace-evidence.decide.js';

export const replaceEvidenceSlice = commandSlice(ReplaceEvidence, {
  post: 'candidacies/:candidacyId/evidence/:evidenceId/replacements',
  tag: 'evidence',
  summary: 'Remplace une pièce par un autre fichier, avec motif et autorité',
  needs: [Ledger, EvidenceFiles],
  async execute(command, ledger, files) {
    const { candidacyId, context } = command;
    const file = await files.named(command);
    const receipt = await ledger.execute(
      candidacyStream,
      candidacyId,
      command,
      (sealed, candidacy) => replaceEvidence(sealed, candidacy, file),
      digestedAs(command, file),
    );
    return { ...receipt, evidenceId: derivedId('evidence', context.commandId) };
  },
});
