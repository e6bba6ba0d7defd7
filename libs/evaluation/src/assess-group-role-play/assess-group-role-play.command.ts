import { ObjectField } from '@minutier/intake';

import { RolePlayFactsInput } from '../assessment-input.js';
import { GroupWorkInput } from '../group-work-input.js';

/** Records a role play of a whole group, with each member's part (F1-M2, F3-M2: « travail en groupe et présentation orale »). */
export class AssessGroupRolePlay extends GroupWorkInput {
  @ObjectField(() => RolePlayFactsInput, { description: 'The scenario.' })
  readonly facts!: RolePlayFactsInput;
}
