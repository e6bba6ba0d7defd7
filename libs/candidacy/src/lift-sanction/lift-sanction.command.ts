import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, IdField } from '@minutier/intake';

import { SANCTION_LIFTED_REASONS } from '../discipline.events.js';

/** Ends the effect of a sanction: on appeal, by a court, or because it was decided in error. */
export class LiftSanction extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The sanction.' })
  readonly sanctionId!: string;

  @CivilDateField({ description: 'First day without it.', example: '2019-04-01' })
  readonly liftedOn!: string;

  @IdField({ description: 'The appeal that was upheld.', optional: true })
  readonly appealId?: string;

  @ChoiceField(SANCTION_LIFTED_REASONS, { description: 'Why.', example: 'appeal-upheld' })
  readonly reason!: (typeof SANCTION_LIFTED_REASONS)[number];
}
