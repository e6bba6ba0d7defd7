import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { found, type ListQuestion, listPage, type Page, type ReadQuestion } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';

import type { OpenCohortState } from '../cohort.state.js';
import { cohortList } from './cohort-list.projection.js';

export class ListCohorts extends Query<Page<OpenCohortState>> {
  constructor(
    readonly url: string,
    readonly question: ListQuestion,
  ) {
    super();
  }
}

@QueryHandler(ListCohorts)
export class ListCohortsHandler implements IQueryHandler<ListCohorts> {
  constructor(private readonly views: Views) {}

  execute({ url, question }: ListCohorts): Promise<Page<OpenCohortState>> {
    return listPage(this.views, cohortList, { orderBy: 'code' }, question, url, ({ row }) => row);
  }
}

export class ShowCohort extends Query<OpenCohortState & { asOf: LogMoment }> {
  constructor(
    readonly cohortId: string,
    readonly question: ReadQuestion,
  ) {
    super();
  }
}

@QueryHandler(ShowCohort)
export class ShowCohortHandler implements IQueryHandler<ShowCohort> {
  constructor(private readonly views: Views) {}

  async execute({ cohortId, question }: ShowCohort): Promise<OpenCohortState & { asOf: LogMoment }> {
    const asOf = await this.views.at(question);
    return { ...found(await this.views.get(cohortList, cohortId, asOf)).row, asOf };
  }
}
