import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';

import {
  ActorRegistry,
  IntakeClock,
  IntakeGuard,
  ProblemDetailsFilter,
  ReceiptInterceptor,
  validationPipe,
} from '@minutier/intake';
import { Ledger, ProjectionRunner, Views } from '@minutier/ledger';
import { SealedFiles, Vault } from '@minutier/vault';

import { DOMAIN } from './domain.js';
import type { OpenedLedger } from './opened-ledger.js';
import { BackupController } from './backup.controller.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { OPENED_LEDGER, Reactions } from './reactions.js';
import { RebuildController } from './rebuild.controller.js';

/** Puts the domain's libraries together over one opened ledger. */
@Module({})
export class AppModule {
  static over(opened: OpenedLedger): DynamicModule {
    const { ledger, runner, vault, evidence, views, clock } = opened;
    const actors: ActorRegistry = {
      knows: async (id, role) => (await vault.actor(id))?.roles.includes(role) === true,
    };
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        ...DOMAIN.flatMap(({ controllers }) => [...controllers]),
        HealthController,
        MetricsController,
        RebuildController,
        BackupController,
      ],
      providers: [
        ...DOMAIN.flatMap(({ providers }) => [...providers]),
        Reactions,
        { provide: OPENED_LEDGER, useValue: opened },
        { provide: Ledger, useValue: ledger },
        { provide: Views, useValue: views },
        { provide: Vault, useValue: vault },
        { provide: SealedFiles, useValue: evidence },
        { provide: ProjectionRunner, useValue: runner },
        { provide: ActorRegistry, useValue: actors },
        { provide: IntakeClock, useValue: { clock } satisfies IntakeClock },
        { provide: APP_GUARD, useClass: IntakeGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_INTERCEPTOR, useClass: ReceiptInterceptor },
        { provide: APP_FILTER, useClass: ProblemDetailsFilter },
      ],
    };
  }
}
