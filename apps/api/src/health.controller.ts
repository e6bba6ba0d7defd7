import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { OpenedLedger } from './opened-ledger.js';
import { OPENED_LEDGER, Reactions } from './reactions.js';
import { lagOf } from './lag.js';

/** For whoever watches over the process. */
@Controller('health')
@ApiExcludeController()
export class HealthController {
  constructor(
    @Inject(OPENED_LEDGER) private readonly opened: OpenedLedger,
    private readonly reactions: Reactions,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  /** The ledger is reached, read models and reactions move; red with the reason where they do not. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { runner, readStore, founding, store } = this.opened;
    const lag = await lagOf(store, runner.status).catch(() => undefined);
    const { stalled, caughtUp, ordinal } = runner.status;
    const quarantined = await readStore.quarantines();
    const reactions = this.reactions.runner.status;
    const up = lag !== undefined && stalled === undefined && reactions.stalled === undefined && caughtUp;
    if (!up) void reply.status(503);
    return {
      status: up ? 'up' : 'down',
      ledger: {
        id: founding.ledgerId,
        demonstration: founding.demonstration,
        epoch: founding.epoch,
        reached: lag !== undefined,
      },
      projections: {
        ordinal,
        caughtUp,
        lagEvents: lag?.events ?? null,
        lagSeconds: lag?.seconds ?? null,
        stalled: stalled ?? null,
        quarantined,
      },
      reactions: { ordinal: reactions.ordinal, stalled: reactions.stalled ?? null },
    };
  }
}
