import { CodeField } from '@minutier/intake';

export class EntryProofInput {
  @CodeField({ description: 'Kind of document.', example: 'training-contract' })
  readonly kind!: string;

  @CodeField({ description: 'Where it is filed.', example: 'CONV-2018-0031' })
  readonly document!: string;
}

/** The proof as events state it; null where none was shown. */
export function entryProofOf(proof: EntryProofInput | undefined): EntryProofInput | null {
  return proof ? { kind: proof.kind, document: proof.document } : null;
}
