import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus, type ICommand } from '@nestjs/cqrs';

import { ReactionRunner } from '@minutier/ledger';

import { DOMAIN } from './domain.js';
import type { OpenedLedger } from './opened-ledger.js';

const CATCH_UP_MAX_MS = 5_000;

/** The ledger that this process works on. */
export const OPENED_LEDGER = Symbol('opened ledger');

/** Runs the read models and the reactions inside this process (the embedded way), and ends them before the ledger closes. */
@Injectable()
export class Reactions implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly runner: ReactionRunner;

  constructor(
    @Inject(OPENED_LEDGER) private readonly opened: OpenedLedger,
    commands: CommandBus,
  ) {
    const { store, readStore, catalogue, clock } = opened;
    const reactions = DOMAIN.flatMap((library) => library.reactions);
    this.runner = new ReactionRunner(store, readStore, catalogue, reactions, clock, (command) =>
      commands.execute(command as ICommand),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    const { runner } = this.opened;
    await runner.start();
    // The first answers should not be of before the last stop; a long catch-up goes on while the server answers.
    await runner.waitUntil(() => runner.status.caughtUp, CATCH_UP_MAX_MS);
    await this.runner.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner.stop();
    await this.opened.close();
  }
}
