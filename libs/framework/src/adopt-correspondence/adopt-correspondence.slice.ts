import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { AdoptCorrespondence } from './adopt-correspondence.command.js';
import { adoptCorrespondence } from './adopt-correspondence.decide.js';

export const adoptCorrespondenceSlice = commandSlice(AdoptCorrespondence, {
  post: 'frameworks/:number/correspondences',
  tag: 'frameworks',
  summary: 'Adopte les blocs d’un référentiel antérieur qui valent pour celui-ci',
  needs: [Ledger],
  async execute(command, ledger) {
    const { number, version } = command.older;
    const { state } = await ledger.load(frameworkStream, number);
    const correspondenceId = derivedId('correspondence', command.context.commandId);
    return ledger.execute(frameworkStream, command.number, command, (sealed, publications) =>
      adoptCorrespondence({ ...sealed, correspondenceId }, publications, state.versions[version - 1]),
    );
  },
});
