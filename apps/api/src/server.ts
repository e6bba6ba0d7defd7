import { rm, writeFile } from 'node:fs/promises';

import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';

import { AppModule } from './app.module.js';
import type { Configuration } from './configuration.js';
import { openApiOf } from './openapi.js';
import { filesOf, openLedger, type OpenedLedger } from './opened-ledger.js';

const BODY_MAX_BYTES = 1024 * 1024;

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  readonly opened: OpenedLedger;
  readonly application: NestFastifyApplication;
  /** Stops taking requests, finishes what is under way, closes the ledger. */
  close(): Promise<void>;
}

/** Opens the ledger of a configuration and serves it on this machine. */
export async function startServer(configuration: Configuration, demonstration = false): Promise<RunningServer> {
  const opened = await openLedger(configuration, demonstration);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_MAX_BYTES,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  const application = await NestFactory.create<NestFastifyApplication>(AppModule.over(opened), adapter, {
    logger: logger(configuration.logLevel),
    abortOnError: false,
  });
  application.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  let description: object | undefined;
  adapter
    .getInstance()
    .get('/api/v1/openapi.json', (_request, reply) => reply.send((description ??= openApiOf(application))));
  await application.listen(configuration.port, configuration.host);
  const url = (await application.getUrl()).replace('[::1]', 'localhost');
  const { endpoint } = filesOf(configuration);
  await writeFile(endpoint, JSON.stringify({ url, pid: process.pid }));
  return {
    url,
    opened,
    application,
    close: async () => {
      await rm(endpoint, { force: true });
      await application.close();
    },
  };
}

/** One line of JSON per message, on standard error, so that what commands print can be read by programs. */
function logger(level: string): LoggerService {
  const log = pino({ level, base: null }, pino.destination(2));
  const write = (method: 'info' | 'error' | 'warn' | 'debug') => (message: unknown, context?: unknown) =>
    log[method]({ context: typeof context === 'string' ? context : undefined }, String(message));
  return { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug') };
}
