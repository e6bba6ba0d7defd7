import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { AssessOralDefence } from './assess-oral-defence.command.js';

@Controller('candidacies/:candidacyId/oral-defences')
@ApiTags('evaluations')
export class AssessOralDefenceController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(AssessOralDefence, 'Enregistre une soutenance orale')
  assess(@CommandInput() command: AssessOralDefence): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
