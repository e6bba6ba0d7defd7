import { Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute, ReadRoute } from '@minutier/intake';
import { type RegisteredActor, Vault } from '@minutier/vault';

import { RegisterActor } from './register-actor.command.js';

@Controller('actors')
@ApiTags('actors')
export class RegisterActorController {
  constructor(
    private readonly commands: CommandBus,
    private readonly vault: Vault,
  ) {}

  @Post()
  @CommandRoute(RegisterActor, 'Fait connaître au coffre une personne de l’institution')
  register(@CommandInput() command: RegisterActor): Promise<unknown> {
    return this.commands.execute(command);
  }

  @Get()
  @ReadRoute('Les personnes de l’institution que le coffre connaît')
  async list(): Promise<{ items: readonly RegisteredActor[]; next: null }> {
    return { items: await this.vault.actors(), next: null };
  }
}
