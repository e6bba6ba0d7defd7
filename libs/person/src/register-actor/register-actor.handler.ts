import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { derivedId } from '@minutier/ledger';
import { type RegisteredActor, Vault } from '@minutier/vault';

import { RegisterActor } from './register-actor.command.js';

@CommandHandler(RegisterActor)
export class RegisterActorHandler implements ICommandHandler<RegisterActor> {
  constructor(private readonly vault: Vault) {}

  execute({ context, name, roles }: RegisterActor): Promise<RegisteredActor> {
    return this.vault.registerActor({ id: derivedId('actor', context.commandId), name, roles });
  }
}
