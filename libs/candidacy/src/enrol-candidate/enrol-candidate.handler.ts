import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { cohortStream } from '@minutier/cohort';
import { frameworkStream } from '@minutier/framework';
import { Ledger, type Receipt } from '@minutier/ledger';
import { personStream } from '@minutier/person';

import { candidacyIdOf } from '../candidacy-ids.js';
import { candidacyStream } from '../candidacy.state.js';
import { EnrolCandidate } from './enrol-candidate.command.js';
import { enrolCandidate } from './enrol-candidate.decide.js';

@CommandHandler(EnrolCandidate)
export class EnrolCandidateHandler implements ICommandHandler<EnrolCandidate> {
  constructor(private readonly ledger: Ledger) {}

  async execute(command: EnrolCandidate): Promise<Receipt> {
    const { cohortId, personId } = command;
    const { state: cohort } = await this.ledger.load(cohortStream, cohortId);
    const { state: person } = await this.ledger.load(personStream, personId);
    const framework = cohort.status === 'open' ? await this.#framework(cohort.framework) : undefined;
    const candidacyId = candidacyIdOf(cohortId, personId);
    return this.ledger.execute(
      candidacyStream,
      candidacyId,
      command,
      (sealed, candidacy) => enrolCandidate({ ...sealed, candidacyId }, candidacy, { cohort, framework, person }),
      // An unknown person gets no key: the command is refused without touching the vault.
      person.status === 'known' ? { personId } : {},
    );
  }

  async #framework({ number, version }: { number: string; version: number }) {
    return (await this.ledger.load(frameworkStream, number)).state.versions[version - 1];
  }
}
