import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, IdField, ObjectField } from '@minutier/intake';

import { ENTRY_PROVEN_REASONS } from '../enrolment.events.js';
import { EntryProofInput } from '../entry-proof-input.js';

/** States on what document the day of entry rests, or that another day is proven. */
export class ProveEntry extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CivilDateField({ description: 'Day proven.', example: '2018-10-01' })
  readonly enteredOn!: string;

  @ObjectField(() => EntryProofInput, {
    description: 'What proves it (L6113-9).',
    example: { kind: 'training-contract', document: 'CONV-2018-0031' },
  })
  readonly entryProof!: EntryProofInput;

  @ChoiceField(ENTRY_PROVEN_REASONS, { description: 'Why.', example: 'proof-received' })
  readonly reason!: (typeof ENTRY_PROVEN_REASONS)[number];
}
