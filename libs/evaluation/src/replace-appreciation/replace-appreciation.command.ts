import { APPRECIATION_REPLACED_REASONS } from '@minutier/candidacy';
import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField, PersonalTextField } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

/** Puts another comment in the place of one that was wrong or out of place; left out, none stays. */
export class ReplaceAppreciation extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The evaluation.' })
  readonly evaluationId!: string;

  @PersonalTextField('appraisal', { description: 'The comment from now on, sealed; none: no comment.', optional: true })
  readonly appreciation?: Personal;

  @IdField({ description: 'The person’s own request, where there is one.', optional: true })
  readonly requestId?: string;

  @ChoiceField(APPRECIATION_REPLACED_REASONS, { description: 'Why.', example: 'rectified' })
  readonly reason!: (typeof APPRECIATION_REPLACED_REASONS)[number];
}
