import { ActOfAuthority } from '@minutier/framework';
import { CivilDateField, CodesField, IdField, PersonalChoicesField } from '@minutier/intake';
import type { Personal, Receipt } from '@minutier/ledger';

export const MEASURES = ['extra-time-third', 'equipment', 'separate-room', 'reader', 'scribe'] as const;

/** What granting an accommodation answers: also its id, by which sittings and evaluations name it. */
export interface AccommodationReceipt extends Receipt {
  readonly accommodationId: string;
}

/** Grants measures for evaluations. They tell of health, so they are sealed whole; the diagnosis is never recorded. */
export class GrantAccommodation extends ActOfAuthority<AccommodationReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @PersonalChoicesField('appraisal', MEASURES, {
    description: 'The measures, by code; sealed. Never the diagnosis.',
    example: ['extra-time-third'],
    min: 1,
  })
  readonly measures!: Personal<readonly (typeof MEASURES)[number][]>;

  @CivilDateField({ description: 'First day.', example: '2018-11-05' })
  readonly from!: string;

  @CivilDateField({ description: 'Last day; none: the end of the candidacy.', example: '2019-09-30', optional: true })
  readonly until?: string;

  @CodesField({ description: 'Lines concerned; none: all.', example: ['F8-M1'], optional: true })
  readonly modalities?: readonly string[];

  @CivilDateField({ description: 'Day of the decision.', example: '2018-11-05' })
  readonly decidedOn!: string;
}
