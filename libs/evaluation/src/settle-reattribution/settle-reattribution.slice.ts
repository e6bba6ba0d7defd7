import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { type Reattribution, reattributionStream } from '../reattribution.state.js';
import { SettleReattribution } from './settle-reattribution.command.js';
import { settleReattribution } from './settle-reattribution.decide.js';

export const settleReattributionSlice = commandSlice(SettleReattribution, {
  post: 'reattributions/:reattributionId/settlements',
  tag: 'reattributions',
  summary: 'Règle le refus d’un dossier',
  needs: [Ledger],
  async execute(command, ledger) {
    const { reattributionId, reversedBy } = command;
    const none: Reattribution = { status: 'absent' };
    const reversal = reversedBy === undefined ? none : (await ledger.load(reattributionStream, reversedBy)).state;
    return ledger.execute(reattributionStream, reattributionId, command, (given, reattribution) =>
      settleReattribution(given, reattribution, reversal),
    );
  },
});
