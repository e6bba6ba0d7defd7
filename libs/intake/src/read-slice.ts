import { Controller, Get, Param, Query as Asked, Req, Res, type Type } from '@nestjs/common';
import { Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type InstancesOf, named, type Needed, needing } from './dependencies.js';
import type { Slice } from './domain-module.js';
import type { ReadQuestion } from './read-question.js';
import { ReadRoute } from './routes.js';

/** The names of a route's parameters. */
type ParametersOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParametersOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** What was asked: the parameters of the path as they were sent, the validated query, and the address, for `next`. */
export interface Reading<Path extends string, Question> {
  readonly path: Readonly<Record<ParametersOf<Path>, string>>;
  readonly question: Question;
  readonly url: string;
}

/** One read: where it is asked, and how it is answered. */
export interface Read<Path extends string, Question extends ReadQuestion, Needs extends readonly Needed[], Answer> {
  /** Path below /api/v1. */
  readonly get: Path;
  readonly tag: string;
  /** What it answers, in French, for the OpenAPI description. */
  readonly summary: string;
  readonly example?: unknown;
  readonly question: Type<Question>;
  /** What it is answered with: the views, the vault. */
  readonly needs: readonly [...Needs];
  readonly answer: (asked: Reading<Path, Question>, ...needed: InstancesOf<Needs>) => Promise<Answer>;
  /** The revision that the answer shows, where a command may name it in If-Match. */
  readonly revision?: (answer: Answer) => number;
}

/** The wiring of one read: its route, its query by that name, and the query's handler on the bus. */
export function readSlice<
  const Path extends string,
  Question extends ReadQuestion,
  const Needs extends readonly Needed[],
  Answer extends object,
>(name: string, read: Read<Path, Question, Needs, Answer>): Slice {
  class Ask extends Query<Answer> {
    constructor(readonly asked: Reading<Path, Question>) {
      super();
    }
  }
  named(Ask, name);
  class Handler {
    readonly #needed: InstancesOf<Needs>;

    constructor(...needed: InstancesOf<Needs>) {
      this.#needed = needed;
    }

    execute({ asked }: Ask): Promise<Answer> {
      return read.answer(asked, ...this.#needed);
    }
  }
  needing(read.needs, Handler);
  QueryHandler(Ask)(Handler);
  return [controllerOf(name, read, Ask), named(Handler, `${name}Handler`)];
}

function controllerOf<Path extends string, Question extends ReadQuestion, Answer extends object>(
  name: string,
  { get, tag, summary, example, question, revision }: Omit<Read<Path, Question, readonly Needed[], Answer>, 'answer'>,
  Ask: new (asked: Reading<Path, Question>) => Query<Answer>,
): Type {
  class ReadController {
    constructor(private readonly queries: QueryBus) {}

    async answer(
      asked: Question,
      path: Reading<Path, Question>['path'],
      { url }: FastifyRequest,
      reply: FastifyReply,
    ): Promise<Answer> {
      const answer = await this.queries.execute(new Ask({ path, question: asked, url }));
      if (revision) void reply.header('etag', `"${revision(answer)}"`);
      return answer;
    }
  }
  const { prototype } = ReadController;
  const route = Object.getOwnPropertyDescriptor(prototype, 'answer')!;
  needing([QueryBus], ReadController);
  for (const [index, parameter] of [Asked(), Param(), Req(), Res({ passthrough: true })].entries()) {
    parameter(prototype, 'answer', index);
  }
  // What decorators would have the compiler write: the class by which the question is validated.
  Reflect.defineMetadata('design:paramtypes', [question, Object, Object, Object], prototype, 'answer');
  for (const [, parameter] of get.matchAll(/:(\w+)/g))
    ApiParam({ name: parameter!, type: String })(prototype, 'answer', route);
  ReadRoute(summary, example)(prototype, 'answer', route);
  Get()(prototype, 'answer', route);
  ApiTags(tag)(ReadController);
  Controller(get)(ReadController);
  return named(ReadController, `${name}Controller`);
}
