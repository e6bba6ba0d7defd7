import { ActOfAuthority, type Route, ROUTES } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, FlagField, IdField, ObjectField } from '@minutier/intake';

import { EntryProofInput } from '../entry-proof-input.js';

/** Takes back into the cohort whoever had left it: the same candidacy, another start. */
export class ReadmitCandidate extends ActOfAuthority {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CivilDateField({ description: 'First day of the new start.', example: '2019-09-02' })
  readonly returnedOn!: string;

  @ChoiceField(ROUTES, { description: 'Route from now on.', example: 'FC' })
  readonly route!: Route;

  @FlagField({
    description:
      'Whether the entry that counted before still does; otherwise the return counts. It decides what may be delivered after the end of the registration.',
  })
  readonly entryKept!: boolean;

  @ObjectField(() => EntryProofInput, {
    description: 'What proves the entry that counts; where none is given, an entry that is kept keeps its own.',
    optional: true,
  })
  readonly entryProof?: EntryProofInput;

  @CodeField({ description: 'Where the request is filed.', example: 'REINS-2019-003', optional: true })
  readonly document?: string;
}
