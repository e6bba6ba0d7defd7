import {
  type ArgumentMetadata,
  createParamDecorator,
  type ExecutionContext,
  ValidationPipe,
  type ValidationError,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { CommandContext } from '@minutier/ledger';

import { type InputCode, type InputFault, InputInvalid } from './input-codes.js';
import { isNameOfNothing } from './json-body.js';
import { pointerTo } from './json-pointer.js';

/** A request on which the guard has put who acts. */
export type IntakeRequest = FastifyRequest & { commandContext?: CommandContext };

/** The parameters of the path that each command's fields were taken from: their faults are in the address, not in the body. */
const pathParameters = new WeakMap<object, readonly string[]>();

/** The command of a route: its body, the parameters of its path, and its context, validated as the parameter's class. */
export const CommandInput = createParamDecorator((_: unknown, execution: ExecutionContext): object => {
  const request = execution.switchToHttp().getRequest<IntakeRequest>();
  const path = request.params as Record<string, string>;
  const { body = {} } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new InputInvalid([{ code: 'NOT_AN_OBJECT', pointer: '' }]);
  const forged = ['context', ...Object.keys(path)].find((name) => Object.hasOwn(body, name));
  if (forged !== undefined) throw new InputInvalid([{ code: 'FIELD_UNKNOWN', pointer: pointerTo('', forged) }]);
  const input = { ...body, ...path, context: request.commandContext };
  pathParameters.set(input, Object.keys(path));
  return input;
});

/** The one place where shape is checked. A fault of the address carries `parameter`, one of the body `pointer`. */
export function validationPipe(): ValidationPipe {
  return new IntakePipe({
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

class IntakePipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'query') refuseNamesOfNothing(value as object);
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof InputInvalid)) throw error;
      const path = (typeof value === 'object' && value !== null && pathParameters.get(value)) || [];
      const [first, ...others] = error.faults.map((fault) => inAddress(fault, metadata.type === 'query', path));
      throw new InputInvalid([first!, ...others], error.status);
    }
  }
}

/** As in bodies: `?toString=1` is a parameter that no question has. */
function refuseNamesOfNothing(query: object): void {
  const parameter = Object.keys(query).find(isNameOfNothing);
  if (parameter !== undefined) throw new InputInvalid([{ code: 'FIELD_UNKNOWN', parameter }]);
}

/** The same fault, with the parameter's name where it is a fault of the query or of the path. */
function inAddress({ code, pointer = '' }: InputFault, isQuery: boolean, path: readonly string[]): InputFault {
  const name = pointer.slice(1);
  return isQuery || path.includes(name) ? { code, parameter: name } : { code, pointer };
}

function faultsOf(error: ValidationError, at: string): InputFault[] {
  const pointer = pointerTo(at, error.property);
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
