import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { found, type ReadQuestion } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { type Erased, type Identity, Vault } from '@minutier/vault';

import { personFile } from './person-file.projection.js';

/** A person, the identity joined from the vault. */
export interface PersonAnswer {
  readonly personId: string;
  readonly identityVersion: number;
  readonly identity: Identity | Erased | null;
  readonly asOf: LogMoment;
}

export class ShowPerson extends Query<PersonAnswer> {
  constructor(
    readonly personId: string,
    readonly question: ReadQuestion,
  ) {
    super();
  }
}

@QueryHandler(ShowPerson)
export class ShowPersonHandler implements IQueryHandler<ShowPerson> {
  constructor(
    private readonly views: Views,
    private readonly vault: Vault,
  ) {}

  async execute({ personId, question }: ShowPerson): Promise<PersonAnswer> {
    const asOf = await this.views.at(question);
    const { identityVersion } = found(await this.views.get(personFile, personId, asOf)).row;
    return {
      personId,
      identityVersion,
      identity: (await this.vault.identity(personId, identityVersion)) ?? null,
      asOf,
    };
  }
}
