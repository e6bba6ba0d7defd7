import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { candidacyStream } from '@minutier/candidacy';
import { Ledger, type Receipt } from '@minutier/ledger';

import { assessorsOf, Frames } from '../frames.js';
import { CorrectEvaluation } from './correct-evaluation.command.js';
import { correctEvaluation } from './correct-evaluation.decide.js';

@CommandHandler(CorrectEvaluation)
export class CorrectEvaluationHandler implements ICommandHandler<CorrectEvaluation> {
  constructor(
    private readonly ledger: Ledger,
    private readonly frames: Frames,
  ) {}

  async execute(command: CorrectEvaluation): Promise<Receipt> {
    const frame = await this.frames.ofCandidacy(command.candidacyId, assessorsOf(command.conduct));
    return this.ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
      correctEvaluation(sealed, candidacy, frame),
    );
  }
}
