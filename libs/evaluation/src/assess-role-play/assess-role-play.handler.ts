import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { candidacyStream } from '@minutier/candidacy';
import { Ledger, type Receipt } from '@minutier/ledger';

import { assessorsOf, Frames } from '../frames.js';
import { AssessRolePlay } from './assess-role-play.command.js';
import { assessRolePlay } from './assess-role-play.decide.js';

@CommandHandler(AssessRolePlay)
export class AssessRolePlayHandler implements ICommandHandler<AssessRolePlay> {
  constructor(
    private readonly ledger: Ledger,
    private readonly frames: Frames,
  ) {}

  async execute(command: AssessRolePlay): Promise<Receipt> {
    const frame = await this.frames.ofCandidacy(command.candidacyId, assessorsOf(command.conduct));
    return this.ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
      assessRolePlay(sealed, candidacy, frame),
    );
  }
}
