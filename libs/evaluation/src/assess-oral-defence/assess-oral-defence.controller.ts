import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';

import { type AssessmentReceipt, assessmentReceipt } from '../assessment-receipt.js';
import { AssessOralDefence } from './assess-oral-defence.command.js';

@Controller('candidacies/:candidacyId/oral-defences')
@ApiTags('evaluations')
export class AssessOralDefenceController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(AssessOralDefence, 'Enregistre une soutenance orale')
  async assess(@CommandInput() command: AssessOralDefence): Promise<AssessmentReceipt> {
    return assessmentReceipt(await this.commands.execute(command), command);
  }
}
