import { rm, writeFile } from 'node:fs/promises';

import { type LoggerService, NotFoundException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';

import { acceptJsonOnly, ProblemDetailsFilter } from '@minutier/intake';

import { AppModule } from './app.module.js';
import type { Configuration } from './configuration.js';
import { openApiOf } from './openapi.js';
import { firstRegistrar } from './first-registrar.js';
import { type Demonstration, filesOf, openLedger, type OpenedLedger } from './opened-ledger.js';

const BODY_MAX_BYTES = 1024 * 1024;

/** A ledger behind its HTTP pipeline, whether or not it listens. */
export interface OpenedApplication {
  readonly opened: OpenedLedger;
  readonly application: NestFastifyApplication;
  /** Who the command line acts as, until accounts exist. */
  readonly registrarId: string;
  /** Finishes what is under way, closes the ledger. */
  close(): Promise<void>;
}

/** A server that answers. */
export interface RunningServer extends OpenedApplication {
  readonly url: string;
}

/** Opens the ledger of a configuration behind the pipeline that its server has, without listening. */
export async function openApplication(
  configuration: Configuration,
  demonstration: boolean | Demonstration = false,
): Promise<OpenedApplication> {
  const opened = await openLedger(configuration, demonstration);
  try {
    const registrarId = await firstRegistrar(opened);
    const application = await pipelineOver(opened, configuration);
    return { opened, application, registrarId, close: () => closed(opened, application) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A rebuild under way ends first: the server waits for whoever asked for it. */
async function closed(opened: OpenedLedger, application: NestFastifyApplication): Promise<void> {
  await opened.runner.stop();
  await application.close();
}

async function pipelineOver(opened: OpenedLedger, { logLevel }: Configuration): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_MAX_BYTES,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // An address that cannot be decoded leads to no route: Fastify would say so in a form of its own.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      new ProblemDetailsFilter().answer(new NotFoundException(), request, reply),
  });
  const application = await NestFactory.create<NestFastifyApplication>(AppModule.over(opened), adapter, {
    logger: logger(logLevel),
    abortOnError: false,
    // Nest's own parsers take forms as well.
    bodyParser: false,
  });
  acceptJsonOnly(adapter);
  application.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  let description: object | undefined;
  adapter
    .getInstance()
    .get('/api/v1/openapi.json', (_request, reply) => reply.send((description ??= openApiOf(application))));
  await application.init();
  await adapter.getInstance().ready();
  return application;
}

/** Opens the ledger of a configuration and serves it on this machine. */
export async function startServer(
  configuration: Configuration,
  demonstration: boolean | Demonstration = false,
): Promise<RunningServer> {
  const pipeline = await openApplication(configuration, demonstration);
  const { application, opened } = pipeline;
  try {
    await application.listen(configuration.port, configuration.host);
    const url = (await application.getUrl()).replace('[::1]', 'localhost');
    const { endpoint } = filesOf(configuration);
    await writeFile(endpoint, JSON.stringify({ url, pid: process.pid, ledgerId: opened.founding.ledgerId }));
    return {
      ...pipeline,
      url,
      close: async () => {
        await rm(endpoint, { force: true });
        await pipeline.close();
      },
    };
  } catch (error) {
    await pipeline.close();
    throw error;
  }
}

/** One line of JSON per message, on standard error, so that what commands print can be read by programs. */
function logger(level: string): LoggerService {
  const log = pino({ level, base: null }, pino.destination(2));
  const write = (method: 'info' | 'error' | 'warn' | 'debug') => (message: unknown, context?: unknown) =>
    log[method]({ context: typeof context === 'string' ? context : undefined }, String(message));
  return { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug') };
}
