import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { decideInFrame } from '../enrolment-frame.js';
import { DecideFeasibility } from './decide-feasibility.command.js';
import { decideFeasibility } from './decide-feasibility.decide.js';

export const decideFeasibilitySlice = commandSlice(DecideFeasibility, {
  post: 'candidacies/:candidacyId/feasibility-decisions',
  tag: 'candidacies',
  summary: 'Prononce la recevabilité d’une demande de VAE',
  needs: [Ledger],
  async execute(command, ledger) {
    const feasibilityId = derivedId('feasibility', command.context.commandId);
    const receipt = await decideInFrame(ledger, command, (sealed, candidacy, frame) =>
      decideFeasibility({ ...sealed, feasibilityId }, candidacy, frame),
    );
    return { ...receipt, feasibilityId };
  },
});
