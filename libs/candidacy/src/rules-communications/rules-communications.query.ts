import { ApiPropertyOptional } from '@nestjs/swagger';
import { cohortList, type Pin } from '@minutier/cohort';
import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { type LogMoment, type ViewRow, Views } from '@minutier/ledger';
import { IsOptional, IsUUID } from 'class-validator';

import { type RulesTold, rulesTold } from '../rules-told.js';
import { informedCandidacies, type InformedCandidacyRow } from './informed-candidacies.projection.js';
import { type CommunicationRow, rulesCommunications } from './rules-communications.projection.js';

/** What the communications of a cohort may be asked. */
export class RulesCommunicationsQuestion extends ReadQuestion {
  @ApiPropertyOptional({ description: 'The candidacy for which it is told what it was told, and when.' })
  @IsOptional()
  @IsUUID('all', { context: { code: 'NOT_A_UUID' } })
  readonly candidacy?: string;
}

/** Who was told by name in one communication. */
type Recipient = Pick<InformedCandidacyRow, 'candidacyId'> &
  Omit<InformedCandidacyRow['informed'][number], 'communicationId'>;

/** Which rules a cohort was pinned to, how they were made known, and, of one candidacy, when it was told. */
export interface RulesCommunicationsAnswer {
  readonly cohortId: string;
  readonly pins: readonly Pin[];
  readonly communications: readonly (CommunicationRow & { readonly recipients: readonly Recipient[] })[];
  /** Of the candidacy asked for; absent where none was. */
  readonly candidacyId?: string;
  readonly rules?: readonly RulesTold[];
  readonly asOf: LogMoment;
  /** True where a part of the answer waits in quarantine. */
  readonly incomplete: boolean;
}

export const showRulesCommunicationsSlice = readSlice('ShowRulesCommunications', {
  get: 'cohorts/:cohortId/rules-communications',
  tag: 'cohorts',
  summary: 'Quel règlement s’appliquait, et quand le candidat en a-t-il été informé ?',
  question: RulesCommunicationsQuestion,
  needs: [Views],
  async answer({ path: { cohortId }, question }, views): Promise<RulesCommunicationsAnswer> {
    const asOf = await views.at(question);
    const { pins } = found(await views.get(cohortList, cohortId, asOf)).row;
    const rows = await views.find(rulesCommunications, { where: { cohortId }, orderBy: 'ordinal' }, asOf);
    const told = await views.find(informedCandidacies, { where: { cohortId } }, asOf);
    const communications = rows.map(({ row }) => ({ ...row, recipients: recipientsOf(row, told) }));
    const incomplete =
      [cohortList, rulesCommunications].some((one) => views.isIncomplete(one, cohortId)) ||
      views.isIncomplete(informedCandidacies);
    const answer = { cohortId, pins, communications, asOf, incomplete };
    const { candidacy: candidacyId } = question;
    if (candidacyId === undefined) return answer;
    const { row } = found(told.find(({ key }) => key === candidacyId));
    return { ...answer, candidacyId, rules: rulesTold(pins, communications, row) };
  },
});

function recipientsOf(
  { communicationId }: CommunicationRow,
  told: readonly ViewRow<InformedCandidacyRow>[],
): readonly Recipient[] {
  return told.flatMap(({ row: { candidacyId, informed } }) =>
    informed
      .filter((one) => one.communicationId === communicationId)
      .map(({ informedOn, receipt }) => ({ candidacyId, informedOn, receipt })),
  );
}
