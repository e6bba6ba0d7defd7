import {
  ChoiceField,
  CivilDateField,
  CodeField,
  IdField,
  InstantField,
  IntegerField,
  RecordedCommand,
} from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import type { CandidateSummoned } from '../discipline.events.js';

type Summons = CandidateSummoned['data'];
const PURPOSES = ['sitting', 'oral', 'hearing', 'jury'] as const satisfies readonly Summons['purpose'][];
const CHANNELS = [
  'hand-delivery',
  'post',
  'registered-post',
  'e-mail',
  'portal',
] as const satisfies readonly Summons['channel'][];

/** What a summons answers; the id is the one that a hearing names. */
export interface SummonsReceipt extends Receipt {
  readonly summonsId: string;
}

/** Records the summons that makes an absence opposable. */
export class SummonCandidate extends RecordedCommand<SummonsReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @ChoiceField(PURPOSES, { description: 'To what.', example: 'oral' })
  readonly purpose!: Summons['purpose'];

  @CodeField({ description: 'For a sitting or an oral: its line.', example: 'F6-M3', optional: true })
  readonly modality?: string;

  @IntegerField({ description: 'For a sitting or an oral: its occurrence.', min: 1, max: 20, optional: true })
  readonly occurrence?: number;

  @IntegerField({ description: 'For a sitting or an oral: its attempt.', min: 1, max: 20, optional: true })
  readonly attempt?: number;

  @IdField({ description: 'For a jury: which one.', optional: true })
  readonly juryId?: string;

  @IdField({ description: 'For a hearing: of which incident.', optional: true })
  readonly incidentId?: string;

  @InstantField({ description: 'Hour of the summons.', example: '2019-06-18T09:00:00+02:00' })
  readonly dueAt!: string;

  @CivilDateField({ description: 'Day of sending.', example: '2019-05-28' })
  readonly sentOn!: string;

  @ChoiceField(CHANNELS, { description: 'How.', example: 'registered-post' })
  readonly channel!: Summons['channel'];

  @CodeField({ description: 'Proof of sending, as filed.', example: 'RECO-2019-0412', optional: true })
  readonly proof?: string;
}
