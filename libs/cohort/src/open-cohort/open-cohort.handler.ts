import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { frameworkStream, rulesStream } from '@minutier/framework';
import { derivedId, Ledger, type Receipt } from '@minutier/ledger';

import { cohortStream } from '../cohort.state.js';
import { OpenCohort } from './open-cohort.command.js';
import { openCohort } from './open-cohort.decide.js';

@CommandHandler(OpenCohort)
export class OpenCohortHandler implements ICommandHandler<OpenCohort> {
  constructor(private readonly ledger: Ledger) {}

  async execute(command: OpenCohort): Promise<Receipt> {
    const { state: publications } = await this.ledger.load(frameworkStream, command.framework.number);
    const { state: adoptions } = await this.ledger.load(rulesStream, command.rules.id);
    const pinned = {
      framework: publications.versions[command.framework.version - 1],
      rules: adoptions.versions[command.rules.version - 1],
    };
    const cohortId = derivedId('cohort', command.context.commandId);
    return this.ledger.execute(cohortStream, cohortId, command, (sealed, cohort) =>
      openCohort({ ...sealed, cohortId }, cohort, pinned),
    );
  }
}
