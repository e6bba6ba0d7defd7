import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { candidacyStream } from '@minutier/candidacy';
import { Ledger, type Receipt, utcInstant } from '@minutier/ledger';

import { assessorsOf, Frames } from '../frames.js';
import { AssessOralDefence } from './assess-oral-defence.command.js';
import { assessOralDefence } from './assess-oral-defence.decide.js';

@CommandHandler(AssessOralDefence)
export class AssessOralDefenceHandler implements ICommandHandler<AssessOralDefence> {
  constructor(
    private readonly ledger: Ledger,
    private readonly frames: Frames,
  ) {}

  async execute(command: AssessOralDefence): Promise<Receipt> {
    const frame = await this.frames.ofCandidacy(command.candidacyId, assessorsOf(command.conduct));
    const { facts } = command;
    return this.ledger.execute(
      candidacyStream,
      command.candidacyId,
      command,
      (sealed, candidacy) => assessOralDefence(sealed, candidacy, frame),
      // An oral has an hour: the envelope says when the fact took place.
      facts ? { occurredAt: utcInstant(facts.startedAt) } : {},
    );
  }
}
