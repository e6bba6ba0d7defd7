import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { AssessGroupRolePlay } from './assess-group-role-play.command.js';

@Controller('cohorts/:cohortId/group-role-plays')
@ApiTags('group works')
export class AssessGroupRolePlayController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(AssessGroupRolePlay, 'Enregistre une mise en situation professionnelle d’un groupe')
  assess(@CommandInput() command: AssessGroupRolePlay): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
