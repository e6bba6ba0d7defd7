import type { AbsorptionRefused } from '../merge.events.js';
import type { PersonEvent } from '../person.events.js';
import { isErased, type Person } from '../person.state.js';
import type { AbsorbPerson } from './absorb-person.command.js';

/**
 * A survivor takes the absorbed person, or leaves word of why not. Since nobody absorbs who is merged, no cycle can
 * close: its last link would be absorbed by somebody who is merged already.
 */
export function absorbPerson(
  { absorbedId, undone }: AbsorbPerson,
  survivor: Person,
  { isSomebody, survivors }: { readonly isSomebody: boolean; readonly survivors: readonly string[] },
): readonly PersonEvent[] {
  if (undone) {
    if (!survivor.absorbed.has(absorbedId)) return refused({ absorbedId, refused: 'NOT_ABSORBED' });
    return [{ type: 'AbsorptionUndone', data: { absorbedId } }];
  }
  if (!isSomebody) return refused({ absorbedId, refused: 'IDENTITY_UNKNOWN' });
  if (isErased(survivor, 'identity-proof')) return refused({ absorbedId, refused: 'KEYS_DESTROYED' });
  if (survivors.includes(absorbedId)) return refused({ absorbedId, refused: 'MERGE_CYCLE' });
  if (survivor.mergedInto !== null) return refused({ absorbedId, refused: 'PERSON_MERGED' });
  return [{ type: 'PersonAbsorbed', data: { absorbedId } }];
}

function refused(data: AbsorptionRefused['data']): readonly PersonEvent[] {
  return [{ type: 'AbsorptionRefused', data }];
}
