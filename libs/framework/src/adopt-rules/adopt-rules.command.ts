import { ChoiceField, CivilDateField, CodeField, ListField, ObjectField, RecordedCommand } from '@minutier/intake';

import { AuthorityInput, FrameworkReferenceInput } from '../act-input.js';
import { SLUG } from '../rules-address.js';
import { DeadlineInput, DecisionCodeInput, PaperInput } from '../rules-decisions-input.js';
import {
  BlockCoefficientInput,
  BlockRuleInput,
  FunctionCoefficientInput,
  MentionInput,
  RoundingsInput,
  RulesSourceInput,
  ScaleInput,
  TitleRuleInput,
} from '../rules-header-input.js';
import { JuryProfileInput, LinkConsequenceInput } from '../rules-juries-input.js';
import { ModalityRuleInput, SubstituteLineInput } from '../rules-lines-input.js';
import {
  AdoptedGridInput,
  AttemptRuleInput,
  CompanyPeriodInput,
  MarkingRuleInput,
  OwnBlockRuleInput,
} from '../rules-marking-input.js';

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

  @ListField(() => SubstituteLineInput, {
    description: 'Lines of the rules’ own that replace some of the fiche’s on some routes (A19); none where left out.',
    max: 50,
    optional: true,
  })
  readonly substituteLines?: SubstituteLineInput[];

  @ListField(() => OwnBlockRuleInput, { description: 'Blocks that differ from `blockRule`.', max: 20, optional: true })
  readonly blockRules?: OwnBlockRuleInput[];

  @ListField(() => AttemptRuleInput, { description: 'Re-sits; no limit where left out.', max: 100, optional: true })
  readonly attemptRules?: AttemptRuleInput[];

  @ListField(() => MarkingRuleInput, { description: 'How many assess, and whether blind.', max: 100, optional: true })
  readonly markingRules?: MarkingRuleInput[];

  @ListField(() => CompanyPeriodInput, { description: 'Least presence in company.', max: 10, optional: true })
  readonly companyPeriods?: CompanyPeriodInput[];

  @ListField(() => AdoptedGridInput, { description: 'Assessment grids.', max: 60, optional: true })
  readonly grids?: AdoptedGridInput[];

  @ListField(() => JuryProfileInput, { description: 'Juries, by route and date.', max: 20, optional: true })
  readonly juryProfiles?: JuryProfileInput[];

  @ListField(() => LinkConsequenceInput, {
    description: 'What a tie between juror and candidate entails.',
    max: 200,
    optional: true,
  })
  readonly linkConsequences?: LinkConsequenceInput[];

  @ListField(() => DecisionCodeInput, { description: 'Codes printed for decisions.', max: 50, optional: true })
  readonly decisionLegend?: DecisionCodeInput[];

  @ListField(() => DeadlineInput, { description: 'Duties and their length.', max: 50, optional: true })
  readonly deadlines?: DeadlineInput[];

  @ListField(() => PaperInput, { description: 'Papers issued.', max: 6, optional: true })
  readonly papers?: PaperInput[];
}
