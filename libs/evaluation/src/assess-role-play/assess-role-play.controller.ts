import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';

import { type AssessmentReceipt, assessmentReceipt } from '../assessment-receipt.js';
import { AssessRolePlay } from './assess-role-play.command.js';

@Controller('candidacies/:candidacyId/role-plays')
@ApiTags('evaluations')
export class AssessRolePlayController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(AssessRolePlay, 'Enregistre une mise en situation professionnelle individuelle')
  async assess(@CommandInput() command: AssessRolePlay): Promise<AssessmentReceipt> {
    return assessmentReceipt(await this.commands.execute(command), command);
  }
}
