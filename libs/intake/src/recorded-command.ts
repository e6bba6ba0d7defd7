import { Command } from '@nestjs/cqrs';
import { Allow } from 'class-validator';

import type { CommandContext, LedgerCommand, Receipt } from '@minutier/ledger';

/** A command whose outcome stands in the ledger: it is the HTTP input and the bus's message in one. */
export abstract class RecordedCommand<Answer = Receipt> extends Command<Answer> implements LedgerCommand {
  /** Who, when, under which id: set by the intake, never by the sender's body. */
  @Allow()
  readonly context!: CommandContext;
}

/** A command given by the program itself: a reaction, the command line, the demonstration. */
export function commandOf<C extends RecordedCommand<unknown>>(
  type: new () => C,
  fields: Omit<C, 'context' | keyof Command<unknown>>,
  context: CommandContext,
): C {
  return Object.assign(new type(), fields, { context });
}
