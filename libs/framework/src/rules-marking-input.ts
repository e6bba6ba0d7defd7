import {
  ChoiceField,
  ChoicesField,
  CodeField,
  CodesField,
  DecimalField,
  FlagField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '@minutier/intake';

import { SomeCodesField } from './code-lists.js';
import { type Route, ROUTES } from './framework.events.js';
import { RoundingInput } from './rules-header-input.js';

export class OwnBlockRuleInput {
  @CodeField({ description: 'Block whose rule differs.', example: 'RNCP28684BC03' })
  readonly block!: string;

  @DecimalField({ description: 'It is validated from this mean on, on the reference scale.', example: '12' })
  readonly threshold!: string;

  @DecimalField({ description: 'A function below it leaves the block unvalidated.', example: '8', optional: true })
  readonly functionFloor?: string;

  @FlagField({ description: 'Another block may compensate it, where the title rule allows it.', example: false })
  readonly compensable!: boolean;
}

export class AttemptRuleInput {
  @CodeField({ description: 'Line; left out: every line without a rule of its own.', example: 'F6-M3', optional: true })
  readonly modality?: string;

  @IntegerField({ description: 'Attempts at most; left out: no limit.', example: 2, min: 1, max: 20, optional: true })
  readonly attemptsMax?: number;

  @DecimalField({ description: 'Highest mark that counts for a re-sit.', example: '10', optional: true })
  readonly resitCap?: string;

  @FlagField({ description: 'Who was absent without justification may sit again.', example: true })
  readonly withoutFirstAttempt!: boolean;
}

export class MarkingRuleInput {
  @CodeField({ description: 'Line; left out: every line without a rule of its own.', example: 'F6-M3', optional: true })
  readonly modality?: string;

  @IntegerField({ description: 'Least assessors of a result.', example: 2, min: 1, max: 10 })
  readonly assessorsMin!: number;

  @FlagField({ description: 'Each marks without knowing the others’ marks.', example: false })
  readonly blind!: boolean;

  @DecimalField({
    description: 'Largest gap of two blind marks without a further marker.',
    example: '4',
    optional: true,
  })
  readonly gapMax?: string;
}

export class CompanyPeriodInput {
  @ChoicesField(ROUTES, { description: 'Routes concerned.', example: ['CQ'], min: 1 })
  readonly routes!: Route[];

  @IntegerField({ description: 'Least days of presence.', example: 90, min: 1, max: 1_000 })
  readonly daysMin!: number;

  @ChoiceField(['warns', 'blocks'], { description: 'What the proposal does below it.', example: 'warns' })
  readonly consequence!: 'warns' | 'blocks';
}

export class GridCriterionInput {
  @CodeField({ description: 'Code that assessors’ grids cite.', example: 'DIAGNOSTIC' })
  readonly code!: string;

  @TextField({ description: 'Its wording, as adopted.', example: 'Pertinence du diagnostic', max: 300 })
  readonly labelExact!: string;

  @CodesField({ description: 'Competencies of the fiche that it shows; may be empty.', example: ['A1-C1'] })
  readonly competencies!: string[];

  @CodeField({ description: 'Scale of its results.', example: 'twenty' })
  readonly scale!: string;

  @DecimalField({ description: 'Weight; 0: it informs only.', example: '1' })
  readonly coefficient!: string;
}

export class AdoptedGridInput {
  @CodeField({ description: 'Identifier that assessors’ grids cite.', example: 'GRILLE-SOUTENANCE' })
  readonly gridId!: string;

  @IntegerField({ description: 'Version of the grid.', example: 1, min: 1, max: 1_000 })
  readonly gridVersion!: number;

  @TextField({ description: 'Name printed, as adopted.', example: 'Grille de soutenance', max: 300 })
  readonly labelExact!: string;

  @SomeCodesField({ description: 'Lines on which it may be used.', example: ['F6-M3'], max: 100 })
  readonly modalities!: string[];

  @ChoiceField(['weighted-mean', 'sum'], {
    description: 'How its criteria give the assessor’s result; left out: they only inform it.',
    example: 'weighted-mean',
    optional: true,
  })
  readonly aggregation?: 'weighted-mean' | 'sum';

  @ObjectField(() => RoundingInput, { description: 'Rounding of that result.', optional: true })
  readonly rounding?: RoundingInput;

  @ListField(() => GridCriterionInput, { description: 'Criteria, in order.', min: 1, max: 60 })
  readonly criteria!: GridCriterionInput[];
}
