import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { rulesStream } from '../rules.state.js';
import { ReinstateRules } from './reinstate-rules.command.js';
import { reinstateRules } from './reinstate-rules.decide.js';

export const reinstateRulesSlice = commandSlice(ReinstateRules, {
  post: 'rules/:rulesId/reinstatements',
  tag: 'rules',
  summary: 'Rétablit une version abrogée d’un règlement',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(rulesStream, command.rulesId, command, reinstateRules),
});
