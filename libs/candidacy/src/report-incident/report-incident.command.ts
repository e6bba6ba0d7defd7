import {
  ChoiceField,
  CivilDateField,
  CodeField,
  IdField,
  IntegerField,
  PersonalTextField,
  RecordedCommand,
} from '@minutier/intake';
import type { Personal, Receipt } from '@minutier/ledger';

import type { IncidentReported } from '../discipline.events.js';

type Incident = IncidentReported['data'];
const KINDS = [
  'fraud-suspected',
  'plagiarism-suspected',
  'disturbance',
  'technical-failure',
  'interruption',
] as const satisfies readonly Incident['kind'][];

/** What the report of an incident answers; the id is the one that hearing and sanction name. */
export interface IncidentReceipt extends Receipt {
  readonly incidentId: string;
}

/** Reports what may be held against the candidate, or excuse him. */
export class ReportIncident extends RecordedCommand<IncidentReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @ChoiceField(KINDS, { description: 'Nature.', example: 'fraud-suspected' })
  readonly kind!: Incident['kind'];

  @CivilDateField({ description: 'Day on which it happened.', example: '2019-01-15' })
  readonly occurredOn!: string;

  @IdField({ description: 'The sitting.', optional: true })
  readonly sittingId?: string;

  @IdField({ description: 'The evaluation, where it is recorded.', optional: true })
  readonly evaluationId?: string;

  @CodeField({ description: 'Its line, where it is not recorded yet.', example: 'F8-M1', optional: true })
  readonly modality?: string;

  @IntegerField({ description: 'Its occurrence.', min: 1, max: 20, optional: true })
  readonly occurrence?: number;

  @IntegerField({ description: 'Its attempt.', min: 1, max: 20, optional: true })
  readonly attempt?: number;

  @IdField({
    description: 'Who reports, known to the vault; whoever records it where nobody is named.',
    optional: true,
  })
  readonly reportedBy?: string;

  @PersonalTextField('appraisal', { description: 'What happened; sealed.' })
  readonly facts!: Personal;
}
