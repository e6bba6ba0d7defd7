import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { found, type ListQuestion, listPage, type Page, type ReadQuestion } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';

import { type FrameworkAnswer, frameworkAnswer, frameworkCatalogue } from './framework-catalogue.projection.js';

export class ShowFramework extends Query<FrameworkAnswer & { asOf: LogMoment }> {
  constructor(
    readonly number: string,
    readonly question: ReadQuestion,
  ) {
    super();
  }
}

@QueryHandler(ShowFramework)
export class ShowFrameworkHandler implements IQueryHandler<ShowFramework> {
  constructor(private readonly views: Views) {}

  async execute({ number, question }: ShowFramework): Promise<FrameworkAnswer & { asOf: LogMoment }> {
    const asOf = await this.views.at(question);
    const { row } = found(await this.views.get(frameworkCatalogue, number, asOf));
    return { ...frameworkAnswer(row)!, asOf };
  }
}

/** A framework in a list. */
export interface FrameworkItem {
  readonly number: string;
  readonly version: number;
  readonly titleExact: string;
  readonly registration: FrameworkAnswer['registration'];
}

export class ListFrameworks extends Query<Page<FrameworkItem>> {
  constructor(
    readonly url: string,
    readonly question: ListQuestion,
  ) {
    super();
  }
}

@QueryHandler(ListFrameworks)
export class ListFrameworksHandler implements IQueryHandler<ListFrameworks> {
  constructor(private readonly views: Views) {}

  execute({ url, question }: ListFrameworks): Promise<Page<FrameworkItem>> {
    return listPage(this.views, frameworkCatalogue, { orderBy: 'number' }, question, url, ({ row }) => {
      const { number, version, titleExact, registration } = row.versions.at(-1)!;
      return { number, version, titleExact, registration };
    });
  }
}
