import { ActOfAuthority, FrameworkReferenceInput } from '@minutier/framework';
import { CivilDateField, CodeField, IdField, ObjectField } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

/** The receipt, and the award's id, by which it is cited. */
export interface AwardReceipt extends Receipt {
  readonly awardId: string;
}

/** Registers a block that a jury validated before this ledger, on the strength of a document. */
export class RegisterLegacyBlock extends ActOfAuthority<AwardReceipt> {
  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @ObjectField(() => FrameworkReferenceInput, { description: 'The fiche, in its version of that day.' })
  readonly framework!: FrameworkReferenceInput;

  @CodeField({ description: 'The block.', example: 'RNCP28684BC01' })
  readonly block!: string;

  @CivilDateField({ description: 'Day of the jury’s decision.', example: '2016-07-05' })
  readonly obtainedOn!: string;

  @CodeField({ description: 'Reference of the minutes or attestation seen.', example: 'PV-2016-07-05' })
  readonly document!: string;
}
