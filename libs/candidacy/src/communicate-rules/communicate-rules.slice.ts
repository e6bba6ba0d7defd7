import { cohortStream, CommunicateRules, communicateRules } from '@minutier/cohort';
import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';

export const communicateRulesSlice = commandSlice(CommunicateRules, {
  post: 'cohorts/:cohortId/rules-communications',
  tag: 'cohorts',
  summary: 'Porte le règlement à la connaissance de la promotion, ou de candidats nommés',
  needs: [Ledger],
  async execute(command, ledger) {
    const { cohortId, recipients = [], context } = command;
    const enrolled = new Set<string>();
    for (const { candidacyId } of recipients) {
      const { state } = await ledger.load(candidacyStream, candidacyId);
      if (state.status === 'enrolled' && state.cohortId === cohortId) enrolled.add(candidacyId);
    }
    const communicationId = derivedId('communication', context.commandId);
    return ledger.execute(cohortStream, cohortId, command, (sealed, cohort) =>
      communicateRules({ ...sealed, communicationId }, cohort, enrolled),
    );
  },
});
