import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, IdField, ObjectField, PersonalTextField } from '@minutier/intake';
import type { Personal, Receipt } from '@minutier/ledger';

import { PART_LEVELS, type PartLevel } from '../fiche-parts.js';

export class EquivalenceSourceInput {
  @CodeField({
    description: 'Number of the other certification; foreign: it has none.',
    example: 'RNCP35608',
    pattern: /^((RNCP|RS)\d{1,6}|foreign)$/,
  })
  readonly number!: string;

  @CodeField({ description: 'Its block, where only one was obtained.', example: 'RNCP35608BC01', optional: true })
  readonly block?: string;

  @CivilDateField({ description: 'Day on which it was obtained.', example: '2016-07-05', optional: true })
  readonly obtainedOn?: string;
}

/** What the grant of an equivalence answers; the id is the one by which it is revoked. */
export interface EquivalenceReceipt extends Receipt {
  readonly equivalenceId: string;
}

/** Recognises another certification as a block, function or line of this one. */
export class GrantEquivalence extends ActOfAuthority<EquivalenceReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @ChoiceField(PART_LEVELS, { description: 'What is recognised.', example: 'block' })
  readonly level!: PartLevel;

  @CodeField({ description: 'Which one, by the code of the fiche.', example: 'RNCP28684BC01' })
  readonly code!: string;

  @ObjectField(() => EquivalenceSourceInput, {
    description: 'What it rests on.',
    example: { number: 'RNCP35608', block: 'RNCP35608BC01', obtainedOn: '2016-07-05' },
  })
  readonly source!: EquivalenceSourceInput;

  @PersonalTextField('appraisal', {
    description: 'Title and awarding body as the document words them, where no number says it; sealed.',
    max: 500,
    optional: true,
  })
  readonly sourceTitle?: Personal;

  @CodeField({ description: 'The document that was seen, as filed.', example: 'DIPLOME-2016-118' })
  readonly documentSeen!: string;

  @CivilDateField({ description: 'Day of the decision.', example: '2018-11-12' })
  readonly decidedOn!: string;
}
