import { type Sealed, sealId, streamName } from '@minutier/ledger';
import { isErased, PersonErased, type Vault } from '@minutier/vault';

import type { StandingEvaluation } from './standing-evaluation.js';

/** For whom an evaluation is sealed again, and by which command: the id of each seal derives from it. */
export interface Receiving {
  readonly personId: string;
  readonly candidacyId: string;
  readonly commandId: string;
  readonly move: number;
}

/**
 * An evaluation with its personal texts sealed under the receiving person's key; `erased` where one of them can be read
 * no more, or nothing more can be sealed for that person.
 */
export async function resealed(
  standing: StandingEvaluation,
  { personId, candidacyId, commandId, move }: Receiving,
  vault: Pick<Vault, 'reseal'>,
): Promise<StandingEvaluation | 'erased'> {
  const { data } = standing;
  const sealed: Record<string, Sealed> = {};
  const texts = [['appreciation', data.appreciation] as const, ...Object.entries(data.facts ?? {})];
  for (const [field, value] of texts) {
    if (!isSealed(value)) continue;
    const id = sealId(streamName('candidacy', candidacyId), commandId, `moves/${move}/${field}`);
    const again = await reseal(value, personId, id, vault);
    if (again === 'erased') return 'erased';
    sealed[field] = again;
  }
  const { appreciation = data.appreciation, ...facts } = sealed;
  return { ...standing, data: { ...data, appreciation, facts: data.facts && { ...data.facts, ...facts } } } as never;
}

async function reseal(
  value: Sealed,
  personId: string,
  id: string,
  vault: Pick<Vault, 'reseal'>,
): Promise<Sealed | 'erased'> {
  try {
    const again = await vault.reseal(value, personId, 'appraisal', id);
    return isErased(again) ? 'erased' : again;
  } catch (error) {
    if (error instanceof PersonErased) return 'erased';
    throw error;
  }
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealId' in value && 'ciphertext' in value;
}
