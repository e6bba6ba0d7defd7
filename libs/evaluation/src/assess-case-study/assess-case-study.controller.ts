import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';

import { type AssessmentReceipt, assessmentReceipt } from '../assessment-receipt.js';
import { AssessCaseStudy } from './assess-case-study.command.js';

@Controller('candidacies/:candidacyId/case-studies')
@ApiTags('evaluations')
export class AssessCaseStudyController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(AssessCaseStudy, 'Enregistre une étude de cas')
  async assess(@CommandInput() command: AssessCaseStudy): Promise<AssessmentReceipt> {
    return assessmentReceipt(await this.commands.execute(command), command);
  }
}
