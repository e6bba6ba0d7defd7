import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { EnrolCandidate } from './enrol-candidate.command.js';

@Controller('cohorts/:cohortId/candidacies')
@ApiTags('candidacies')
export class EnrolCandidateController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(EnrolCandidate, 'Inscrit un candidat dans la promotion')
  enrol(@CommandInput() command: EnrolCandidate): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
