import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { MARK_SHEET_VOIDED_REASONS } from '../marksheet.events.js';

/** Voids a whole sheet: each file answers for its line. */
export class VoidMarkSheet extends ActOfAuthority {
  @IdField({ description: 'The sheet.' })
  readonly markSheetId!: string;

  @ChoiceField(MARK_SHEET_VOIDED_REASONS, { description: 'Why.', example: 'wrong-file' })
  readonly reason!: (typeof MARK_SHEET_VOIDED_REASONS)[number];
}
