import 'reflect-metadata';

import { Controller, Module, Post, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiBody, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

import { AdoptRules } from '@minutier/framework';

type Json = Readonly<Record<string, unknown>>;

/** A route that takes rules and nothing else: what is described of it is the class. */
function describing(): Type {
  @Controller('rules')
  class RulesController {
    @Post()
    @ApiBody({ type: AdoptRules })
    adopt(): void {
      // Described, never called.
    }
  }
  @Module({ controllers: [RulesController] })
  class RulesModule {}
  return RulesModule;
}

/** The JSON Schema of the rules document, from the class that the API takes: deploy/rules.schema.json is its copy. */
export async function rulesSchema(): Promise<object> {
  const application = await NestFactory.create(describing(), new FastifyAdapter(), { logger: false });
  const document = SwaggerModule.createDocument(application, new DocumentBuilder().setOpenAPIVersion('3.1.0').build());
  const { AdoptRules: rules, ...parts } = schemaOf(document.components!.schemas!) as Readonly<Record<string, Json>>;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Minutier: rules of an institution',
    description: 'What POST /api/v1/rules takes. docs/rules.md explains every setting, its default and its reason.',
    ...rules,
    $defs: parts,
  };
}

/** OpenAPI’s words in those of JSON Schema; an object holds no field that it does not name. */
function schemaOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(schemaOf);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value as Json).flatMap(([name, field]): [string, unknown][] => {
    if (name === '$ref') return [[name, String(field).replace('#/components/schemas/', '#/$defs/')]];
    if (name === 'example') return [['examples', [field]]];
    return [[name, schemaOf(field)]];
  });
  const isObject = (value as Json).type === 'object' && 'properties' in value;
  return Object.fromEntries([...fields, ...(isObject ? [['additionalProperties', false] as const] : [])]);
}
