import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { candidacyStream } from '@minutier/candidacy';
import { Ledger, type Receipt } from '@minutier/ledger';

import { assessorsOf, Frames } from '../frames.js';
import { AssessCompany } from './assess-company.command.js';
import { assessCompany } from './assess-company.decide.js';

@CommandHandler(AssessCompany)
export class AssessCompanyHandler implements ICommandHandler<AssessCompany> {
  constructor(
    private readonly ledger: Ledger,
    private readonly frames: Frames,
  ) {}

  async execute(command: AssessCompany): Promise<Receipt> {
    const frame = await this.frames.ofCandidacy(command.candidacyId, [
      ...assessorsOf(command.conduct),
      ...tutorOf(command),
    ]);
    return this.ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
      assessCompany(sealed, candidacy, frame),
    );
  }
}

function tutorOf({ facts }: AssessCompany): string[] {
  return facts ? [facts.companyTutorId] : [];
}
