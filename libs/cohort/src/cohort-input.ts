import { CodeField, IntegerField } from '@minutier/intake';

export class RulesReferenceInput {
  @CodeField({ description: 'Short name of the rules.', example: 'reglement-28684' })
  readonly id!: string;

  @IntegerField({ description: 'Adopted version.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;
}
