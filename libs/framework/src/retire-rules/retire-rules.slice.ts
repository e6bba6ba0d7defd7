import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { rulesStream } from '../rules.state.js';
import { RetireRules } from './retire-rules.command.js';
import { retireRules } from './retire-rules.decide.js';

export const retireRulesSlice = commandSlice(RetireRules, {
  post: 'rules/:rulesId/retirements',
  tag: 'rules',
  summary: 'Abroge une version d’un règlement',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(rulesStream, command.rulesId, command, retireRules),
});
