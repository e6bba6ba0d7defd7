import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { digestedAs, EvidenceFiles } from '../evidence-files.js';
import { AttachEvidence } from './attach-evidence.command.js';
import { attachEvidence } from './attach-evidence.decide.js';

export const attachEvidenceSlice = commandSlice(AttachEvidence, {
  post: 'candidacies/:candidacyId/evidence',
  tag: 'evidence',
  summary: 'Verse une pièce à l’appui d’une note ou d’un fait',
  needs: [Ledger, EvidenceFiles],
  async execute(command, ledger, files) {
    const { candidacyId, context } = command;
    const file = await files.named(command);
    const receipt = await ledger.execute(
      candidacyStream,
      candidacyId,
      command,
      (given, candidacy) => attachEvidence(given, candidacy, file),
      digestedAs(command, file),
    );
    return { ...receipt, evidenceId: derivedId('evidence', context.commandId) };
  },
});
