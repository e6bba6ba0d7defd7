import { ChoiceField, CodeField, IdField, InstantField, ListField, ObjectField } from '@minutier/intake';

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

/** What is said of every oral that is held before a panel. */
export abstract class OralInput {
  @ListField(() => PanelMemberInput, { description: 'The panel.', min: 1, max: 9 })
  readonly panel!: PanelMemberInput[];

  @InstantField({ description: 'Start.', example: '2019-06-18T09:00:00+02:00' })
  readonly startedAt!: string;

  @InstantField({ description: 'End.', example: '2019-06-18T09:45:00+02:00' })
  readonly endedAt!: string;

  @ObjectField(() => PlaceInput, { description: 'Where.' })
  readonly place!: PlaceInput;
}
