import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, IdField, IdsField, IntegerField } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { SANCTION_DECIDED_REASONS, type SanctionDecided } from '../discipline.events.js';

type Sanction = SanctionDecided['data'];
const MEASURES = [
  'none',
  'warning',
  'evaluation-void',
  'session-void',
  'excluded',
  'excluded-with-loss',
] as const satisfies readonly Sanction['kind'][];

/** What the decision of a sanction answers; the id is the one by which it is lifted. */
export interface SanctionReceipt extends Receipt {
  readonly sanctionId: string;
}

/** Decides what follows from an incident, its reach and its end. */
export class DecideSanction extends ReasonedAct<SanctionReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The incident.' })
  readonly incidentId!: string;

  @CivilDateField({ description: 'Day of the decision.', example: '2019-02-11' })
  readonly decidedOn!: string;

  @ChoiceField(MEASURES, { description: 'Measure; none: nothing follows.', example: 'evaluation-void' })
  readonly kind!: Sanction['kind'];

  @IdsField({ description: 'Evaluations concerned.', max: 50, optional: true })
  readonly evaluations?: string[];

  @IntegerField({ description: 'Session concerned.', min: 1, max: 20, optional: true })
  readonly session?: number;

  @CivilDateField({
    description: 'Last day of an exclusion; without one it has no end.',
    example: '2019-12-31',
    optional: true,
  })
  readonly until?: string;

  @ChoiceField(SANCTION_DECIDED_REASONS, { description: 'Why.', example: 'fraud' })
  readonly reason!: (typeof SANCTION_DECIDED_REASONS)[number];
}
