import { Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { type IntakeRequest, type Page, ReadRoute } from '@minutier/intake';

import type { AuditItem } from './audit-trail.projection.js';
import { AuditQuestion, ListAuditEvents } from './audit-trail.query.js';

@Controller('audit/events')
@ApiTags('audit')
export class AuditTrailController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute('Les faits du registre, dans leur ordre')
  list(@Query() question: AuditQuestion, @Req() { url }: IntakeRequest): Promise<Page<AuditItem>> {
    return this.queries.execute(new ListAuditEvents(url, question));
  }
}
