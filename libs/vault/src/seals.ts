import { createHmac } from 'node:crypto';

import type { Sealed } from '@minutier/ledger';

import { decrypt, encrypt, fromBase64, textOf } from './cipher.js';
import type { KeyRing, PersonKey } from './key-ring.js';

/** What a personal value reads as once its key is destroyed. */
export interface Erased {
  readonly erased: true;
}

export const ERASED: Erased = Object.freeze({ erased: true });

/** Tells an erased value from one that can still be read. A sealed value of the very same shape cannot be told apart. */
export function isErased(value: unknown): value is Erased {
  return typeof value === 'object' && value !== null && (value as Partial<Erased>).erased === true;
}

/** Seals and opens values with the keys of a ring; a seal is bound to its ledger, its key and its own id. */
export class Seals {
  constructor(
    private readonly keys: KeyRing,
    private readonly ledgerId: string,
  ) {}

  seal({ keyId, sealing }: PersonKey, sealId: string, value: unknown): Sealed {
    const ciphertext = encrypt(sealing, Buffer.from(textOf(value)), [this.ledgerId, keyId, sealId]);
    return { alg: 'A256GCM', keyId, sealId, ciphertext: ciphertext.toString('base64') };
  }

  /** The value, or Erased. Throws LedgerCorrupted when the seal was changed, moved, or made by another vault. */
  unseal({ keyId, sealId, ciphertext }: Sealed): unknown {
    const key = this.keys.byId(keyId);
    if (key === 'destroyed') return ERASED;
    return JSON.parse(decrypt(key.sealing, fromBase64(ciphertext), [this.ledgerId, keyId, sealId]).toString());
  }

  digest({ digesting }: PersonKey, value: unknown): string {
    return createHmac('sha256', digesting).update(textOf(value)).digest('hex');
  }
}
