import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { languageOf, problemOf } from './problem.js';

/** Turns every error into problem+json. A fault is logged by its class and stack, never by its message, which may quote a person. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  readonly #logger = new Logger('intake');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    this.answer(error, request, reply);
  }

  /** For what fails before a route is found: an address that cannot be decoded. */
  answer(
    error: unknown,
    request: Pick<FastifyRequest, 'headers'>,
    reply: Pick<FastifyReply, 'status' | 'header'>,
  ): void {
    const problem = problemOf(error, languageOf(request.headers['accept-language']));
    if (problem.status >= 500) this.#logger.error(`${problem.code} ${traceOf(error)}`);
    if (problem.status === 503) void reply.header('retry-after', '1');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [error.name, ...frames.slice(0, 8)].join('\n');
}
