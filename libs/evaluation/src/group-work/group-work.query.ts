import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { found, type ListQuestion, listPage, type Page, type ReadQuestion } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { opened, Vault } from '@minutier/vault';

import { groupWorks, type GroupWorkRow } from './group-work.projection.js';

export class ShowGroupWork extends Query<GroupWorkRow & { asOf: LogMoment; incomplete: boolean }> {
  constructor(
    readonly groupWorkId: string,
    readonly question: ReadQuestion,
  ) {
    super();
  }
}

@QueryHandler(ShowGroupWork)
export class ShowGroupWorkHandler implements IQueryHandler<ShowGroupWork> {
  constructor(
    private readonly views: Views,
    private readonly vault: Vault,
  ) {}

  async execute({
    groupWorkId,
    question,
  }: ShowGroupWork): Promise<GroupWorkRow & { asOf: LogMoment; incomplete: boolean }> {
    const asOf = await this.views.at(question);
    const { row } = found(await this.views.get(groupWorks, groupWorkId, asOf));
    const incomplete = this.views.isIncomplete(groupWorks, groupWorkId);
    return { ...(await opened(this.vault, row)), asOf, incomplete };
  }
}

export class ListGroupWorks extends Query<Page<GroupWorkRow>> {
  constructor(
    readonly cohortId: string,
    readonly url: string,
    readonly question: ListQuestion,
  ) {
    super();
  }
}

@QueryHandler(ListGroupWorks)
export class ListGroupWorksHandler implements IQueryHandler<ListGroupWorks> {
  constructor(
    private readonly views: Views,
    private readonly vault: Vault,
  ) {}

  execute({ cohortId, url, question }: ListGroupWorks): Promise<Page<GroupWorkRow>> {
    return listPage(this.views, groupWorks, { where: { cohortId } }, question, url, ({ row }) =>
      opened(this.vault, row),
    );
  }
}
