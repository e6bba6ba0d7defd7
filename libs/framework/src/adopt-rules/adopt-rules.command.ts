import {
  ChoiceField,
  ChoicesField,
  CivilDateField,
  CodeField,
  DecimalField,
  FlagField,
  IntegerField,
  ListField,
  ObjectField,
  RecordedCommand,
  TextField,
} from '@minutier/intake';

import { type Route, ROUTES } from '../framework.events.js';
import { COUNTING_ATTEMPTS, MISSING_POLICIES, type MissingPolicy, ROUNDING_MODES } from '../rules-policies.js';
import { AuthorityInput, FrameworkReferenceInput } from '../act-input.js';

const SLUG = /^[a-z0-9][a-z0-9-]{0,39}$/;

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

export class ModalityRuleInput {
  @CodeField({ description: 'Line of the fiche.', example: 'F6-M3' })
  readonly modality!: string;

  @CodeField({ description: 'Scale of its marks.', example: 'twenty', optional: true })
  readonly scale?: string;

  @DecimalField({ description: 'Weight in its function.', example: '2', optional: true })
  readonly coefficient?: string;

  @DecimalField({ description: 'A mark below it leaves the function below.', example: '6', optional: true })
  readonly floor?: string;

  @ChoiceField(MISSING_POLICIES, { description: 'What a missing mark does.', example: 'blocks', optional: true })
  readonly missing?: MissingPolicy;

  @ChoiceField(MISSING_POLICIES, { description: 'What a justified absence does.', example: 'neutral', optional: true })
  readonly justifiedAbsence?: MissingPolicy;

  @ChoiceField(MISSING_POLICIES, { description: 'What an unjustified absence does.', example: 'zero', optional: true })
  readonly unjustifiedAbsence?: MissingPolicy;

  @ChoiceField(COUNTING_ATTEMPTS, { description: 'Which attempt counts.', example: 'last', optional: true })
  readonly countingAttempt?: (typeof COUNTING_ATTEMPTS)[number];

  @IntegerField({
    description: 'Marks expected on an uncounted line (A07).',
    example: 2,
    min: 1,
    max: 20,
    optional: true,
  })
  readonly expectedOccurrences?: number;

  @ChoicesField(ROUTES, {
    description: 'Routes whose candidates sit it.',
    example: ['FI', 'FC', 'CQ', 'CL'],
    optional: true,
  })
  readonly routes?: Route[];
}

/** Adopts the institution's rules for a published framework; what is left out has a documented default, and says so. */
export class AdoptRules extends RecordedCommand {
  @CodeField({ description: 'Short name of the rules.', example: 'reglement-28684', pattern: SLUG })
  readonly rulesId!: string;

  @ObjectField(() => FrameworkReferenceInput, { description: 'The framework that they apply to.' })
  readonly framework!: FrameworkReferenceInput;

  @ObjectField(() => AuthorityInput, { description: 'Who adopted them.' })
  readonly authority!: AuthorityInput;

  @CivilDateField({ description: 'Date of adoption.', example: '2018-06-28' })
  readonly adoptedOn!: string;

  @ObjectField(() => RulesSourceInput, { description: 'The text adopted.', optional: true })
  readonly source?: RulesSourceInput;

  @ListField(() => ScaleInput, { description: 'Scales of marks.', max: 10, optional: true })
  readonly scales?: ScaleInput[];

  @CodeField({ description: 'Numeric scale on which results are compared.', example: 'twenty', optional: true })
  readonly referenceScale?: string;

  @ObjectField(() => RoundingsInput, { description: 'Rounding at each level.', optional: true })
  readonly rounding?: RoundingsInput;

  @ObjectField(() => BlockRuleInput, { description: 'When a block is validated.', optional: true })
  readonly blockRule?: BlockRuleInput;

  @ObjectField(() => TitleRuleInput, { description: 'When an admission is proposed.', optional: true })
  readonly titleRule?: TitleRuleInput;

  @ListField(() => MentionInput, { description: 'Mentions.', max: 10, optional: true })
  readonly mentions?: MentionInput[];

  @ChoiceField(['all-listed', 'any-listed'], {
    description: 'Reading of the partial clause (A12).',
    example: 'all-listed',
    optional: true,
  })
  readonly partialReading?: 'all-listed' | 'any-listed';

  @ListField(() => FunctionCoefficientInput, {
    description: 'Weights of functions; 1 where not named.',
    max: 50,
    optional: true,
  })
  readonly functionCoefficients?: FunctionCoefficientInput[];

  @ListField(() => BlockCoefficientInput, {
    description: 'Weights of blocks; 1 where not named.',
    max: 20,
    optional: true,
  })
  readonly blockCoefficients?: BlockCoefficientInput[];

  @ListField(() => ModalityRuleInput, {
    description: 'Rules of single lines; defaults for the others.',
    max: 100,
    optional: true,
  })
  readonly modalityRules?: ModalityRuleInput[];
}
