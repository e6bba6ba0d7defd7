import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, ChoicesField, IdField, ListField } from '@minutier/intake';
import { KEY_CLASSES, type KeyClass, type Receipt } from '@minutier/ledger';

import { ERASURE_BASES, KEPT_GROUNDS, type KeptClass } from '../erasure.events.js';

export class KeptClassInput implements KeptClass {
  @ChoiceField(KEY_CLASSES, { description: 'Class kept.', example: 'identity-proof' })
  readonly class!: KeyClass;

  @ChoiceField(KEPT_GROUNDS, { description: 'On what ground.', example: 'legal-duty' })
  readonly ground!: (typeof KEPT_GROUNDS)[number];
}

/** The receipt, and the erasure's id. */
export interface ErasureReceipt extends Receipt {
  readonly erasureId: string;
}

/** Decides which classes of a person's data are let go, for ever, and which are kept and why. The keys go next. */
export class DecideErasure extends ActOfAuthority<ErasureReceipt> {
  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @IdField({ description: 'The request that asks for it; only where the basis is a request.', optional: true })
  readonly requestId?: string;

  @ChoicesField(KEY_CLASSES, { description: 'Classes let go.', example: ['appraisal', 'contact'], min: 1 })
  readonly classes!: KeyClass[];

  @ListField(() => KeptClassInput, { description: 'Classes kept, each with its ground.', max: KEY_CLASSES.length })
  readonly kept!: KeptClassInput[];

  @ChoiceField(ERASURE_BASES, { description: 'Why.', example: 'request' })
  readonly basis!: (typeof ERASURE_BASES)[number];

  @IdField({ description: 'The second person, who approved it.' })
  readonly approvedBy!: string;
}
