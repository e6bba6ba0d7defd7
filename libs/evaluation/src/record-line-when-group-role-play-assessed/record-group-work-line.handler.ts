import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { candidacyStream } from '@minutier/candidacy';
import { AppendTooLarge, Ledger, LedgerCorrupted, type Receipt } from '@minutier/ledger';

import { Frames } from '../frames.js';
import { groupWorkStream } from '../groupwork.state.js';
import { RecordGroupWorkLine } from './record-group-work-line.command.js';
import { recordGroupWorkLine, refusedGroupWorkLine } from './record-group-work-line.decide.js';

@CommandHandler(RecordGroupWorkLine)
export class RecordGroupWorkLineHandler implements ICommandHandler<RecordGroupWorkLine> {
  constructor(
    private readonly ledger: Ledger,
    private readonly frames: Frames,
  ) {}

  async execute(command: RecordGroupWorkLine): Promise<Receipt> {
    const { state: groupWork } = await this.ledger.load(groupWorkStream, command.groupWorkId);
    if (groupWork.status === 'absent')
      throw new LedgerCorrupted(`group work ${command.groupWorkId} has a line but no header`);
    const frame = await this.frames.ofCandidacy(command.candidacyId);
    try {
      return await this.ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
        recordGroupWorkLine(sealed, candidacy, groupWork, frame),
      );
    } catch (error) {
      if (!(error instanceof AppendTooLarge)) throw error;
      // The group's part and the member's, each within bounds, may not fit one event together: the file says so.
      return this.ledger.execute(candidacyStream, command.candidacyId, command, (sealed) =>
        refusedGroupWorkLine(sealed, groupWork, error.code),
      );
    }
  }
}
