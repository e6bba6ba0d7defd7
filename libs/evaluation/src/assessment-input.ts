import { AuthorityInput } from '@minutier/framework';
import {
  ChoiceField,
  CivilDateField,
  CodeField,
  CodesField,
  FlagField,
  IdField,
  IdsField,
  IntegerField,
  ListField,
  ObjectField,
  PersonalTextField,
  RecordedCommand,
} from '@minutier/intake';
import type { Personal, Receipt } from '@minutier/ledger';

export class ResultInput {
  @CodeField({ description: 'Scale of the rules.', example: 'twenty' })
  readonly scale!: string;

  @CodeField({ description: 'Exact decimal, or level.', example: '14.50', pattern: /^[A-Za-z0-9.,+-]{1,16}$/ })
  readonly value!: string;
}

export class OutcomeInput {
  @ChoiceField(['result', 'absence', 'exemption'], { description: 'What came of it.', example: 'result' })
  readonly kind!: 'result' | 'absence' | 'exemption';

  @ObjectField(() => ResultInput, {
    description: 'The result.',
    example: { scale: 'twenty', value: '14.50' },
    optional: true,
  })
  readonly result?: ResultInput;

  @FlagField({ description: 'Whether the absence is justified.', optional: true })
  readonly justified?: boolean;

  @CodeField({ description: 'What justifies the absence.', example: 'CERT-0042', optional: true })
  readonly document?: string;

  @ObjectField(() => AuthorityInput, { description: 'Who exempted.', optional: true })
  readonly authority?: AuthorityInput;
}

export class CriterionInput {
  @CodeField({ description: 'Criterion of the grid.', example: 'C1' })
  readonly code!: string;

  @ObjectField(() => ResultInput, { description: 'Result on it.', example: { scale: 'twenty', value: '13' } })
  readonly result!: ResultInput;
}

export class GridInput {
  @CodeField({ description: 'The grid.', example: 'GRILLE-MSP' })
  readonly id!: string;

  @IntegerField({ description: 'Its version.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;

  @ListField(() => CriterionInput, { description: 'Results by criterion.', min: 1, max: 40 })
  readonly criteria!: CriterionInput[];
}

export class AssessorInput {
  @IdField({ description: 'The assessor, known to the vault.' })
  readonly assessorId!: string;

  @ObjectField(() => ResultInput, {
    description: 'Their own result.',
    example: { scale: 'twenty', value: '14' },
    optional: true,
  })
  readonly result?: ResultInput;

  @ObjectField(() => GridInput, { description: 'The grid under it.', optional: true })
  readonly grid?: GridInput;
}

export class ConductInput {
  @ListField(() => AssessorInput, { description: 'Who assessed.', min: 1, max: 9 })
  readonly assessors!: AssessorInput[];

  @ChoiceField(['single', 'agreement', 'mean'], { description: 'How the result was settled.', example: 'single' })
  readonly agreedBy!: 'single' | 'agreement' | 'mean';

  @FlagField({ description: 'There was written work.', example: true })
  readonly written!: boolean;

  @FlagField({ description: 'There was an oral.', example: false })
  readonly oral!: boolean;

  @CodeField({ description: 'Language (ISO 639-1).', example: 'fr', pattern: /^[a-z]{2}$/, optional: true })
  readonly language?: string;

  @IdField({ description: 'The sitting.', optional: true })
  readonly sittingId?: string;
}

/** Where an evaluation stands in a candidacy, and when it was held: also of a mark that is one of several. */
export abstract class PlaceInput<Answer = Receipt> extends RecordedCommand<Answer> {
  @CodeField({ description: 'Line of the fiche.', example: 'F1-M1' })
  readonly modality!: string;

  @IntegerField({ description: 'Which of the line’s evaluations.', example: 1, min: 1, max: 20 })
  readonly occurrence!: number;

  @IntegerField({ description: 'Which attempt.', example: 1, min: 1, max: 9 })
  readonly attempt!: number;

  @IntegerField({ description: 'Session of the cohort.', example: 1, min: 1, max: 20 })
  readonly session!: number;

  @IdField({ description: 'Centre that ran it.', optional: true })
  readonly centreId?: string;

  @CivilDateField({ description: 'Day on which it was held.', example: '2019-01-15' })
  readonly heldOn!: string;
}

/** An evaluation in its place, and how it was held: common to single and group work. */
export abstract class PlacedInput<Answer = Receipt> extends PlaceInput<Answer> {
  @ObjectField(() => ConductInput, {
    description: 'How it was held; given exactly when there is a result.',
    optional: true,
  })
  readonly conduct?: ConductInput;
}

/** What recording an evaluation answers: the receipt, and the id by which it is corrected. */
export interface AssessmentReceipt extends Receipt {
  readonly evaluationId: string;
}

/** The fields of every command that records one candidate’s evaluation. */
export abstract class AssessmentInput extends PlacedInput<AssessmentReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @ObjectField(() => OutcomeInput, {
    description: 'Result, absence or exemption.',
    example: { kind: 'result', result: { scale: 'twenty', value: '14.50' } },
  })
  readonly outcome!: OutcomeInput;

  @IdsField({ description: 'Accommodations that were applied.', max: 10, optional: true })
  readonly accommodationIds?: string[];

  @PersonalTextField('appraisal', { description: 'Appreciation, sealed.', optional: true })
  readonly appreciation?: Personal;
}

export class RolePlayFactsInput {
  @CodeField({ description: 'Code of the scenario.', example: 'MSP-2019-02' })
  readonly scenarioCode!: string;

  @CodesField({ description: 'Roles played by others.', example: ['client', 'media-agency'], max: 10 })
  readonly partners!: string[];
}
