import {
  ChoiceField,
  CivilDateField,
  CodeField,
  IdField,
  ListField,
  ObjectField,
  RecordedCommand,
} from '@minutier/intake';

import { RULES_CHANNELS, type RulesCommunicated } from '../cohort.events.js';
import { RulesReferenceInput } from '../cohort-input.js';

export class RulesRecipientInput {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CivilDateField({ description: 'When this candidate was told; none: as all.', example: '2018-10-08', optional: true })
  readonly informedOn?: string;

  @CodeField({ description: 'Acknowledgement of receipt.', example: 'AR-2018-0042', optional: true })
  readonly receipt?: string;
}

/** Records that the rules were made known to a whole cohort, or to those whom it lists. */
export class CommunicateRules extends RecordedCommand {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @ObjectField(() => RulesReferenceInput, {
    description: 'The version made known.',
    example: { id: 'reglement-28684', version: 1 },
  })
  readonly rules!: RulesReferenceInput;

  @ChoiceField(RULES_CHANNELS, { description: 'How.', example: 'hand-delivery' })
  readonly channel!: RulesCommunicated['data']['channel'];

  @CivilDateField({ description: 'When.', example: '2018-10-01' })
  readonly communicatedOn!: string;

  @CodeField({ description: 'Proof.', example: 'EMARG-2018-01', optional: true })
  readonly document?: string;

  @ListField(() => RulesRecipientInput, {
    description: 'Who was told; none: everyone enrolled until now.',
    min: 1,
    max: 300,
    optional: true,
  })
  readonly recipients?: RulesRecipientInput[];
}
