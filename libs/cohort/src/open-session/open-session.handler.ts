import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { Ledger, type Receipt } from '@minutier/ledger';

import { cohortStream } from '../cohort.state.js';
import { OpenSession } from './open-session.command.js';
import { openSession } from './open-session.decide.js';

@CommandHandler(OpenSession)
export class OpenSessionHandler implements ICommandHandler<OpenSession> {
  constructor(private readonly ledger: Ledger) {}

  execute(command: OpenSession): Promise<Receipt> {
    return this.ledger.execute(cohortStream, command.cohortId, command, openSession);
  }
}
