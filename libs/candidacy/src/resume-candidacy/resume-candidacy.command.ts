import { ActOfAuthority } from '@minutier/framework';
import { CivilDateField, CodeField, IdField } from '@minutier/intake';

/** Ends a suspension: the candidate is back. */
export class ResumeCandidacy extends ActOfAuthority {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CivilDateField({ description: 'First day back.', example: '2019-05-02' })
  readonly resumedOn!: string;

  @CodeField({ description: 'Where the request is filed.', example: 'DEM-2019-011', optional: true })
  readonly document?: string;
}
