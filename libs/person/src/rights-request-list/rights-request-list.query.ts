import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { ListQuestion, listPage, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';
import { opened, Vault } from '@minutier/vault';

import { rightsRequestList } from './rights-request-list.projection.js';

/** Which requests. */
export class RightsRequestsQuestion extends ListQuestion {
  @ApiPropertyOptional({
    description: 'Only those that await their answer, or only those that have it.',
    enum: ['yes', 'no'],
  })
  @IsOptional()
  @IsIn(['yes', 'no'], { context: { code: 'NOT_A_CHOICE' } })
  readonly pending?: string;
}

export const listRightsRequestsSlice = readSlice('ListRightsRequests', {
  get: 'rights-requests',
  tag: 'persons',
  summary: 'Les demandes d’exercice de droits, par échéance',
  question: RightsRequestsQuestion,
  needs: [Views, Vault],
  answer({ question, url }, views, vault) {
    const selection = { where: { pending: question.pending }, orderBy: 'due' };
    return listPage(views, rightsRequestList, selection, question, url, ({ row }) => opened(vault, row));
  },
});

export const listRightsRequestsOfPersonSlice = readSlice('ListRightsRequestsOfPerson', {
  get: 'persons/:personId/rights-requests',
  tag: 'persons',
  summary: 'Les demandes d’exercice de droits d’une personne',
  question: ListQuestion,
  needs: [Views, Vault],
  answer({ path: { personId }, question, url }, views, vault) {
    const selection = { where: { personId }, orderBy: 'received' };
    return listPage(views, rightsRequestList, selection, question, url, ({ row }) => opened(vault, row));
  },
});
