import { CivilDateField, FlagField, IdField, IdsField, PersonalTextField, RecordedCommand } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

/** Records the hearing of the candidate about an incident, or that he did not come to it. */
export class HearCandidate extends RecordedCommand {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The incident.' })
  readonly incidentId!: string;

  @IdField({ description: 'The summons; the last one to this hearing where none is named.', optional: true })
  readonly summonsId?: string;

  @CivilDateField({ description: 'Day of the hearing.', example: '2019-02-04' })
  readonly heardOn!: string;

  @FlagField({ description: 'Whether the candidate came.' })
  readonly came!: boolean;

  @IdsField({ description: 'Who heard him, known to the vault.', min: 1, max: 10 })
  readonly heardBy!: string[];

  @FlagField({ description: 'Whether somebody assisted him.', example: false })
  readonly assisted!: boolean;

  @PersonalTextField('appraisal', { description: 'What was said; sealed.', optional: true })
  readonly statement?: Personal;
}
