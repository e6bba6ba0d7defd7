import { frameworkCatalogue } from '@minutier/framework';
import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { opened, Vault } from '@minutier/vault';

import { awardList, type AwardRow } from './award-list.projection.js';
import { personFile } from './person-file.projection.js';
import { personsReadWith } from './person-file.query.js';

/** An award with its block, by code and label: a number alone is ambiguous. */
export interface ShownAward extends Omit<AwardRow, 'block'> {
  readonly block: { readonly code: string; readonly label: string };
}

export const listAwardsSlice = readSlice('ListAwards', {
  get: 'persons/:personId/awards',
  tag: 'persons',
  summary: 'Les blocs acquis d’une personne, avec ceux des personnes fusionnées',
  question: ReadQuestion,
  needs: [Views, Vault],
  async answer({ path: { personId }, question }, views, vault) {
    const asOf = await views.at(question);
    found(await views.get(personFile, personId, asOf));
    const persons = await personsReadWith(views, personId, asOf);
    const items = await awardsOf(views, vault, persons, asOf);
    const incomplete = persons.some((id) => [personFile, awardList].some((one) => views.isIncomplete(one, id)));
    return { personId, survivorId: persons[0] === personId ? null : persons[0], items, next: null, asOf, incomplete };
  },
});

/** The awards of one human being, under whichever id each was registered, by day. */
export async function awardsOf(
  views: Views,
  vault: Pick<Vault, 'unseal'>,
  persons: readonly string[],
  at: LogMoment,
): Promise<readonly ShownAward[]> {
  const found = await Promise.all(
    persons.map((personId) => views.find(awardList, { where: { personId }, orderBy: 'obtained' }, at)),
  );
  const rows = found.flat().map(({ row }) => row);
  rows.sort((one, other) => (one.obtainedOn < other.obtainedOn ? -1 : one.obtainedOn > other.obtainedOn ? 1 : 0));
  return Promise.all(
    rows.map(async (row) => ({
      ...(await opened(vault, row)),
      block: { code: row.block, label: await labelOf(views, row, at) },
    })),
  );
}

async function labelOf(views: Views, { framework, block }: AwardRow, at: LogMoment): Promise<string> {
  const published = (await views.get(frameworkCatalogue, framework.number, at))?.row.versions[framework.version - 1];
  return published!.blocks.find(({ code }) => code === block)!.label;
}
