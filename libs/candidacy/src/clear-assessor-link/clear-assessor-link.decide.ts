import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { type AbsentRefusal, refusedAbsent } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { ClearAssessorLink } from './clear-assessor-link.command.js';

export type ClearAssessorLinkRefusal = AbsentRefusal | 'LINK_UNKNOWN' | 'LINK_ALREADY_CLEARED';

/** A declared tie is cleared once; it may be declared anew. */
export function clearAssessorLink(
  command: SealedCommand<ClearAssessorLink>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, ClearAssessorLinkRefusal> {
  const { linkId, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const link = candidacy.assessorLinks.get(linkId);
  if (!link)
    return refuse(
      'LINK_UNKNOWN',
      undefined,
      'Ce lien n’est pas déclaré dans ce dossier.',
      'This tie is not declared in this file.',
    );
  if (link.cleared)
    return refuse('LINK_ALREADY_CLEARED', undefined, 'Ce lien est déjà levé.', 'This tie is cleared already.');
  return [
    { type: 'AssessorLinkCleared', data: { linkId, reason: reasonOf(command), authority: authorityOf(authority) } },
  ];
}
