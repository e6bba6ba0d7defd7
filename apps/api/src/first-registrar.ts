import { derivedId } from '@minutier/ledger';

import type { OpenedLedger } from './opened-ledger.js';

const NAME = 'Premier gestionnaire';
const ROLES = ['registrar', 'administrator'] as const;

/** Id of a ledger's first registrar: it follows from the ledger's, so that whoever can ask the one knows the other. */
export function firstRegistrarIdOf(ledgerId: string): string {
  return derivedId('actor', 'first-registrar', ledgerId);
}

/**
 * The actor with whom a new ledger begins, registered in its vault at the founding: somebody must be able to act
 * before there is anyone who could register him.
 */
export async function firstRegistrar({ vault, founding }: OpenedLedger): Promise<string> {
  const id = firstRegistrarIdOf(founding.ledgerId);
  if (!(await vault.actor(id))) await vault.registerActor({ id, name: NAME, roles: ROLES });
  return id;
}
