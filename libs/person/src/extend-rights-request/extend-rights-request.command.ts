import { ChoiceField, CivilDateField, IdField, PersonalTextField, RecordedCommand } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { EXTENSION_REASONS } from '../rights.events.js';

/** Gives the answer to a request more time, of which the person was told. */
export class ExtendRightsRequest extends RecordedCommand {
  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @IdField({ description: 'The request.' })
  readonly requestId!: string;

  @CivilDateField({ description: 'New last day to answer.', example: '2019-09-03' })
  readonly dueBy!: string;

  @CivilDateField({ description: 'Day on which the person was told.', example: '2019-06-28' })
  readonly toldOn!: string;

  @ChoiceField(EXTENSION_REASONS, { description: 'Why.', example: 'complex' })
  readonly reason!: (typeof EXTENSION_REASONS)[number];

  @PersonalTextField('appraisal', { description: 'Why, in words; sealed.', optional: true })
  readonly explanation?: Personal;
}
