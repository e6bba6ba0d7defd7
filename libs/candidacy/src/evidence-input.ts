import { CodeField, IntegerField } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

/** Places that begin so are ours: a file kept elsewhere is never named like one of the vault's folder. */
export const OWN_PLACE = 'evidence/';
const PLACE_ELSEWHERE = /^(?!evidence\/)[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;

/** A file that the institution keeps in a store of its own: what the keyed digest is made of, and where it lies. */
export class KeptElsewhereInput {
  @CodeField({ description: 'Where it is kept.', example: 'coffre-2019/000417', pattern: PLACE_ELSEWHERE })
  readonly place!: string;

  @IntegerField({ description: 'Size in bytes.', example: 184_213, min: 1, max: Number.MAX_SAFE_INTEGER })
  readonly sizeBytes!: number;

  @CodeField({
    description: 'SHA-256 of the file, in hexadecimal; the ledger keeps a keyed digest of it alone.',
    example: 'a'.repeat(64),
    pattern: /^[0-9a-f]{64}$/,
  })
  readonly sha256!: string;
}

/** What attaching answers: the receipt, and the id by which the piece is named. */
export interface EvidenceReceipt extends Receipt {
  readonly evidenceId: string;
}
