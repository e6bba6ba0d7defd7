import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { actIdOf } from '../candidacy-ids.js';
import { candidacyStream } from '../candidacy.state.js';
import { SummonCandidate } from './summon-candidate.command.js';
import { summonCandidate } from './summon-candidate.decide.js';

export const summonCandidateSlice = commandSlice(SummonCandidate, {
  post: 'candidacies/:candidacyId/summonses',
  tag: 'candidacies',
  summary: 'Enregistre une convocation du candidat',
  needs: [Ledger],
  async execute(command, ledger) {
    const receipt = await ledger.execute(candidacyStream, command.candidacyId, command, summonCandidate);
    return { ...receipt, summonsId: actIdOf('summons', command.context) };
  },
});
