import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { GROUP_WORK_VOIDED_REASONS } from '../groupwork.events.js';

/** Voids a group's work whole: each member's file voids its line, by reaction. */
export class VoidGroupWork extends ActOfAuthority {
  @IdField({ description: 'The group work.' })
  readonly groupWorkId!: string;

  @ChoiceField(GROUP_WORK_VOIDED_REASONS, { description: 'Why.', example: 'recorded-in-error' })
  readonly reason!: (typeof GROUP_WORK_VOIDED_REASONS)[number];
}
