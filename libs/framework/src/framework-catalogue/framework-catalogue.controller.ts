import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { type IntakeRequest, ListQuestion, type Page, ReadQuestion, ReadRoute } from '@minutier/intake';

import { type FrameworkItem, ListFrameworks, ShowFramework } from './framework-catalogue.query.js';

@Controller('frameworks')
@ApiTags('frameworks')
export class FrameworkCatalogueController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute('Référentiels publiés')
  list(@Query() question: ListQuestion, @Req() { url }: IntakeRequest): Promise<Page<FrameworkItem>> {
    return this.queries.execute(new ListFrameworks(url, question));
  }

  @Get(':number')
  @ReadRoute('Un référentiel : blocs, fonctions, modalités')
  show(@Param('number') number: string, @Query() question: ReadQuestion): Promise<object> {
    return this.queries.execute(new ShowFramework(number, question));
  }
}
