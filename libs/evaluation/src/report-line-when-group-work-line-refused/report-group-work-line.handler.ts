import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { Ledger, type Receipt } from '@minutier/ledger';

import { groupWorkStream } from '../groupwork.state.js';
import { ReportGroupWorkLine } from './report-group-work-line.command.js';
import { reportGroupWorkLine } from './report-group-work-line.decide.js';

@CommandHandler(ReportGroupWorkLine)
export class ReportGroupWorkLineHandler implements ICommandHandler<ReportGroupWorkLine> {
  constructor(private readonly ledger: Ledger) {}

  execute(command: ReportGroupWorkLine): Promise<Receipt> {
    return this.ledger.execute(groupWorkStream, command.groupWorkId, command, reportGroupWorkLine);
  }
}
