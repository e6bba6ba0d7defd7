import { applyDecorators, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';

import { TAKES_FILE } from './json-body.js';

/** Until accounts exist, whoever changes something says who he is. */
const actorHeaders = [
  ApiHeader({ name: 'Minutier-Actor', required: true, description: 'Who acts: a uuid known to the vault.' }),
  ApiHeader({ name: 'Minutier-Role', required: true, description: 'In which role.' }),
];

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const actorProblems = [
  ApiResponse({ status: 400, ...problem('The input is malformed.') }),
  ApiResponse({ status: 401, ...problem('The headers do not say who acts.') }),
  ApiResponse({ status: 403, ...problem('The vault does not know this actor, or not in this role.') }),
];

const commandIdHeader = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'Command id (uuid): the same again has effect once.',
});

const file = { schema: { type: 'string', format: 'binary' } } as const;

/** Describes a route that gives a command: what it does, its body, its headers, its answers. */
export function CommandRoute(command: Type, summary: string, records = true): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiBody({ type: command }),
    ...actorHeaders,
    commandIdHeader,
    ApiHeader({ name: 'If-Match', required: false, description: 'ETag seen: refused at any other revision.' }),
    records
      ? ApiResponse({
          status: 201,
          description: 'Recorded.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } },
        })
      : ApiResponse({
          status: 200,
          description: 'Answered; nothing is recorded.',
          content: { 'application/json': { schema: { type: 'object' } } },
        }),
    ...actorProblems,
    ApiResponse({ status: 404, ...problem('Nothing is recorded under an id of the path.') }),
    ApiResponse({ status: 409, ...problem('The rules or the state of the ledger refuse it.') }),
    ApiResponse({ status: 412, ...problem('The thing has changed since it was read.') }),
    ApiResponse({ status: 413, ...problem('The body, or what it would write, is too large.') }),
    ApiResponse({ status: 415, ...problem('The body is not sent as JSON.') }),
    ApiResponse({ status: 422, ...problem('The command id was used for another content.') }),
    ApiResponse({ status: 503, ...problem('Not settled for the moment: send the same again.') }),
  );
}

/** Describes a route by which somebody looks after the process: it changes no fact. */
export function MaintenanceRoute(summary: string, order?: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ...(order ? [ApiBody({ type: order })] : []),
    ...actorHeaders,
    ApiResponse({
      status: 201,
      description: 'Done.',
      content: { 'application/json': { schema: { type: 'object' } } },
    }),
    ...actorProblems,
    ApiResponse({ status: 404, ...problem('There is no such thing to look after.') }),
    ApiResponse({ status: 409, ...problem('It cannot be done there.') }),
  );
}

/** A route whose body is a file, as it is: it changes no fact; a command then names what was received. */
export function FileRoute(summary: string): MethodDecorator {
  return applyDecorators(
    RouteConfig(TAKES_FILE),
    ApiOperation({ summary }),
    ApiConsumes('application/octet-stream'),
    ApiBody({ required: true, ...file }),
    ...actorHeaders,
    commandIdHeader,
    ApiResponse({
      status: 201,
      description: 'Kept.',
      content: { 'application/json': { schema: { type: 'object' } } },
    }),
    ...actorProblems,
    ApiResponse({ status: 404, ...problem('Nothing is recorded under an id of the path.') }),
    ApiResponse({ status: 409, ...problem('The key under which it would be sealed was destroyed.') }),
    ApiResponse({ status: 413, ...problem('The file is too large.') }),
    ApiResponse({ status: 415, ...problem('The body is not sent as a file.') }),
    ApiResponse({ status: 422, ...problem('The command id was used for another file.') }),
    ApiResponse({ status: 503, ...problem('Not settled for the moment: send the same again.') }),
  );
}

/** Describes a route that hands out a file. */
export function DownloadRoute(summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, description: 'The file.', content: { 'application/octet-stream': file } }),
    ApiResponse({ status: 400, ...problem('The question is malformed.') }),
    ApiResponse({ status: 404, ...problem('Nothing is recorded under this id at that moment.') }),
    ApiResponse({ status: 409, ...problem('There is no such file any more, or it is not kept here.') }),
    ApiResponse({ status: 500, ...problem('What is kept is not what was received.') }),
    ApiResponse({ status: 503, ...problem('The views have not come to `atLeast` yet: ask again.') }),
  );
}

/** Describes a route that reads. */
export function ReadRoute(summary: string, example?: unknown): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: 'As of the moment that `asOf` names in the answer.',
      content: { 'application/json': { schema: { type: 'object' }, ...(example === undefined ? {} : { example }) } },
    }),
    ApiResponse({ status: 400, ...problem('The question is malformed.') }),
    ApiResponse({ status: 404, ...problem('Nothing is recorded under this id at that moment.') }),
    ApiResponse({ status: 503, ...problem('The views have not come to `atLeast` yet: ask again.') }),
  );
}
