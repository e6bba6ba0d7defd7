import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, ChoicesField, CodeField, IdField, ObjectField, PersonalTextField } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { ENROLMENT_CORRECTED_REASONS } from '../enrolment.events.js';

export class EnrolmentAsRecordedInput {
  @IdField({ description: 'Centre that prepares the candidate; none: the cohort’s.', optional: true })
  readonly centreId?: string;

  @CodeField({ description: 'Number of the candidate.', example: '2018-017' })
  readonly candidateNumber!: string;
}

export const SEALED_NUMBERS = ['ine', 'cpfFile'] as const;

/** Corrects the numbers and the centre of an enrolment; route, entry, person and cohort have acts of their own. */
export class CorrectEnrolment extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @ObjectField(() => EnrolmentAsRecordedInput, {
    description: 'As recorded until now.',
    example: { candidateNumber: '2018-017' },
  })
  readonly from!: EnrolmentAsRecordedInput;

  @IdField({ description: 'Centre as it should be; none: the cohort’s.', optional: true })
  readonly centreId?: string;

  @CodeField({ description: 'Number as it should be.', example: '2018-071' })
  readonly candidateNumber!: string;

  @PersonalTextField('identity-proof', {
    description: 'National student number (INE) as it should be; where none is given it stays.',
    max: 11,
    optional: true,
  })
  readonly ine?: Personal;

  @PersonalTextField('identity-proof', {
    description: 'CPF file as it should be; where none is given it stays.',
    max: 13,
    optional: true,
  })
  readonly cpfFile?: Personal;

  @ChoicesField(SEALED_NUMBERS, {
    description: 'Numbers to take out, where no other is given: they are somebody else’s.',
    example: ['ine'],
    optional: true,
  })
  readonly removed?: readonly (typeof SEALED_NUMBERS)[number][];

  @ChoiceField(ENROLMENT_CORRECTED_REASONS, { description: 'Why.', example: 'keying-error' })
  readonly reason!: (typeof ENROLMENT_CORRECTED_REASONS)[number];
}
