import { stringify } from 'csv-stringify/sync';

import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

import { candidacyStanding, candidateFile, evaluationList, type StandingRow } from '@minutier/candidacy';
import { cohortList } from '@minutier/cohort';
import { frameworkCatalogue, ruleOf, rulesCatalogue } from '@minutier/framework';
import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';
import { identityAt } from '@minutier/person';
import { namesOf, Vault } from '@minutier/vault';

import { type Covering, isCovered } from '../place.js';

/** For which place of the fiche the sheet is. */
export class BlankSheetQuestion extends ReadQuestion {
  @ApiPropertyOptional({ description: 'Line of the fiche.', example: 'F1-M1', required: true })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/, { context: { code: 'NOT_A_CODE' } })
  readonly modality!: string;

  @ApiPropertyOptional({
    description: 'Which of the line’s evaluations; the first where nothing is said.',
    example: '1',
  })
  @IsOptional()
  @Matches(/^[1-9]\d?$/, { context: { code: 'OUT_OF_RANGE' } })
  readonly occurrence?: string;

  @ApiPropertyOptional({ description: 'Which attempt; the first where nothing is said.', example: '1' })
  @IsOptional()
  @Matches(/^[1-9]$/, { context: { code: 'OUT_OF_RANGE' } })
  readonly attempt?: string;
}

/** The sheet to fill in, which goes to assessors and so shows names alone: who is under way, sits that line by his route, and has neither a mark at that place nor what stands for one, as lines and as a table for a spreadsheet. */
export const showBlankMarkSheetSlice = readSlice('ShowBlankMarkSheet', {
  get: 'cohorts/:cohortId/mark-sheet',
  tag: 'mark sheets',
  summary: 'La feuille de notes à remplir, en lignes et en tableau (`csv`)',
  question: BlankSheetQuestion,
  needs: [Views, Vault],
  async answer({ path: { cohortId }, question }, views, vault) {
    const asOf = await views.at(question);
    const { row: cohort } = found(await views.get(cohortList, cohortId, asOf));
    const adopted = await views.get(rulesCatalogue, cohort.rules.id, asOf);
    const rules = adopted?.row.versions[cohort.rules.version - 1];
    const { number, version } = cohort.framework;
    const framework = (await views.get(frameworkCatalogue, number, asOf))?.row.versions[version - 1];
    const { modality, occurrence = '1', attempt = '1' } = question;
    const files = await views.find(candidateFile, { where: { cohortId }, orderBy: 'candidateNumber' }, asOf);
    const lines = [];
    for (const { row } of files) {
      const sits = rules && framework && ruleOf(rules, modality)?.routes.includes(row.route);
      if (row.departure !== null || !sits) continue;
      const acts = await views.get(candidacyStanding, row.candidacyId, asOf);
      if (acts && isCovered(modality, coveringIn(acts.row), framework, rules)) continue;
      const standing = await views.find(evaluationList, { where: { candidacyId: row.candidacyId } }, asOf);
      const marked = standing.some(
        ({ row: one }) =>
          one.modality === modality && one.occurrence === Number(occurrence) && one.attempt === Number(attempt),
      );
      if (marked) continue;
      const { candidacyId, candidateNumber } = row;
      lines.push({
        candidacyId,
        candidateNumber,
        identity: namesOf(await identityAt(views, vault, row.personId, asOf)),
      });
    }
    const rows = lines.map(({ candidateNumber, identity }) => [
      candidateNumber,
      identity && 'birthName' in identity ? (identity.usualName ?? identity.birthName) : '',
      identity && 'birthName' in identity ? identity.firstNames : '',
      '',
      '',
      '',
    ]);
    const titles = ['candidat', 'nom', 'prénoms', 'note', 'absence', 'appréciation'];
    // What spreadsheets would run as a formula is quoted into text.
    const csv = stringify([titles, ...rows], {
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
    });
    return { modality, occurrence: Number(occurrence), attempt: Number(attempt), lines, csv, asOf };
  },
});

function coveringIn({ equivalences, carryOvers }: StandingRow): Covering {
  return {
    equivalences: equivalences.filter(({ ended }) => !ended),
    carriedBlocks: carryOvers.filter(({ ended }) => !ended).map(({ block }) => block),
  };
}
