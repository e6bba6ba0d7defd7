import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, IdField, IntegerField } from '@minutier/intake';

import { ATTEMPT_GRANTED_REASONS } from '../recognition.events.js';

/** Grants one attempt more than the rules allow, or again the same one because it was irregular. */
export class GrantAttempt extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CodeField({ description: 'Line of the fiche, or of the rules.', example: 'F8-M1' })
  readonly modality!: string;

  @IntegerField({ description: 'Which of several of the same line.', min: 1, max: 20 })
  readonly occurrence!: number;

  @IntegerField({ description: 'The attempt that may be sat.', example: 3, min: 1, max: 20 })
  readonly attempt!: number;

  @CivilDateField({ description: 'Last day on which it may be sat.', example: '2019-09-20', optional: true })
  readonly until?: string;

  @IdField({ description: 'The appeal that was upheld.', optional: true })
  readonly appealId?: string;

  @ChoiceField(ATTEMPT_GRANTED_REASONS, { description: 'Why.', example: 'technical-failure' })
  readonly reason!: (typeof ATTEMPT_GRANTED_REASONS)[number];
}
