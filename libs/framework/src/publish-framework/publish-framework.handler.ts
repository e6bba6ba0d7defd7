import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { Ledger, type Receipt } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { PublishFramework } from './publish-framework.command.js';
import { publishFramework } from './publish-framework.decide.js';

@CommandHandler(PublishFramework)
export class PublishFrameworkHandler implements ICommandHandler<PublishFramework> {
  constructor(private readonly ledger: Ledger) {}

  execute(command: PublishFramework): Promise<Receipt> {
    return this.ledger.execute(frameworkStream, command.document.fiche.number, command, publishFramework);
  }
}
