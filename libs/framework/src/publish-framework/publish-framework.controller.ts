import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { PublishFramework } from './publish-framework.command.js';

@Controller('frameworks')
@ApiTags('frameworks')
export class PublishFrameworkController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(PublishFramework, 'Publie une fiche, vérifiée compte par compte')
  publish(@CommandInput() command: PublishFramework): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
