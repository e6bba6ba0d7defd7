import {
  CivilDateField,
  CodeField,
  FlagField,
  IdField,
  IdsField,
  IntegerField,
  ObjectField,
  PersonalObjectField,
  PersonalTextField,
} from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { type AssessmentReceipt, GridInput, PlaceInput, ResultInput } from '../assessment-input.js';

export class BlindMarkInput {
  @ObjectField(() => ResultInput, { description: 'Own result.', example: { scale: 'twenty', value: '14' } })
  readonly result!: ResultInput;

  @ObjectField(() => GridInput, { description: 'The grid under it.', optional: true })
  readonly grid?: GridInput;
}

export class BlindFactsInput {
  @CodeField({ description: 'Of a case study: code of the subject.', example: 'EC-2019-03', optional: true })
  readonly subjectCode?: string;

  @CivilDateField({ description: 'Of a report: day on which it was handed in.', example: '2019-06-03', optional: true })
  readonly filedOn?: string;

  @IdField({ description: 'Of a report: the company assessment that it goes with.', optional: true })
  readonly companyEvaluationId?: string;
}

/**
 * Submits one assessor's mark of work that several mark without knowing the others' marks. How it was held and the facts
 * of its kind are given each time, since nobody knows who will be the last: those of the last are recorded.
 */
export class SubmitBlindMark extends PlaceInput<AssessmentReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The assessor, known to the vault.' })
  readonly assessorId!: string;

  @PersonalObjectField('appraisal', () => BlindMarkInput, {
    description: 'Own mark: sealed, and read by nobody before the last is in.',
    example: { result: { scale: 'twenty', value: '14' } },
  })
  readonly mark!: Personal<BlindMarkInput>;

  @PersonalTextField('appraisal', { description: 'Comment, opened as the mark is.', max: 1_500, optional: true })
  readonly appreciation?: Personal;

  @IntegerField({
    description: 'How many marks are awaited, where more than the rules ask.',
    example: 2,
    min: 2,
    max: 5,
    optional: true,
  })
  readonly marksExpected?: number;

  @FlagField({ description: 'There was written work.', example: true })
  readonly written!: boolean;

  @FlagField({ description: 'There was an oral.', example: false })
  readonly oral!: boolean;

  @CodeField({ description: 'Language (ISO 639-1).', example: 'fr', pattern: /^[a-z]{2}$/, optional: true })
  readonly language?: string;

  @IdField({ description: 'The sitting.', optional: true })
  readonly sittingId?: string;

  @IdsField({ description: 'Accommodations that were applied.', max: 10, optional: true })
  readonly accommodationIds?: string[];

  @ObjectField(() => BlindFactsInput, {
    description: 'The facts of its kind.',
    example: { subjectCode: 'EC-2019-03' },
    optional: true,
  })
  readonly facts?: BlindFactsInput;

  @PersonalTextField('appraisal', {
    description: 'The subject in words, where it was the candidate’s own.',
    optional: true,
  })
  readonly subject?: Personal;

  @PersonalTextField('appraisal', { description: 'Title of the report.', optional: true })
  readonly reportTitle?: Personal;
}
