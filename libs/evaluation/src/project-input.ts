import { CodeField, IdsField } from '@minutier/intake';

/** The project that was given and who tutored it, whether one candidate works on it or a group. */
export class ProjectInput {
  @CodeField({ description: 'Code of the project.', example: 'PROJET-2019-07' })
  readonly projectCode!: string;

  @IdsField({ description: 'Its tutors, known to the vault.', min: 1, max: 9 })
  readonly tutors!: string[];
}
