import 'reflect-metadata';

import { type Answer, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { read } from '../architecture/repository.js';
import { declaredRoutes, routesPage } from '../golden/routes-page.js';

type Described = Answer['body'];

const FILE = 'application/octet-stream';

onEachStore('The description of the API', (ledger) => {
  let document: Described;
  const operations = (): { method: string; path: string; operation: Described }[] =>
    Object.entries<Described>(document.paths).flatMap(([path, methods]) =>
      Object.entries<Described>(methods).map(([method, operation]) => ({ method, path, operation })),
    );
  const resolved = (schema: Described): Described => {
    const { $ref: reference } = schema.allOf?.[0] ?? schema;
    if (reference === undefined) return schema;
    const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
    const target = document.components.schemas[name!];
    if (target === undefined) throw new Error(`${reference} leads nowhere`);
    return target;
  };
  const bodyOf = (operation: Described): Described => operation.requestBody.content['application/json'].schema;
  /** All that take a body of JSON: a file is sent as it is, and has no fields. */
  const commands = () =>
    operations().filter(({ operation }) => operation.requestBody && !operation.requestBody.content[FILE]);

  beforeAll(async () => {
    document = await ledger.as('registrar').read('openapi.json');
  });

  it('is OpenAPI 3.1', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Minutier', version: expect.any(String) } });
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/api/v1/'))).toEqual([]);
  });

  it('holds each route of the application, and no other', () => {
    const described = operations().map(({ method, path }) => `${method.toUpperCase()} ${path.slice('/api/v1'.length)}`);
    const declared = declaredRoutes().map(({ method, path }) => `${method} ${path}`);
    expect(declared.length).toBeGreaterThan(25);
    expect(described.sort()).toEqual(declared.sort());
  });

  it('is what docs/routes.md lists', () => {
    expect(read('docs/routes.md')).toBe(routesPage());
  });

  it('says of each route what it does, its parameters and its answers', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations()) {
      const where = `${method} ${path}`;
      const inPath = (operation.parameters ?? []).filter((one: Described) => one.in === 'path');
      expect([where, inPath.map(({ name }: Described) => name).sort()]).toEqual([
        where,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      ]);
      // An id, or a number within its parent, such as a session's.
      const types = new Set(inPath.map(({ required, schema }: Described) => required && schema.type));
      expect(['string', 'integer']).toEqual(expect.arrayContaining([...types]));
      expect([where, operation.summary, operation.tags]).toEqual([
        where,
        expect.stringMatching(/./),
        [expect.any(String)],
      ]);
      for (const [status, { description, content }] of Object.entries<Described>(operation.responses)) {
        expect([where, status, description]).toEqual([where, status, expect.stringMatching(/./)]);
        const [type] = Object.keys(content ?? {});
        const success = path.endsWith('/file') ? FILE : 'application/json';
        expect([where, type]).toEqual([where, Number(status) < 400 ? success : 'application/problem+json']);
        resolved(content[type!].schema);
      }
    }
  });

  it('says where a file is sent, and where one is handed out', () => {
    const sent = operations().filter(({ operation }) => operation.requestBody?.content[FILE]);
    expect(sent.map(({ path }) => path)).toEqual(['/api/v1/candidacies/{candidacyId}/evidence-files']);
    const handedOut = operations().filter(({ operation }) => operation.responses['200']?.content[FILE]);
    expect(handedOut.map(({ path }) => path)).toEqual(['/api/v1/candidacies/{candidacyId}/evidence/{evidenceId}/file']);
  });

  it('leads to a schema by each of its references', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference);
    expect(references.length).toBeGreaterThan(100);
    for (const $ref of new Set(references)) resolved({ $ref });
  });

  it('gives an example of each field of each body', () => {
    const without: string[] = [];
    const look = (schema: Described, at: string): void => {
      const { type, properties, items, example, enum: choices } = resolved(schema);
      if (properties) for (const [name, field] of Object.entries<Described>(properties)) look(field, `${at}/${name}`);
      else if (type === 'array' && example === undefined) look(items, `${at}/0`);
      else if (example === undefined && choices === undefined) without.push(at);
    };
    for (const { operation } of commands()) look(bodyOf(operation), bodyOf(operation).$ref.split('/').at(-1));
    // The fiche has a form of its own, `fiche-rncp/1`, and a whole one as its example.
    expect(without).toEqual(['PublishFramework/document']);
  });

  /** A body made of the examples alone. */
  function exampleOf(schema: Described): unknown {
    if (schema.example !== undefined) return schema.example;
    const { type, properties, items, example, minItems = 0 } = resolved(schema);
    if (properties)
      return Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, exampleOf(field)]));
    return example ?? (type === 'array' ? Array.from({ length: Math.max(1, minItems) }, () => exampleOf(items)) : {});
  }

  it('gives examples that are well formed, each and together', async () => {
    for (const { path, operation } of commands()) {
      // A backup would be made where the example says.
      if (operation.tags.includes('maintenance')) continue;
      if (bodyOf(operation).$ref.endsWith('/PublishFramework')) continue;
      const numbers = new Set(
        operation.parameters
          .filter(({ schema }: Described) => schema.type === 'integer')
          .map(({ name }: Described) => name),
      );
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) => (numbers.has(name) ? '1' : uuid()));
      const { status, body } = await ledger.as('registrar').post(address, exampleOf(bodyOf(operation)));
      // Refused by the rules, since nothing of it is recorded; never for its form.
      expect([path, [201, 404, 409].includes(status), status === 400 ? body : '']).toEqual([path, true, '']);
      expect(Object.keys(operation.responses)).toContain(String(status));
    }
  });
});
