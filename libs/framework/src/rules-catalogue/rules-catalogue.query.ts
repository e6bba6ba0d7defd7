import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { found, type ReadQuestion } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';

import type { Rules } from '../rules.state.js';
import { rulesCatalogue } from './rules-catalogue.projection.js';

/** All versions of a set of rules, the latest first. */
export interface RulesAnswer {
  readonly rulesId: string;
  readonly versions: readonly Rules[];
  readonly asOf: LogMoment;
}

export class ShowRules extends Query<RulesAnswer> {
  constructor(
    readonly rulesId: string,
    readonly question: ReadQuestion,
  ) {
    super();
  }
}

@QueryHandler(ShowRules)
export class ShowRulesHandler implements IQueryHandler<ShowRules> {
  constructor(private readonly views: Views) {}

  async execute({ rulesId, question }: ShowRules): Promise<RulesAnswer> {
    const asOf = await this.views.at(question);
    const { row } = found(await this.views.get(rulesCatalogue, rulesId, asOf));
    return { rulesId, versions: row.versions.toReversed(), asOf };
  }
}
