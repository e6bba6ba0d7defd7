import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { ReadQuestion, ReadRoute } from '@minutier/intake';

import { type RulesAnswer, ShowRules } from './rules-catalogue.query.js';

@Controller('rules')
@ApiTags('rules')
export class RulesCatalogueController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':rulesId')
  @ReadRoute('Un règlement, toutes ses versions')
  show(@Param('rulesId') rulesId: string, @Query() question: ReadQuestion): Promise<RulesAnswer> {
    return this.queries.execute(new ShowRules(rulesId, question));
  }
}
