import { Ajv, type ErrorObject } from 'ajv';
import { ValidateBy } from 'class-validator';

import { isCivilDate } from '@minutier/intake';

import { FICHE_KINDS, type FicheKind, type Modality, type Route, ROUTES } from './framework.events.js';

/** The parts of a `fiche-rncp/1` document that are published; what else it holds is left in the document. */
export interface FicheDocument {
  readonly source: { readonly sha256: string; readonly kind: string };
  readonly fiche: {
    readonly number: string;
    readonly titleExact: string;
    readonly authority: { readonly exact: string; readonly signatoryExact: string };
    readonly level: { readonly nomenclature1969: string | null; readonly europe: number | null };
    readonly nsf: readonly { readonly code: string; readonly labelExact: string; readonly label: string }[];
    readonly rome: readonly { readonly code: string; readonly label: string }[];
    readonly legalBasis: {
      readonly creationOrder: {
        readonly exact: string;
        readonly orderDate: string;
        readonly journalOfficielDate: string;
      } | null;
    };
    readonly registration: {
      readonly durationYears: number | null;
      readonly effectFrom: string;
      readonly validUntil: string;
    };
  };
  readonly accessRoutes: readonly {
    readonly code: Route;
    readonly exact: string;
    readonly open: boolean;
    readonly jury: {
      readonly exact: string;
      readonly total: number;
      readonly members: readonly { readonly role: string; readonly count: number; readonly professional: boolean }[];
    } | null;
    readonly ambiguity?: string;
  }[];
  readonly territories: readonly { readonly exact: string; readonly open: boolean | null }[];
  readonly activities: readonly {
    readonly number: number;
    readonly exact: string;
    readonly functions: readonly number[];
    readonly competencies: readonly { readonly code: string; readonly exact: string }[];
  }[];
  readonly partialCertification: {
    readonly exact: string;
    readonly blocsAsNumberedInDescriptive: readonly { readonly code: string }[];
  };
  readonly acquiredComponentsValidity: { readonly unlimited: boolean };
  readonly blocks: readonly {
    readonly tableNumber: number;
    readonly code: string;
    readonly labelExact: string;
    readonly label: string;
    readonly activity: number;
    readonly descriptiveNumber: number | null;
    readonly inPartialRule: boolean;
    readonly functions: readonly {
      readonly number: number;
      readonly code: string;
      readonly labelExact: string;
      readonly label: string;
      readonly modalities: readonly (Omit<Modality, 'ambiguities'> & { readonly ambiguity?: string })[];
    }[];
  }[];
  readonly totals: {
    readonly blocks: number;
    readonly functions: number;
    readonly modalityLines: number;
    readonly countedLines: number;
    readonly uncountedLines: number;
    readonly countedAssessments: number;
    readonly linesByKind: Readonly<Partial<Record<FicheKind, number>>>;
    readonly assessmentsByKind: Readonly<Partial<Record<FicheKind, number>>>;
  };
}

type Schema = Readonly<Record<string, unknown>>;

const text = { type: 'string', minLength: 1, maxLength: 2_000 };
const count = { type: 'integer', minimum: 0, maximum: 1_000 };
const flag = { type: 'boolean' };
const date = { type: 'string', format: 'civil-date' };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Schema, maxItems = 200): Schema => ({ type: 'array', items, maxItems });
const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const labelled = object({ code: text, label: text });
const counts = { type: 'object', additionalProperties: count, propertyNames: { enum: FICHE_KINDS } };

const modality = object(
  {
    id: { type: 'string', pattern: '^[A-Za-z0-9-]{1,32}$' },
    order: count,
    exact: text,
    kind: { enum: FICHE_KINDS },
    count: orNull({ type: 'integer', minimum: 1, maximum: 20 }),
    theory: orNull(flag),
    practice: orNull(flag),
    work: { enum: ['individual', 'group', 'both', 'unspecified'] },
    written: orNull(flag),
    oral: orNull(flag),
    ambiguity: text,
  },
  ['ambiguity'],
);

const schema = object({
  format: { const: 'fiche-rncp/1' },
  source: object({ sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' }, kind: text }),
  fiche: object({
    number: { type: 'string', pattern: '^(RNCP|RS)\\d{1,6}$' },
    titleExact: text,
    authority: object({ exact: text, signatoryExact: text }),
    level: object({ nomenclature1969: orNull(text), europe: orNull({ type: 'integer', minimum: 1, maximum: 8 }) }),
    nsf: list(object({ code: text, labelExact: text, label: text })),
    rome: list(labelled),
    legalBasis: object({ creationOrder: orNull(object({ exact: text, orderDate: date, journalOfficielDate: date })) }),
    registration: object({ durationYears: orNull(count), effectFrom: date, validUntil: date }),
  }),
  accessRoutes: list(
    object(
      {
        code: { enum: ROUTES },
        exact: text,
        open: flag,
        jury: orNull(
          object({ exact: text, total: count, members: list(object({ role: text, count, professional: flag })) }),
        ),
        ambiguity: text,
      },
      ['ambiguity'],
    ),
  ),
  territories: list(object({ exact: text, open: orNull(flag) })),
  activities: list(object({ number: count, exact: text, functions: list(count), competencies: list(labelledExact()) })),
  partialCertification: object({ exact: text, blocsAsNumberedInDescriptive: list(object({ code: text })) }),
  acquiredComponentsValidity: object({ unlimited: flag }),
  blocks: atLeastOne(
    object({
      tableNumber: count,
      code: { type: 'string', pattern: '^[A-Z0-9]{1,32}$' },
      labelExact: text,
      label: text,
      activity: count,
      descriptiveNumber: orNull(count),
      inPartialRule: flag,
      functions: list(object({ number: count, code: text, labelExact: text, label: text, modalities: list(modality) })),
    }),
  ),
  totals: object({
    blocks: count,
    functions: count,
    modalityLines: count,
    countedLines: count,
    uncountedLines: count,
    countedAssessments: count,
    linesByKind: counts,
    assessmentsByKind: counts,
  }),
});

function atLeastOne(items: Schema): Schema {
  return { ...list(items), minItems: 1 };
}

function labelledExact(): Schema {
  return object({ code: text, exact: text });
}

const validate = new Ajv({
  allErrors: false,
  strictTuples: false,
  formats: { 'civil-date': isCivilDate },
}).compile<FicheDocument>(schema);

/** Where a document departs from the form `fiche-rncp/1`, as a JSON pointer; undefined where it has that form. */
export function ficheFault(document: unknown): string | undefined {
  if (validate(document)) return undefined;
  const [{ instancePath, keyword, params }] = validate.errors as [ErrorObject];
  return keyword === 'required'
    ? `${instancePath}/${(params as { missingProperty: string }).missingProperty}`
    : instancePath;
}

/** Validates the document's form; what it counts is the domain's to check. */
export function FicheDocumentField(): PropertyDecorator {
  return ValidateBy(
    { name: 'ficheDocument', validator: { validate: (value) => ficheFault(value) === undefined } },
    // class-validator drops the context of a fault without a message.
    { message: 'DOCUMENT_MALFORMED', context: { code: 'DOCUMENT_MALFORMED', pointerWithin: ficheFault } },
  );
}
