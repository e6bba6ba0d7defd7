import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { v7, validate } from 'uuid';

import { type Actor, type Clock, parisDay } from '@minutier/ledger';

import type { IntakeRequest } from './command-input.js';
import { type InputCode, InputInvalid } from './input-codes.js';

/** Who may act. Until accounts exist the caller names himself, on this machine only; the vault must know him. */
export abstract class ActorRegistry {
  abstract knows(actorId: string, role: string): Promise<boolean>;
}

/** The clock that commands are stamped with. */
export abstract class IntakeClock {
  abstract readonly clock: Clock;
}

const OWN_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Puts the context on every request that changes something: who acts, under which command id, seen at which revision. */
@Injectable()
export class IntakeGuard implements CanActivate {
  constructor(
    private readonly actors: ActorRegistry,
    private readonly time: IntakeClock,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<IntakeRequest>();
    // A page of another site may point its own name at this machine: only the machine's own names are answered.
    if (!OWN_NAME.test(request.headers.host ?? '')) {
      throw new InputInvalid([{ code: 'HOST_FORBIDDEN', parameter: 'Host' }], 403);
    }
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    const actor = await this.#actor(header(request, 'Minutier-Actor'), header(request, 'Minutier-Role'));
    const commandId = uuidHeader(request, 'Idempotency-Key', 'IDEMPOTENCY_KEY_MALFORMED') ?? v7();
    const correlationId = uuidHeader(request, 'Correlation-Id', 'CORRELATION_ID_MALFORMED') ?? commandId;
    const expectedRevision = revisionOf(header(request, 'If-Match'));
    const now = this.time.clock.now();
    request.commandContext = {
      commandId,
      correlationId,
      causationId: commandId,
      actor,
      now,
      today: parisDay(now),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    };
    return true;
  }

  async #actor(id: string | undefined, role: string | undefined): Promise<Actor> {
    if (id === undefined) throw new InputInvalid([{ code: 'ACTOR_MISSING', parameter: 'Minutier-Actor' }], 401);
    if (role === undefined) throw new InputInvalid([{ code: 'ACTOR_MISSING', parameter: 'Minutier-Role' }], 401);
    if (!validate(id) || !(await this.actors.knows(id.toLowerCase(), role))) {
      throw new InputInvalid([{ code: 'ACTOR_UNKNOWN', parameter: 'Minutier-Actor' }], 403);
    }
    return { id: id.toLowerCase(), role, authentication: 'none' };
  }
}

function header(request: IntakeRequest, name: string): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(',') : value;
}

function uuidHeader(request: IntakeRequest, name: string, code: InputCode): string | undefined {
  const value = header(request, name);
  if (value === undefined) return undefined;
  if (!validate(value)) throw new InputInvalid([{ code, parameter: name }]);
  return value.toLowerCase();
}

function revisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const [, revision] = /^"(\d{1,15})"$/.exec(ifMatch) ?? [];
  if (revision === undefined) throw new InputInvalid([{ code: 'IF_MATCH_MALFORMED', parameter: 'If-Match' }]);
  return Number(revision);
}
