import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { type IntakeRequest, ListQuestion, type Page, ReadQuestion, ReadRoute } from '@minutier/intake';

import type { GroupWorkRow } from './group-work.projection.js';
import { ListGroupWorks, ShowGroupWork } from './group-work.query.js';

@Controller()
@ApiTags('group works')
export class GroupWorkController {
  constructor(private readonly queries: QueryBus) {}

  @Get('group-works/:groupWorkId')
  @ReadRoute('Un travail de groupe, et ce que devient chaque ligne')
  show(@Param('groupWorkId') groupWorkId: string, @Query() question: ReadQuestion): Promise<object> {
    return this.queries.execute(new ShowGroupWork(groupWorkId, question));
  }

  @Get('cohorts/:cohortId/group-works')
  @ReadRoute('Les travaux de groupe d’une promotion')
  list(
    @Param('cohortId') cohortId: string,
    @Query() question: ListQuestion,
    @Req() { url }: IntakeRequest,
  ): Promise<Page<GroupWorkRow>> {
    return this.queries.execute(new ListGroupWorks(cohortId, url, question));
  }
}
