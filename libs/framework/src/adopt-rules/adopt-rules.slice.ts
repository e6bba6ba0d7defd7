import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { rulesStream } from '../rules.state.js';
import { AdoptRules } from './adopt-rules.command.js';
import { adoptRules } from './adopt-rules.decide.js';

export const adoptRulesSlice = commandSlice(AdoptRules, {
  post: 'rules',
  tag: 'rules',
  summary: 'Adopte le règlement d’évaluation d’une fiche',
  needs: [Ledger],
  async execute(command, ledger) {
    const { number, version } = command.framework;
    const { state: publications } = await ledger.load(frameworkStream, number);
    return ledger.execute(rulesStream, command.rulesId, command, (sealed, state) =>
      adoptRules(sealed, state, publications.versions[version - 1]),
    );
  },
});
