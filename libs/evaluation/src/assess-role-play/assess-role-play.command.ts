import { ObjectField, PersonalTextField } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { AssessmentInput, RolePlayFactsInput } from '../assessment-input.js';

/** Records a role play (mise en situation professionnelle) of one candidate. */
export class AssessRolePlay extends AssessmentInput {
  @ObjectField(() => RolePlayFactsInput, { description: 'The scenario.', optional: true })
  readonly facts?: RolePlayFactsInput;

  @PersonalTextField('appraisal', { description: 'How it went, where it departed from the scenario.', optional: true })
  readonly scenario?: Personal;
}
