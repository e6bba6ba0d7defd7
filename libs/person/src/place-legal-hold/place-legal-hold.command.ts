import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, ChoicesField, CivilDateField, IdField } from '@minutier/intake';
import { KEY_CLASSES, type KeyClass, type Receipt } from '@minutier/ledger';

import { HOLD_REASONS } from '../erasure.events.js';

/** The receipt, and the hold's id, by which it is lifted. */
export interface LegalHoldReceipt extends Receipt {
  readonly legalHoldId: string;
}

/** Keeps classes of a person's data from any erasure while a dispute or a control runs. */
export class PlaceLegalHold extends ReasonedAct<LegalHoldReceipt> {
  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @ChoicesField(KEY_CLASSES, { description: 'Classes held.', example: ['identity-proof', 'appraisal'], min: 1 })
  readonly classes!: KeyClass[];

  @CivilDateField({
    description: 'Last day of the hold; absent: until it is lifted.',
    example: '2019-12-31',
    optional: true,
  })
  readonly until?: string;

  @ChoiceField(HOLD_REASONS, { description: 'Why.', example: 'dispute' })
  readonly reason!: (typeof HOLD_REASONS)[number];
}
