import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { Temporal } from 'temporal-polyfill';

import { declarePersonal, type KeyClass } from '@minutier/ledger';

import type { InputCode } from './input-codes.js';

/** What every field says of itself in the API's description. */
export interface FieldOptions {
  readonly description: string;
  readonly example?: unknown;
  /** May be absent or null. */
  readonly optional?: boolean;
}

type FieldClass = abstract new () => object;

/** A code or reference that names no person: 1 to 64 of `A-Z a-z 0-9 . _ / -`. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;
const DECIMAL = /^(0|[1-9]\d{0,5})(\.\d{1,4})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
// eslint-disable-next-line no-control-regex -- the point is to refuse them
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** With a message, which nobody reads: class-validator drops the context of a fault that has none. */
const fault = (code: InputCode): ValidationOptions => ({ message: code, context: { code } });

function field(
  { description, example, optional }: FieldOptions,
  api: ApiPropertyOptions,
  ...validators: PropertyDecorator[]
) {
  const property = { description, ...(example === undefined ? {} : { example }), ...api, required: optional !== true };
  return applyDecorators(
    ApiProperty(property as ApiPropertyOptions),
    ...(optional ? [IsOptional(), absentWhenNull()] : []),
    ...validators,
  );
}

/** Null and absent say the same of an optional field: commands know only absence. */
function absentWhenNull(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => value ?? undefined);
}

function checked(name: string, code: InputCode, validate: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate } }, fault(code));
}

export function isCivilDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const midnight = Date.parse(`${value}T00:00:00Z`);
  // A day that does not exist is none, or rolls over into the next month.
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(value);
}

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  try {
    // Temporal clamps second 60; a day or hour that does not exist is refused.
    return Temporal.Instant.from(value) !== undefined && isCivilDate(value.slice(0, 10));
  } catch {
    return false;
  }
}

/** A class that may be declared further down: the API's description knows one by the name of this function alone. */
function lazily(of: () => FieldClass): () => never {
  return function type() {
    return of() as never;
  };
}

const ANY_ID = '7b1c0c5e-3a55-5d3a-9a2f-0d3f7d1b2c3a';

/** A uuid. */
export const IdField = (options: FieldOptions) =>
  field({ example: ANY_ID, ...options }, { type: String, format: 'uuid' }, IsUUID('all', fault('NOT_A_UUID')));

/** A code or reference; `pattern` narrows it. */
export const CodeField = ({ pattern = CODE, ...options }: FieldOptions & { pattern?: RegExp }) =>
  field(options, { type: String, pattern: pattern.source }, Matches(pattern, fault('NOT_A_CODE')));

/** A date that exists, YYYY-MM-DD. */
export const CivilDateField = (options: FieldOptions) =>
  field(options, { type: String, format: 'date' }, checked('isCivilDate', 'NOT_A_CIVIL_DATE', isCivilDate));

/** An instant with its offset. */
export const InstantField = (options: FieldOptions) =>
  field(options, { type: String, format: 'date-time' }, checked('isInstant', 'NOT_AN_INSTANT', isInstant));

/** An exact decimal, written as a string: at most 6 digits before the point and 4 after, no exponent, no sign. */
export const DecimalField = (options: FieldOptions) =>
  field(options, { type: String, pattern: DECIMAL.source }, Matches(DECIMAL, fault('NOT_A_DECIMAL')));

/** A whole number within bounds, both included. */
export const IntegerField = ({ min, max, ...options }: FieldOptions & { min: number; max: number }) =>
  field(
    { example: min, ...options },
    { type: 'integer', minimum: min, maximum: max },
    IsInt(fault('NOT_AN_INTEGER')),
    Min(min, fault('OUT_OF_RANGE')),
    Max(max, fault('OUT_OF_RANGE')),
  );

/** true or false. */
export const FlagField = (options: FieldOptions) =>
  field({ example: true, ...options }, { type: Boolean }, IsBoolean(fault('NOT_A_BOOLEAN')));

