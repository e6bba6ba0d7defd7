import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { type IntakeRequest, ListQuestion, type Page, ReadQuestion, ReadRoute } from '@minutier/intake';

import type { OpenCohortState } from '../cohort.state.js';
import { ListCohorts, ShowCohort } from './cohort-list.query.js';

@Controller('cohorts')
@ApiTags('cohorts')
export class CohortListController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute('Promotions')
  list(@Query() question: ListQuestion, @Req() { url }: IntakeRequest): Promise<Page<OpenCohortState>> {
    return this.queries.execute(new ListCohorts(url, question));
  }

  @Get(':cohortId')
  @ReadRoute('Une promotion')
  show(@Param('cohortId') cohortId: string, @Query() question: ReadQuestion): Promise<object> {
    return this.queries.execute(new ShowCohort(cohortId, question));
  }
}
