import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { candidacyStream } from '@minutier/candidacy';
import { Ledger, type Receipt } from '@minutier/ledger';

import { assessorsOf, Frames } from '../frames.js';
import { AssessCaseStudy } from './assess-case-study.command.js';
import { assessCaseStudy } from './assess-case-study.decide.js';

@CommandHandler(AssessCaseStudy)
export class AssessCaseStudyHandler implements ICommandHandler<AssessCaseStudy> {
  constructor(
    private readonly ledger: Ledger,
    private readonly frames: Frames,
  ) {}

  async execute(command: AssessCaseStudy): Promise<Receipt> {
    const frame = await this.frames.ofCandidacy(command.candidacyId, assessorsOf(command.conduct));
    return this.ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
      assessCaseStudy(sealed, candidacy, frame),
    );
  }
}
