import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { PublishFramework } from './publish-framework.command.js';
import { publishFramework } from './publish-framework.decide.js';

export const publishFrameworkSlice = commandSlice(PublishFramework, {
  post: 'frameworks',
  tag: 'frameworks',
  summary: 'Publie une fiche, vérifiée compte par compte',
  needs: [Ledger],
  execute: (command, ledger) =>
    ledger.execute(frameworkStream, command.document.fiche.number, command, publishFramework),
});
