import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Exclude<Schemas[string], { $ref: string }>;

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; listed in docs/errors.md.' },
    detail: { type: 'string', description: 'A sentence, in French or English by Accept-Language.' },
    pointer: { type: 'string', description: 'JSON pointer of the field at fault.' },
    parameter: { type: 'string', description: 'Name of the query parameter, path parameter or header at fault.' },
    errors: { type: 'array', items: { type: 'object' } },
  },
  example: {
    type: 'urn:minutier:problem:mark-above-scale',
    title: 'Refusé par le règlement ou par l’état du registre',
    status: 409,
    code: 'MARK_ABOVE_SCALE',
    detail: 'La note dépasse 20.',
    pointer: '/outcome/result/value',
  },
} as const;

const RECEIPT = {
  type: 'object',
  required: ['id', 'stream', 'revision', 'eventIds', 'receipt'],
  properties: {
    id: { type: 'string', description: 'Id of the thing.' },
    stream: { type: 'string' },
    revision: { type: 'integer' },
    eventIds: { type: 'array', items: { type: 'string', format: 'uuid' } },
    receipt: { type: 'string', description: 'For ?atLeast= on reads.' },
  },
  example: {
    id: '2c0e9b5e-5a0b-5d0e-9f0a-28684a360001',
    stream: 'candidacy-2c0e9b5e-5a0b-5d0e-9f0a-28684a360001',
    revision: 3,
    eventIds: ['7b1c0c5e-3a55-5d3a-9a2f-0d3f7d1b2c3a'],
    receipt: 'candidacy-2c0e9b5e-5a0b-5d0e-9f0a-28684a360001@3',
  },
} as const;

/** The API's description, OpenAPI 3.1. */
export function openApiOf(application: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('Minutier')
    .setDescription('Ledger of assessments for professional certifications: commands, and reads as of any moment.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .build();
  const document = SwaggerModule.createDocument(application, options);
  const schemas = (document.components ??= {}).schemas ?? {};
  document.components.schemas = { ...schemas, Problem: PROBLEM as never, Receipt: RECEIPT as never };
  for (const [path, { post }] of Object.entries(document.paths)) if (post) moveToPath(path, post, schemas);
  return document;
}

/** A command's class holds the parameters of its path too: they are described where they are given, not in the body. */
function moveToPath(path: string, post: Operation, schemas: Schemas): void {
  const content = post.requestBody && 'content' in post.requestBody ? post.requestBody.content : {};
  const body = content['application/json']?.schema;
  const command = body && '$ref' in body ? (schemas[body.$ref.split('/').at(-1)!] as Schema) : {};
  for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
    const { [name!]: moved, ...kept } = command.properties ?? {};
    if (moved === undefined) continue;
    command.properties = kept;
    command.required = (command.required ?? []).filter((field) => field !== name);
    const { description = '', ...schema } = moved as Schema;
    (post.parameters ??= []).push({ name: name!, in: 'path', required: true, description, schema });
  }
}
