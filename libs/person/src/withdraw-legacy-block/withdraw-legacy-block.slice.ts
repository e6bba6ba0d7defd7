import { commandSlice } from '@minutier/intake';

import { Persons } from '../persons.js';
import { WithdrawLegacyBlock } from './withdraw-legacy-block.command.js';
import { withdrawLegacyBlock } from './withdraw-legacy-block.decide.js';

export const withdrawLegacyBlockSlice = commandSlice(WithdrawLegacyBlock, {
  post: 'persons/:personId/legacy-blocks/:awardId/withdrawals',
  tag: 'persons',
  summary: 'Retire un bloc acquis antérieur, enregistré à tort',
  needs: [Persons],
  execute: (command, persons) => persons.act(command, withdrawLegacyBlock),
});
