import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { AdoptRules } from './adopt-rules.command.js';

@Controller('rules')
@ApiTags('rules')
export class AdoptRulesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(AdoptRules, 'Adopte le règlement d’évaluation d’une fiche')
  adopt(@CommandInput() command: AdoptRules): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
