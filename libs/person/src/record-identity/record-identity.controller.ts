import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { RecordIdentity } from './record-identity.command.js';

@Controller('persons')
@ApiTags('persons')
export class RecordIdentityController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(RecordIdentity, 'Enregistre l’identité d’une personne, dans le coffre')
  record(@CommandInput() command: RecordIdentity): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
