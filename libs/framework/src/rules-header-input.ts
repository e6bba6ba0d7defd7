import { ChoiceField, CodeField, DecimalField, FlagField, ListField, ObjectField, TextField } from '@minutier/intake';

import { SLUG } from './rules-address.js';
import { ROUNDING_MODES } from './rules-policies.js';

export class RulesSourceInput {
  @CodeField({
    description: 'SHA-256 of the document, in hexadecimal.',
    example: 'a'.repeat(64),
    pattern: /^[0-9a-f]{64}$/,
  })
  readonly sha256!: string;

  @CodeField({ description: 'Kind of document.', example: 'pdf' })
  readonly kind!: string;
}

export class LevelInput {
  @CodeField({ description: 'Code of the level.', example: 'A', pattern: /^[A-Z0-9]{1,8}$/ })
  readonly code!: string;

  @TextField({ description: 'Its wording.', example: 'Acquis', max: 80 })
  readonly label!: string;

  @DecimalField({ description: 'What it is worth on the reference scale.', example: '16' })
  readonly value!: string;
}

export class ScaleInput {
  @CodeField({ description: 'Code of the scale.', example: 'twenty', pattern: SLUG })
  readonly code!: string;

  @ChoiceField(['numeric', 'level'], { description: 'Exact decimals, or levels.', example: 'numeric' })
  readonly kind!: 'numeric' | 'level';

  @DecimalField({ description: 'Lowest mark (numeric).', example: '0', optional: true })
  readonly min?: string;

  @DecimalField({ description: 'Highest mark (numeric).', example: '20', optional: true })
  readonly max?: string;

  @DecimalField({ description: 'Smallest difference between two marks (numeric).', example: '0.25', optional: true })
  readonly step?: string;

  @ListField(() => LevelInput, { description: 'Levels (level scale).', max: 20, optional: true })
  readonly levels?: LevelInput[];
}

export class RoundingInput {
  @ChoiceField(ROUNDING_MODES, { description: 'How.', example: 'half-up' })
  readonly mode!: (typeof ROUNDING_MODES)[number];

  @DecimalField({ description: 'To a multiple of this.', example: '0.01' })
  readonly step!: string;
}

export class RoundingsInput {
  @ObjectField(() => RoundingInput, { description: 'Results of modalities.', optional: true })
  readonly modality?: RoundingInput;

  @ObjectField(() => RoundingInput, { description: 'Results of functions.', optional: true })
  readonly function?: RoundingInput;

  @ObjectField(() => RoundingInput, { description: 'Results of blocks.', optional: true })
  readonly block?: RoundingInput;

  @ObjectField(() => RoundingInput, { description: 'Overall result.', optional: true })
  readonly title?: RoundingInput;
}

export class BlockRuleInput {
  @DecimalField({ description: 'A block is validated from this mean on, on the reference scale.', example: '10' })
  readonly threshold!: string;

  @DecimalField({ description: 'A function below it leaves the block unvalidated.', example: '8', optional: true })
  readonly functionFloor?: string;
}

export class TitleRuleInput {
  @FlagField({ description: 'Every block must be validated.', example: true })
  readonly everyBlock!: boolean;

  @FlagField({ description: 'One block’s mean may compensate another’s.', example: false })
  readonly compensationBetweenBlocks!: boolean;

  @DecimalField({ description: 'Overall mean needed.', example: '10', optional: true })
  readonly threshold?: string;
}

export class MentionInput {
  @CodeField({ description: 'Code of the mention.', example: 'bien' })
  readonly code!: string;

  @TextField({ description: 'Its wording.', example: 'Mention bien', max: 80 })
  readonly label!: string;

  @DecimalField({ description: 'From this overall mean on.', example: '14' })
  readonly from!: string;
}

export class FunctionCoefficientInput {
  @CodeField({ description: 'Code of the function.', example: 'F6' })
  readonly function!: string;

  @DecimalField({ description: 'Its weight in its block.', example: '2' })
  readonly coefficient!: string;
}

export class BlockCoefficientInput {
  @CodeField({ description: 'Code of the block.', example: 'RNCP28684BC02' })
  readonly block!: string;

  @DecimalField({ description: 'Its weight in the overall mean.', example: '2' })
  readonly coefficient!: string;
}
