import type { Cohort } from '@minutier/cohort';
import type { Framework } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';
import type { Person } from '@minutier/person';

import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { EnrolCandidate } from './enrol-candidate.command.js';

export type EnrolCandidateRefusal =
  | 'COHORT_NOT_FOUND'
  | 'PERSON_UNKNOWN'
  | 'ALREADY_ENROLLED'
  | 'ROUTE_CLOSED'
  | 'ENTERED_AFTER_COHORT'
  | 'ENTERED_AFTER_EXPIRY';

/** A person is enrolled once in a cohort, by a route that the fiche opens, having entered while the registration was in effect. */
export function enrolCandidate(
  command: SealedCommand<EnrolCandidate> & { readonly candidacyId: string },
  candidacy: Candidacy,
  frame: { readonly cohort: Cohort; readonly framework: Framework | undefined; readonly person: Person },
): Decision<CandidacyEvent, EnrolCandidateRefusal> {
  const { candidacyId, personId, cohortId, route, enteredOn, entryProof, centreId, candidateNumber, ine, cpfFile } =
    command;
  const { cohort, framework, person } = frame;
  if (cohort.status === 'absent' || !framework)
    return refuse('COHORT_NOT_FOUND', undefined, 'Cette promotion n’existe pas.', 'There is no such cohort.');
  if (person.status === 'absent')
    return refuse(
      'PERSON_UNKNOWN',
      '/personId',
      'Cette personne n’est pas enregistrée.',
      'This person is not recorded.',
    );
  if (candidacy.status === 'enrolled')
    return refuse(
      'ALREADY_ENROLLED',
      '/personId',
      'Cette personne est déjà inscrite dans cette promotion.',
      'This person is enrolled in this cohort already.',
    );
  const access = framework.routes.find(({ code }) => code === route);
  if (!access?.open) {
    return refuse(
      'ROUTE_CLOSED',
      '/route',
      `La fiche ${framework.number} n’ouvre pas cette voie : « ${access?.exact ?? route} ».`,
      `Fiche ${framework.number} does not open this route: “${access?.exact ?? route}”.`,
    );
  }
  if (enteredOn > cohort.endsOn)
    return refuse(
      'ENTERED_AFTER_COHORT',
      '/enteredOn',
      `La promotion se termine le ${cohort.endsOn}.`,
      `The cohort ends on ${cohort.endsOn}.`,
    );
  if (enteredOn > framework.registration.validUntil) {
    return refuse(
      'ENTERED_AFTER_EXPIRY',
      '/enteredOn',
      `L’enregistrement a pris fin le ${framework.registration.validUntil}.`,
      `The registration ended on ${framework.registration.validUntil}.`,
    );
  }
  return [
    {
      type: 'Enrolled',
      data: {
        candidacyId,
        personId,
        cohortId,
        route,
        enteredOn,
        entryProof: entryProof ? { kind: entryProof.kind, document: entryProof.document } : null,
        centreId: centreId ?? null,
        candidateNumber: candidateNumber ?? `C-${candidacyId.slice(0, 8).toUpperCase()}`,
        framework: cohort.framework,
        ine,
        cpfFile,
      },
    },
  ];
}
