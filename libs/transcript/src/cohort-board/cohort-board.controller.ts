import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { type IntakeRequest, ListQuestion, type Page, ReadRoute } from '@minutier/intake';

import { type CohortBoardItem, ShowCohortBoard } from './cohort-board.query.js';

@Controller('cohorts/:cohortId/candidacies')
@ApiTags('cohorts')
export class CohortBoardController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute('Les candidats d’une promotion : ce qui est là, ce qui manque')
  show(
    @Param('cohortId') cohortId: string,
    @Query() question: ListQuestion,
    @Req() { url }: IntakeRequest,
  ): Promise<Page<CohortBoardItem>> {
    return this.queries.execute(new ShowCohortBoard(cohortId, url, question));
  }
}
