import { ActOfAuthority } from '@minutier/framework';
import { CivilDateField, CodeField, IdField, IdsField } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

/** What the carry-over of a block answers; the id is the one by which it is revoked. */
export interface CarryOverReceipt extends Receipt {
  readonly carryOverId: string;
}

/** Lets a block that the person holds for life count in this candidacy. */
export class CarryOverBlock extends ActOfAuthority<CarryOverReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CodeField({ description: 'The block here, by the code of the fiche.', example: 'RNCP28684BC01' })
  readonly block!: string;

  @IdsField({
    description: 'The award that it cites, or all those that a link of a correspondence asks for together.',
    min: 1,
    max: 20,
  })
  readonly awardIds!: string[];

  @CivilDateField({ description: 'Day of the decision.', example: '2018-11-12' })
  readonly decidedOn!: string;
}
