import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { NameSuccessor } from './name-successor.command.js';
import { nameSuccessor } from './name-successor.decide.js';

export const nameSuccessorSlice = commandSlice(NameSuccessor, {
  post: 'frameworks/:number/successors',
  tag: 'frameworks',
  summary: 'Nomme ce qui remplace une version sous un autre numéro',
  needs: [Ledger],
  async execute(command, ledger) {
    const { number, version } = command.successor;
    const { state } = await ledger.load(frameworkStream, number);
    const published = state.versions[version - 1];
    return ledger.execute(frameworkStream, command.number, command, (sealed, publications) =>
      nameSuccessor(sealed, publications, published),
    );
  },
});
