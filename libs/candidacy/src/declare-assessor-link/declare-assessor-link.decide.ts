import { authorityOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { assessorLinkIdOf } from '../candidacy-ids.js';
import { type AbsentRefusal, refusedAbsent } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { DeclareAssessorLink } from './declare-assessor-link.command.js';

export type DeclareAssessorLinkRefusal = AbsentRefusal | 'ASSESSOR_UNKNOWN' | 'LINK_ALREADY_DECLARED';

/** A tie is declared once while it stands, of somebody whom the vault knows: a mistyped id would keep nobody off. */
export function declareAssessorLink(
  command: SealedCommand<DeclareAssessorLink>,
  candidacy: Candidacy,
  unknown: ReadonlySet<string>,
): Decision<CandidacyEvent, DeclareAssessorLinkRefusal> {
  const { candidacyId, assessorId, kind, source, mayAssess, declaredOn, text, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  if (unknown.has(assessorId))
    return refuse(
      'ASSESSOR_UNKNOWN',
      '/assessorId',
      'Cet évaluateur n’est pas connu du coffre.',
      'The vault does not know this assessor.',
    );
  const linkId = assessorLinkIdOf(candidacyId, assessorId, kind);
  if (candidacy.assessorLinks.get(linkId)?.cleared === false)
    return refuse(
      'LINK_ALREADY_DECLARED',
      '/kind',
      'Ce lien est déjà déclaré et n’est pas levé.',
      'This tie is declared already, and is not cleared.',
    );
  return [
    {
      type: 'AssessorLinkDeclared',
      data: { linkId, assessorId, kind, source, mayAssess, declaredOn, text, authority: authorityOf(authority) },
    },
  ];
}
