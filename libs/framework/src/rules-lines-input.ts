import {
  ChoiceField,
  ChoicesField,
  CodeField,
  DecimalField,
  FlagField,
  IntegerField,
  ObjectField,
  TextField,
} from '@minutier/intake';

import { SomeCodesField } from './code-lists.js';
import { EVALUATION_KINDS, type EvaluationKind, type Route, ROUTES } from './framework.events.js';
import {
  COUNTING_ATTEMPTS,
  MISSING_POLICIES,
  type MissingPolicy,
  REPLACED_LEVELS,
  WORK_FORMS,
} from './rules-policies.js';

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

export class ReplacedInput {
  @ChoiceField(REPLACED_LEVELS, {
    description: 'What is replaced: whole blocks, functions or lines.',
    example: 'block',
  })
  readonly level!: (typeof REPLACED_LEVELS)[number];

  @SomeCodesField({ description: 'Which ones.', example: ['RNCP28684BC01'] })
  readonly codes!: string[];
}

/** Whatever no null can stand for must be said: a line of the rules has no fiche to take a default from. */
export class SubstituteLineInput {
  @CodeField({ description: 'What evaluations name as their line.', example: 'VAE-BC01' })
  readonly line!: string;

  @TextField({
    description: 'Wording printed, as adopted.',
    example: 'Entretien sur dossier, bloc « Mesurer »',
    max: 300,
  })
  readonly labelExact!: string;

  @ChoiceField(EVALUATION_KINDS, { description: 'Kind of evaluation.', example: 'vae-interview' })
  readonly kind!: EvaluationKind;

  @ChoiceField(WORK_FORMS, { description: 'Whose work.', example: 'individual' })
  readonly work!: (typeof WORK_FORMS)[number];

  @FlagField({ description: 'Written; left out: the rules do not say.', example: false, optional: true })
  readonly written?: boolean;

  @FlagField({ description: 'Oral; left out: the rules do not say.', example: true, optional: true })
  readonly oral?: boolean;

  @ObjectField(() => ReplacedInput, { description: 'What it stands for.' })
  readonly replaces!: ReplacedInput;

  @ChoicesField(ROUTES, { description: 'Routes concerned.', example: ['VAE'], min: 1 })
  readonly routes!: Route[];

  @CodeField({ description: 'Scale of its marks.', example: 'twenty' })
  readonly scale!: string;

  @DecimalField({ description: 'Weight among the lines that replace the same thing.', example: '1' })
  readonly coefficient!: string;

  @DecimalField({ description: 'A mark below it leaves what it replaces below.', example: '8', optional: true })
  readonly floor?: string;

  @ChoiceField(MISSING_POLICIES, { description: 'What a missing mark does.', example: 'blocks' })
  readonly missing!: MissingPolicy;

  @ChoiceField(MISSING_POLICIES, { description: 'What a justified absence does.', example: 'blocks' })
  readonly justifiedAbsence!: MissingPolicy;

  @ChoiceField(MISSING_POLICIES, { description: 'What an unjustified absence does.', example: 'zero' })
  readonly unjustifiedAbsence!: MissingPolicy;

  @ChoiceField(COUNTING_ATTEMPTS, { description: 'Which attempt counts.', example: 'last' })
  readonly countingAttempt!: (typeof COUNTING_ATTEMPTS)[number];

  @IntegerField({
    description: 'Marks expected; left out: as many as there are.',
    example: 1,
    min: 1,
    max: 20,
    optional: true,
  })
  readonly expectedOccurrences?: number;
}
