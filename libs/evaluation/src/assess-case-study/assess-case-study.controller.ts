import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { AssessCaseStudy } from './assess-case-study.command.js';

@Controller('candidacies/:candidacyId/case-studies')
@ApiTags('evaluations')
export class AssessCaseStudyController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(AssessCaseStudy, 'Enregistre une étude de cas')
  assess(@CommandInput() command: AssessCaseStudy): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
