import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

import { LedgerCorrupted } from '@minutier/ledger';
import { canonicalJson, NotCanonical } from '@minutier/proof';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** Bytes of a key once wrapped: nonce, ciphertext, tag. Always the same, so that it can be overwritten in place. */
export const WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;

/** AES-256-GCM under a fresh random nonce: nonce ‖ ciphertext ‖ tag. `associated` is authenticated, not kept. */
export function encrypt(key: KeyObject, plain: Buffer, associated: readonly string[]): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(canonicalJson(associated)));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** As `encrypt`, piece by piece, for what does not have to be in memory whole. */
export async function* encryptPassing(
  key: KeyObject,
  plain: AsyncIterable<Uint8Array>,
  associated: readonly string[],
): AsyncGenerator<Buffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(canonicalJson(associated)));
  yield nonce;
  for await (const piece of plain) yield cipher.update(piece);
  yield cipher.final();
  yield cipher.getAuthTag();
}

/** Throws LedgerCorrupted when a bit was changed, or the text stands where it was not put. */
export function decrypt(key: KeyObject, bytes: Buffer, associated: readonly string[]): Buffer {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new LedgerCorrupted('a sealed text is cut short');
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(canonicalJson(associated)));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new LedgerCorrupted('a sealed text was changed or moved', { cause: error });
  }
}

/** Base64 has several spellings of the same bytes; only the one that we write is ours. Throws LedgerCorrupted. */
export function fromBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new LedgerCorrupted('a sealed text is not base64');
  return bytes;
}

/** A key for one purpose only, so that no bytes ever serve both a cipher and a digest (HKDF-SHA-256, RFC 5869). */
export function subKey(key: KeyObject, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `minutier vault 1: ${purpose}`, KEY_BYTES)));
}

/**
 * The one text of any JSON value: canonical where the value has a canonical form, so that the order of keys does not
 * change a digest; plain JSON for the rest (decimals, integer-like keys). Throws TypeError on what JSON cannot say.
 */
export function textOf(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError('only a JSON value can be sealed');
  try {
    // Through JSON first: instances of classes become plain objects, as they will be read back.
    return canonicalJson(JSON.parse(json));
  } catch (error) {
    if (error instanceof NotCanonical) return json;
    throw error;
  }
}
