import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { decideInFrame } from '../enrolment-frame.js';
import { FileValidationFile } from './file-validation-file.command.js';
import { fileValidationFile } from './file-validation-file.decide.js';

export const fileValidationFileSlice = commandSlice(FileValidationFile, {
  post: 'candidacies/:candidacyId/validation-files',
  tag: 'candidacies',
  summary: 'Dépose le dossier de validation d’un candidat à la VAE',
  needs: [Ledger],
  async execute(command, ledger) {
    const fileId = derivedId('validation-file', command.context.commandId);
    const receipt = await decideInFrame(ledger, command, (sealed, candidacy, frame) =>
      fileValidationFile({ ...sealed, fileId }, candidacy, frame),
    );
    return { ...receipt, fileId };
  },
});
