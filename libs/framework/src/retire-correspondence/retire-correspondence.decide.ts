import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf, reasonOf } from '../authority.js';
import type { CorrespondenceRetired } from '../framework-changes.events.js';
import type { Publications } from '../framework.state.js';
import type { RetireCorrespondence } from './retire-correspondence.command.js';

export type RetireCorrespondenceRefusal = 'CORRESPONDENCE_UNKNOWN' | 'CORRESPONDENCE_ALREADY_RETIRED';

/** A correspondence that stands is retired once; another may then be adopted for the same pair. */
export function retireCorrespondence(
  { correspondenceId, effectiveOn, reason, authority }: SealedCommand<RetireCorrespondence>,
  { correspondences }: Publications,
): Decision<CorrespondenceRetired, RetireCorrespondenceRefusal> {
  const correspondence = correspondences.get(correspondenceId);
  if (!correspondence)
    return refuse(
      'CORRESPONDENCE_UNKNOWN',
      undefined,
      'Ce référentiel n’a pas cette correspondance.',
      'This framework has no such correspondence.',
    );
  if (correspondence.retiredOn !== null)
    return refuse(
      'CORRESPONDENCE_ALREADY_RETIRED',
      undefined,
      `Cette correspondance est abrogée depuis le ${correspondence.retiredOn}.`,
      `This correspondence is retired since ${correspondence.retiredOn}.`,
    );
  return [
    {
      type: 'CorrespondenceRetired',
      data: { correspondenceId, effectiveOn, reason: reasonOf({ reason }), authority: authorityOf(authority) },
    },
  ];
}
