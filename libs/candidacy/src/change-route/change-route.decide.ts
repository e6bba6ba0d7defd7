import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { candidacyNotFound, type EndedRefusal, refusedEnded } from '../candidacy-refusals.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { EnrolmentFrame } from '../enrolment-frame.js';
import { refusedRoute } from '../enrolment-refusals.js';
import type { ChangeRoute } from './change-route.command.js';

export type ChangeRouteRefusal =
  EndedRefusal | 'ROUTE_CHANGED_MEANWHILE' | 'ROUTE_UNCHANGED' | 'ACCESS_ROUTE_UNKNOWN' | 'ROUTE_CLOSED';

/** A candidate goes on by another route, which the fiche opens, from a day on. */
export function changeRoute(
  command: SealedCommand<ChangeRoute>,
  candidacy: Candidacy,
  frame: EnrolmentFrame | undefined,
): Decision<CandidacyEvent, ChangeRouteRefusal> {
  if (candidacy.status === 'absent' || !frame) return candidacyNotFound();
  const { from, to, effectiveOn, document } = command;
  const refusal =
    refusedEnded(candidacy) ?? refusedSame(command, candidacy) ?? refusedRoute(frame.framework, to, '/to');
  if (refusal) return refusal;
  return [
    {
      type: 'RouteChanged',
      data: {
        from,
        to,
        effectiveOn,
        document: document ?? null,
        reason: reasonOf(command),
        authority: authorityOf(command.authority),
      },
    },
  ];
}

function refusedSame(
  { from, to }: SealedCommand<ChangeRoute>,
  { route }: EnrolledCandidacy,
): Refusal<'ROUTE_CHANGED_MEANWHILE' | 'ROUTE_UNCHANGED'> | undefined {
  if (from !== route)
    return refuse(
      'ROUTE_CHANGED_MEANWHILE',
      '/from',
      `La voie d’accès est aujourd’hui ${route}.`,
      `The access route is ${route} at present.`,
    );
  if (to === route)
    return refuse(
      'ROUTE_UNCHANGED',
      '/to',
      'Le candidat est déjà inscrit par cette voie.',
      'The candidate is enrolled by this route already.',
    );
  return undefined;
}
