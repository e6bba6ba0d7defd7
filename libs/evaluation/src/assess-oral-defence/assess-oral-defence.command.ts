import { ChoiceField, CodeField, IdField, InstantField, ListField, ObjectField } from '@minutier/intake';

import { AssessmentInput } from '../assessment-input.js';

export class PanelMemberInput {
  @IdField({ description: 'One of the assessors.' })
  readonly assessorId!: string;

  @ChoiceField(['president', 'member'], { description: 'Role in the panel.', example: 'president' })
  readonly role!: 'president' | 'member';
}

export class PlaceInput {
  @ChoiceField(['room', 'video'], { description: 'On site or remote.', example: 'room' })
  readonly kind!: 'room' | 'video';

  @CodeField({ description: 'Which room or connection.', example: 'CHABROL-201' })
  readonly code!: string;
}

export class OralDefenceFactsInput {
  @ListField(() => PanelMemberInput, { description: 'The panel.', min: 1, max: 9 })
  readonly panel!: PanelMemberInput[];

  @InstantField({ description: 'Start.', example: '2019-06-18T09:00:00+02:00' })
  readonly startedAt!: string;

  @InstantField({ description: 'End.', example: '2019-06-18T09:45:00+02:00' })
  readonly endedAt!: string;

  @ObjectField(() => PlaceInput, { description: 'Where.' })
  readonly place!: PlaceInput;

  @CodeField({ description: 'Code of what was defended (A09).', example: 'PROJET-PRO' })
  readonly subjectCode!: string;

  @IdField({ description: 'Evaluation of the report that was defended.', optional: true })
  readonly reportId?: string;
}

/** Records an oral defence before its panel (soutenance orale). */
export class AssessOralDefence extends AssessmentInput {
  @ObjectField(() => OralDefenceFactsInput, { description: 'Panel, hours, place, subject.', optional: true })
  readonly facts?: OralDefenceFactsInput;
}
