import { Controller, HttpCode, Post, type Type } from '@nestjs/common';
import { CommandBus, CommandHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput } from './command-input.js';
import { type InstancesOf, named, type Needed, needing } from './dependencies.js';
import type { Slice } from './domain-module.js';
import type { RecordedCommand } from './recorded-command.js';
import { CommandRoute } from './routes.js';

type AnswerOf<Given> = Given extends RecordedCommand<infer Answer> ? Answer : never;

/** How a command is executed: with what, and what is done with it. */
export interface CommandExecution<Given, Needs extends readonly Needed[]> {
  /** What it is executed with: the ledger, and where facts from elsewhere are read. */
  readonly needs: readonly [...Needs];
  /** Usually: reads what the decision stands on elsewhere, then one `Ledger.execute`. */
  readonly execute: (command: Given, ...needed: InstancesOf<Needs>) => Promise<AnswerOf<Given>>;
}

/** Where a command is given over HTTP. */
export interface CommandAddress {
  /** Path below /api/v1; its parameters are fields of the command. */
  readonly post: string;
  readonly tag: string;
  /** What it does, in French, for the OpenAPI description. */
  readonly summary: string;
  /** False for a question that needs a body: it is answered with 200 and leaves nothing. */
  readonly records?: false;
}

/**
 * The wiring of one command: its route, where it has one (a command that only reactions give has none), and its handler
 * on the bus. They are the same for every command but for what is said here.
 */
export function commandSlice<Given extends RecordedCommand<unknown>, const Needs extends readonly Needed[]>(
  command: Type<Given>,
  slice: CommandExecution<Given, Needs> & (CommandAddress | { readonly post?: undefined }),
): Slice {
  return [slice.post === undefined ? null : controllerOf(command, slice), handlerOf(command, slice)];
}

function handlerOf<Given extends RecordedCommand<unknown>, Needs extends readonly Needed[]>(
  command: Type<Given>,
  { needs, execute }: CommandExecution<Given, Needs>,
): Type {
  class Handler {
    readonly #needed: InstancesOf<Needs>;

    constructor(...needed: InstancesOf<Needs>) {
      this.#needed = needed;
    }

    execute(given: Given): Promise<AnswerOf<Given>> {
      return execute(given, ...this.#needed);
    }
  }
  needing(needs, Handler);
  CommandHandler(command)(Handler);
  return named(Handler, `${command.name}Handler`);
}

function controllerOf(command: Type, { post, tag, summary, records }: CommandAddress): Type {
  class CommandController {
    constructor(private readonly commands: CommandBus) {}

    give(given: RecordedCommand<unknown>): Promise<unknown> {
      return this.commands.execute(given);
    }
  }
  const route = Object.getOwnPropertyDescriptor(CommandController.prototype, 'give')!;
  needing([CommandBus], CommandController);
  CommandInput()(CommandController.prototype, 'give', 0);
  // What decorators would have the compiler write: the class by which the body is validated.
  Reflect.defineMetadata('design:paramtypes', [command], CommandController.prototype, 'give');
  CommandRoute(command, summary, records)(CommandController.prototype, 'give', route);
  Post()(CommandController.prototype, 'give', route);
  if (records === false) HttpCode(200)(CommandController.prototype, 'give', route);
  ApiTags(tag)(CommandController);
  Controller(post)(CommandController);
  return named(CommandController, `${command.name}Controller`);
}
