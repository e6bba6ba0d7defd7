import type { Sealed } from '@minutier/ledger';

import type { Vault } from './vault.js';

/** A copy of a value with every sealed field replaced by what it says, or by `{ erased: true }`. */
export async function opened<Value>(vault: Pick<Vault, 'unseal'>, value: Value): Promise<Value> {
  if (value === null || typeof value !== 'object') return value;
  if (isSealed(value)) return (await vault.unseal(value)) as Value;
  if (Array.isArray(value)) return (await Promise.all(value.map((item) => opened<unknown>(vault, item)))) as Value;
  const members = Object.entries(value).map(async ([key, member]) => [key, await opened<unknown>(vault, member)]);
  return Object.fromEntries((await Promise.all(members)) as [string, unknown][]) as Value;
}

function isSealed(value: object): value is Sealed {
  return 'sealId' in value && 'ciphertext' in value;
}
