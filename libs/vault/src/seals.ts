import { createHmac } from 'node:crypto';

import { LedgerCorrupted, type Sealed } from '@minutier/ledger';

import { decrypt, encrypt, encryptPassing, fromBase64, textOf } from './cipher.js';
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

/** Sealed bytes begin with the id of their key: 36 characters of ASCII, before nonce, text and tag. */
const KEY_ID = /^[0-9a-f-]{36}$/;
const KEY_ID_BYTES = 36;

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

  /** Bytes sealed as they pass: the id of the key, then nonce, text and tag. */
  async *sealBytes(
    { keyId, sealing }: PersonKey,
    sealId: string,
    bytes: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Buffer> {
    yield Buffer.from(keyId, 'latin1');
    yield* encryptPassing(sealing, bytes, [this.ledgerId, keyId, sealId]);
  }

  /** The bytes, or Erased. Throws LedgerCorrupted as `unseal` does. */
  openBytes(sealId: string, sealed: Buffer): Buffer | Erased {
    const keyId = sealed.toString('latin1', 0, KEY_ID_BYTES);
    if (!KEY_ID.test(keyId)) throw new LedgerCorrupted('sealed bytes do not begin with the id of a key');
    const key = this.keys.byId(keyId);
    if (key === 'destroyed') return ERASED;
    return decrypt(key.sealing, sealed.subarray(KEY_ID_BYTES), [this.ledgerId, keyId, sealId]);
  }

  digest({ digesting }: PersonKey, value: unknown): string {
    return createHmac('sha256', digesting).update(textOf(value)).digest('hex');
  }
}
