import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

import { lagOf } from './lag.js';
import type { OpenedLedger } from './opened-ledger.js';
import { OPENED_LEDGER, Reactions } from './reactions.js';

/** Figures for Prometheus: no label ever holds a person. */
@Controller('metrics')
@ApiExcludeController()
export class MetricsController {
  readonly #registry = new Registry();

  constructor(
    @Inject(OPENED_LEDGER) private readonly opened: OpenedLedger,
    private readonly reactions: Reactions,
  ) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    new Gauge({
      name: 'minutier_projection_ordinal',
      help: 'Ordinal of the last event applied, by projection.',
      labelNames: ['projection'],
      registers,
      collect() {
        for (const [projection, ordinal] of opened.runner.checkpoints) this.set({ projection }, ordinal);
      },
    });
    new Gauge({
      name: 'minutier_reaction_ordinal',
      help: 'Ordinal of the last event that reactions are done with.',
      registers,
      collect() {
        this.set(reactions.runner.status.ordinal);
      },
    });
    const seconds = new Gauge({
      name: 'minutier_projection_lag_seconds',
      help: 'Age of the first event not yet applied.',
      registers,
    });
    new Gauge({
      name: 'minutier_projection_lag_events',
      help: 'Events in the log not yet applied, counted up to 10000.',
      registers,
      async collect() {
        const lag = await lagOf(opened.store, opened.runner.status).catch(() => ({ events: NaN, seconds: NaN }));
        this.set(lag.events);
        seconds.set(lag.seconds);
      },
    });
    new Gauge({
      name: 'minutier_stalled',
      help: '1 where read models or reactions no longer move.',
      registers,
      collect() {
        this.set(opened.runner.status.stalled !== undefined || reactions.runner.status.stalled !== undefined ? 1 : 0);
      },
    });
    new Gauge({
      name: 'minutier_quarantined_partitions',
      help: 'Partitions of read models that wait since an event failed to apply.',
      registers,
      async collect() {
        this.set((await opened.readStore.quarantines()).length);
      },
    });
  }

  @Get()
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', this.#registry.contentType).send(await this.#registry.metrics());
  }
}
