import { frameworkStream } from '@minutier/framework';
import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { Persons } from '../persons.js';
import { RegisterLegacyBlock } from './register-legacy-block.command.js';
import { registerLegacyBlock } from './register-legacy-block.decide.js';

export const registerLegacyBlockSlice = commandSlice(RegisterLegacyBlock, {
  post: 'persons/:personId/legacy-blocks',
  tag: 'persons',
  summary: 'Enregistre un bloc acquis avant ce registre, sur pièce',
  needs: [Ledger, Persons],
  async execute(command, ledger, persons) {
    const { framework, context } = command;
    const { state: publications } = await ledger.load(frameworkStream, framework.number);
    const published = publications.versions[framework.version - 1];
    const awardId = derivedId('legacy-award', context.commandId);
    const receipt = await persons.act(command, (sealed, person) =>
      registerLegacyBlock({ ...sealed, awardId }, person, published),
    );
    return { ...receipt, awardId };
  },
});
