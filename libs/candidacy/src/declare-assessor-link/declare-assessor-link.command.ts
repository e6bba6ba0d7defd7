import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, CivilDateField, FlagField, IdField, PersonalTextField } from '@minutier/intake';
import type { Personal, Receipt } from '@minutier/ledger';

import type { AssessorLinkDeclared } from '../recognition.events.js';

type LinkDeclared = AssessorLinkDeclared['data'];
export const ASSESSOR_LINK_KINDS = [
  'trainer',
  'tutor',
  'employer',
  'colleague',
  'relative',
  'accompanied',
  'head-of-programme',
  'other',
] as const satisfies readonly LinkDeclared['kind'][];
const LINK_SOURCES = ['declared', 'found-in-ledger', 'reported'] as const satisfies readonly LinkDeclared['source'][];

/** What the declaration of a tie answers; the id is the one by which it is cleared. */
export interface AssessorLinkReceipt extends Receipt {
  readonly linkId: string;
}

/** Declares a tie between somebody of the institution and the candidate, before any jury. */
export class DeclareAssessorLink extends ActOfAuthority<AssessorLinkReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'Person of the institution, known to the vault.' })
  readonly assessorId!: string;

  @ChoiceField(ASSESSOR_LINK_KINDS, { description: 'Kind of tie.', example: 'trainer' })
  readonly kind!: LinkDeclared['kind'];

  @ChoiceField(LINK_SOURCES, { description: 'How it became known.', example: 'declared' })
  readonly source!: LinkDeclared['source'];

  @FlagField({ description: 'Whether this person may still assess this candidate.', example: false })
  readonly mayAssess!: boolean;

  @CivilDateField({ description: 'Day of the declaration.', example: '2018-10-08' })
  readonly declaredOn!: string;

  @PersonalTextField('appraisal', {
    description: 'Precision; sealed under the key of the person of the institution, not of the candidate.',
    optional: true,
  })
  readonly text?: Personal;
}