/** One of a closed list. */
export const ChoiceField = (choices: readonly string[], options: FieldOptions) =>
  field(options, { type: String, enum: [...choices] }, IsIn(choices, fault('NOT_A_CHOICE')));

/** Several of a closed list. */
export const ChoicesField = (choices: readonly string[], { min = 0, ...options }: FieldOptions & { min?: number }) =>
  field(
    options,
    { type: [String], enum: [...choices] },
    IsArray(fault('NOT_A_LIST')),
    ArrayMinSize(min, fault('LIST_SIZE')),
    ArrayMaxSize(choices.length, fault('LIST_SIZE')),
    IsIn(choices, { each: true, ...fault('NOT_A_CHOICE') }),
  );

/** Several codes. */
export const CodesField = ({ max = 50, ...options }: FieldOptions & { max?: number }) =>
  field(
    options,
    { type: [String] },
    IsArray(fault('NOT_A_LIST')),
    ArrayMaxSize(max, fault('LIST_SIZE')),
    Matches(CODE, { each: true, ...fault('NOT_A_CODE') }),
  );

/** Several uuids. */
export const IdsField = ({ min = 0, max, ...options }: FieldOptions & { min?: number; max: number }) =>
  field(
    { example: [ANY_ID], ...options },
    { type: [String], format: 'uuid' },
    IsArray(fault('NOT_A_LIST')),
    ArrayMinSize(min, fault('LIST_SIZE')),
    ArrayMaxSize(max, fault('LIST_SIZE')),
    IsUUID('all', { each: true, ...fault('NOT_A_UUID') }),
  );

/** An object of its own class. */
export const ObjectField = (of: () => FieldClass, options: FieldOptions) =>
  field(
    options,
    { type: lazily(of) },
    IsObject(fault('NOT_AN_OBJECT')),
    ValidateNested(fault('NOT_AN_OBJECT')),
    Type(of),
  );

/** A list of objects of one class; both bounds included. */
export const ListField = (
  of: () => FieldClass,
  { min = 0, max, ...options }: FieldOptions & { min?: number; max: number },
) =>
  field(
    options,
    { type: lazily(of), isArray: true, minItems: min, maxItems: max },
    IsArray(fault('NOT_A_LIST')),
    ArrayMinSize(min, fault('LIST_SIZE')),
    ArrayMaxSize(max, fault('LIST_SIZE')),
    ValidateNested({ each: true, ...fault('NOT_AN_OBJECT') }),
    Type(of),
  );

/** A text in clear; for fields of commands that never reach an event unsealed, or that a vault keeps. */
export const TextField = ({ max, ...options }: FieldOptions & { max: number }) =>
  field(
    { example: 'Texte libre', ...options },
    { type: String, maxLength: max },
    checked(
      'isText',
      'NOT_A_TEXT',
      (value) => typeof value === 'string' && value.trim() !== '' && value.length <= max && !CONTROL.test(value),
    ),
  );

/** A text about a person: sealed under that person's key of that class before anything is decided. */
export const PersonalTextField = (keyClass: KeyClass, { max = 4_000, ...options }: FieldOptions & { max?: number }) =>
  applyDecorators(personal(keyClass), TextField({ max, ...options }));

/** An object about a person, sealed whole. */
export const PersonalObjectField = (keyClass: KeyClass, of: () => FieldClass, options: FieldOptions) =>
  applyDecorators(personal(keyClass), ObjectField(of, options));

/** Several of a closed list that tells of a person, sealed whole. */
export const PersonalChoicesField = (
  keyClass: KeyClass,
  choices: readonly string[],
  options: FieldOptions & { min?: number },
) => applyDecorators(personal(keyClass), ChoicesField(choices, options));

function personal(keyClass: KeyClass): PropertyDecorator {
  return (prototype, name) => declarePersonal(prototype, String(name), keyClass);
}
