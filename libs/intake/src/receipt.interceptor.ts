import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

import { type Receipt, splitStreamName } from '@minutier/ledger';

/** What a command answers: where its facts stand, and the question to ask so that they are in the answer. */
export interface CommandAnswer extends Receipt {
  /** Id of the thing whose stream it is. */
  readonly id: string;
  /** For `?atLeast=`. */
  readonly receipt: string;
}

/** Adds to a command's receipt the thing's id and its ETag. */
@Injectable()
export class ReceiptInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = execution.switchToHttp().getRequest<FastifyRequest>();
    if (method !== 'POST') return next.handle();
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: Receipt | undefined) => {
        // A dry run leaves nothing.
        if ((answer as { readonly dryRun?: true } | undefined)?.dryRun) void reply.status(200);
        if (answer?.stream === undefined) return answer;
        const { id } = splitStreamName(answer.stream);
        void reply.header('etag', `"${answer.revision}"`);
        return { id, ...answer, receipt: `${answer.stream}@${answer.revision}` };
      }),
    );
  }
}
