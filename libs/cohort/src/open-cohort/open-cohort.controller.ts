import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { OpenCohort } from './open-cohort.command.js';

@Controller('cohorts')
@ApiTags('cohorts')
export class OpenCohortController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(OpenCohort, 'Ouvre une promotion')
  open(@CommandInput() command: OpenCohort): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
