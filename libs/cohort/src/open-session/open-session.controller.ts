import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { OpenSession } from './open-session.command.js';

@Controller('cohorts/:cohortId/sessions')
@ApiTags('cohorts')
export class OpenSessionController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(OpenSession, 'Ouvre une session de la promotion')
  open(@CommandInput() command: OpenSession): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
