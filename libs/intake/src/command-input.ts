import { createParamDecorator, type ExecutionContext, ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { CommandContext } from '@minutier/ledger';

import { type InputCode, type InputFault, InputInvalid } from './input-codes.js';

/** A request on which the guard has put who acts. */
export type IntakeRequest = FastifyRequest & { commandContext?: CommandContext };

/** The command of a route: its body, the parameters of its path, and its context, validated as the parameter's class. */
export const CommandInput = createParamDecorator((_: unknown, execution: ExecutionContext): object => {
  const request = execution.switchToHttp().getRequest<IntakeRequest>();
  const path = request.params as Record<string, string>;
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body)) throw new InputInvalid([{ code: 'NOT_AN_OBJECT', pointer: '' }]);
  const forged = ['context', ...Object.keys(path)].find((name) => Object.hasOwn(body, name));
  if (forged !== undefined) throw new InputInvalid([{ code: 'FIELD_UNKNOWN', pointer: `/${forged}` }]);
  refuseBrokenCharacters(body, '');
  return { ...body, ...path, context: request.commandContext };
});

/** Null characters and lone surrogates survive no store unchanged. */
function refuseBrokenCharacters(value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed())
      throw new InputInvalid([{ code: 'CHARACTER_FORBIDDEN', pointer }]);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value))
      refuseBrokenCharacters(member, `${pointer}/${escapePointer(key)}`);
  }
}

/** The one place where shape is checked; `parameter` says that faults are of query parameters. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validateCustomDecorators: true,
    stopAtFirstError: true,
    validationError: { target: false },
    exceptionFactory: (errors) => {
      const [first, ...others] = errors.flatMap((error) => faultsOf(error, ''));
      return new InputInvalid([first ?? { code: 'NOT_AN_OBJECT', pointer: '' }, ...others]);
    },
  });
}

function faultsOf(error: ValidationError, at: string): InputFault[] {
  const pointer = `${at}/${escapePointer(error.property)}`;
  const below = (error.children ?? []).flatMap((child) => faultsOf(child, pointer));
  if (below.length > 0 || error.constraints === undefined) return below;
  const { constraints, contexts = {} } = error;
  const value: unknown = error.value;
  if ('whitelistValidation' in constraints) return [{ code: 'FIELD_UNKNOWN', pointer }];
  if (value === undefined || value === null) return [{ code: 'FIELD_MISSING', pointer }];
  const context = contexts[Object.keys(constraints)[0]!] as FaultContext | undefined;
  return [{ code: context?.code ?? 'NOT_AN_OBJECT', pointer: `${pointer}${context?.pointerWithin?.(value) ?? ''}` }];
}

/** What a field's validator says of a fault: its code, and where within the value, for fields that are documents. */
interface FaultContext {
  readonly code: InputCode;
  readonly pointerWithin?: (value: unknown) => string | undefined;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
