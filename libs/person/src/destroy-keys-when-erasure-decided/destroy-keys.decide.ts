import type { PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';
import type { DestroyKeys } from './destroy-keys.command.js';

/** The keys are gone by now, whatever is recorded: it is recorded once per erasure. */
export function destroyKeys(
  { erasureId, classes }: DestroyKeys,
  { erasures }: Person,
  keyIds: readonly string[],
): readonly PersonEvent[] {
  if (erasures.get(erasureId)?.carriedOut !== false) return [];
  return [{ type: 'KeysDestroyed', data: { erasureId, keyIds, classes } }];
}
