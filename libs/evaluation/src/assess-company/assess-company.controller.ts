import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';

import { type AssessmentReceipt, assessmentReceipt } from '../assessment-receipt.js';
import { AssessCompany } from './assess-company.command.js';

@Controller('candidacies/:candidacyId/company-assessments')
@ApiTags('evaluations')
export class AssessCompanyController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(AssessCompany, 'Enregistre une évaluation tutorée en entreprise')
  async assess(@CommandInput() command: AssessCompany): Promise<AssessmentReceipt> {
    return assessmentReceipt(await this.commands.execute(command), command);
  }
}
