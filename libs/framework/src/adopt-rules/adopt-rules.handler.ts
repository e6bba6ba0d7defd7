import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { Ledger, type Receipt } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { rulesStream } from '../rules.state.js';
import { AdoptRules } from './adopt-rules.command.js';
import { adoptRules } from './adopt-rules.decide.js';

@CommandHandler(AdoptRules)
export class AdoptRulesHandler implements ICommandHandler<AdoptRules> {
  constructor(private readonly ledger: Ledger) {}

  async execute(command: AdoptRules): Promise<Receipt> {
    const { number, version } = command.framework;
    const { state: publications } = await this.ledger.load(frameworkStream, number);
    const framework = publications.versions[version - 1];
    return this.ledger.execute(rulesStream, command.rulesId, command, (sealed, state) =>
      adoptRules(sealed, state, framework),
    );
  }
}
