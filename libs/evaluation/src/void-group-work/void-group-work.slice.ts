import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { groupWorkStream } from '../groupwork.state.js';
import { VoidGroupWork } from './void-group-work.command.js';
import { voidGroupWork } from './void-group-work.decide.js';

export const voidGroupWorkSlice = commandSlice(VoidGroupWork, {
  post: 'group-works/:groupWorkId/voidings',
  tag: 'group works',
  summary: 'Annule un travail de groupe entier',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(groupWorkStream, command.groupWorkId, command, voidGroupWork),
});
