import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { decideInFrame } from '../enrolment-frame.js';
import { GrantAccommodation } from './grant-accommodation.command.js';
import { grantAccommodation } from './grant-accommodation.decide.js';

export const grantAccommodationSlice = commandSlice(GrantAccommodation, {
  post: 'candidacies/:candidacyId/accommodations',
  tag: 'candidacies',
  summary: 'Accorde un aménagement ; les mesures sont scellées',
  needs: [Ledger],
  async execute(command, ledger) {
    const accommodationId = derivedId('accommodation', command.context.commandId);
    const receipt = await decideInFrame(ledger, command, (sealed, candidacy, frame) =>
      grantAccommodation({ ...sealed, accommodationId }, candidacy, frame),
    );
    return { ...receipt, accommodationId };
  },
});
