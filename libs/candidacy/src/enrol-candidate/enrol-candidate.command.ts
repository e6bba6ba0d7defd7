import { type Route, ROUTES } from '@minutier/framework';
import {
  ChoiceField,
  CivilDateField,
  CodeField,
  IdField,
  ObjectField,
  PersonalTextField,
  RecordedCommand,
} from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { EntryProofInput } from '../entry-proof-input.js';

/** Enrols a person in a cohort, by one of the routes that the fiche opens. */
export class EnrolCandidate extends RecordedCommand {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @ChoiceField(ROUTES, { description: 'Access route.', example: 'CQ' })
  readonly route!: Route;

  @CivilDateField({ description: 'Day on which the journey began.', example: '2018-10-01' })
  readonly enteredOn!: string;

  @ObjectField(() => EntryProofInput, { description: 'What proves it (L6113-9).', optional: true })
  readonly entryProof?: EntryProofInput;

  @IdField({ description: 'Centre that prepares the candidate.', optional: true })
  readonly centreId?: string;

  @CodeField({
    description: 'Number given by the institution; derived where none is given.',
    example: '2018-017',
    optional: true,
  })
  readonly candidateNumber?: string;

  @PersonalTextField('identity-proof', { description: 'National student number (INE).', max: 11, optional: true })
  readonly ine?: Personal;

  @PersonalTextField('identity-proof', { description: 'CPF file.', max: 13, optional: true })
  readonly cpfFile?: Personal;
}
