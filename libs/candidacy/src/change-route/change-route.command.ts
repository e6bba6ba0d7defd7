import { ReasonedAct, type Route, ROUTES } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, IdField } from '@minutier/intake';

import { ROUTE_CHANGED_REASONS } from '../enrolment.events.js';

/** Changes the access route from a day on: other lines are sat, another line stands in the registry. */
export class ChangeRoute extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @ChoiceField(ROUTES, { description: 'Route left: the present one.', example: 'CQ' })
  readonly from!: Route;

  @ChoiceField(ROUTES, { description: 'Route taken.', example: 'FC' })
  readonly to!: Route;

  @CivilDateField({
    description: 'First day by it; what was recorded of later days no longer holds.',
    example: '2019-03-15',
  })
  readonly effectiveOn!: string;

  @CodeField({ description: 'Where the end of the contract is filed.', example: 'RUPT-2019-004', optional: true })
  readonly document?: string;

  @ChoiceField(ROUTE_CHANGED_REASONS, { description: 'Why.', example: 'contract-ended' })
  readonly reason!: (typeof ROUTE_CHANGED_REASONS)[number];
}
