import type { Cohort, OpenCohortState } from '@minutier/cohort';
import { type Centre, type Framework, refusedCentre } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';
import type { Person } from '@minutier/person';

import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import { refusedClosed, refusedExpired } from '../enrolment-refusals.js';
import { entryProofOf } from '../entry-proof-input.js';
import type { EnrolCandidate } from './enrol-candidate.command.js';

export type EnrolCandidateRefusal =
  | 'COHORT_NOT_FOUND'
  | 'COHORT_CLOSED'
  | 'PERSON_UNKNOWN'
  | 'PERSON_MERGED'
  | 'ALREADY_ENROLLED'
  | 'CANDIDACY_ENDED'
  | 'ROUTE_CLOSED'
  | 'ENTERED_AFTER_COHORT'
  | 'ENTERED_AFTER_EXPIRY'
  | 'CENTRE_NOT_ENTITLED';

/** What an enrolment stands on; the centre is the command's, else the cohort's; undefined: the certifier itself. */
interface EnrolmentFacts {
  readonly cohort: Cohort;
  readonly framework: Framework | undefined;
  readonly person: Person;
  readonly centre: Centre | undefined;
}

/** A person is enrolled once in a cohort, by a route that the fiche opens, having entered while the registration was in effect. */
export function enrolCandidate(
  command: SealedCommand<EnrolCandidate> & { readonly candidacyId: string },
  candidacy: Candidacy,
  frame: EnrolmentFacts,
): Decision<CandidacyEvent, EnrolCandidateRefusal> {
  const { candidacyId, personId, cohortId, route, enteredOn, entryProof, centreId, candidateNumber, ine, cpfFile } =
    command;
  const { cohort, framework, person } = frame;
  if (cohort.status === 'absent' || !framework)
    return refuse('COHORT_NOT_FOUND', undefined, 'Cette promotion n’existe pas.', 'There is no such cohort.');
  const closed = refusedClosed(cohort);
  if (closed) return closed;
  if (person.status === 'absent')
    return refuse(
      'PERSON_UNKNOWN',
      '/personId',
      'Cette personne n’est pas enregistrée.',
      'This person is not recorded.',
    );
  if (person.mergedInto !== null)
    return refuse(
      'PERSON_MERGED',
      '/personId',
      'Cette personne est fusionnée dans une autre : inscrivez celle-là.',
      'This person is merged into another: enrol that one.',
    );
  const enrolled = refusedEnrolled(candidacy);
  if (enrolled) return enrolled;
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
  const expired = refusedExpired(framework, enteredOn, '/enteredOn');
  if (expired) return expired;
  const unentitled = refusedPreparation(enteredOn, cohort, frame.centre);
  if (unentitled) return unentitled;
  return [
    {
      type: 'Enrolled',
      data: {
        candidacyId,
        personId,
        cohortId,
        route,
        enteredOn,
        entryProof: entryProofOf(entryProof),
        centreId: centreId ?? null,
        candidateNumber: candidateNumber ?? `C-${candidacyId.slice(0, 8).toUpperCase()}`,
        framework: cohort.framework,
        ine,
        cpfFile,
      },
    },
  ];
}

/** A person is there once; whoever left comes back to the same candidacy. */
function refusedEnrolled(candidacy: Candidacy): Refusal<'ALREADY_ENROLLED' | 'CANDIDACY_ENDED'> | undefined {
  if (candidacy.status === 'absent') return undefined;
  const { departure } = candidacy;
  if (departure)
    return refuse(
      'CANDIDACY_ENDED',
      '/personId',
      `Cette personne a quitté cette promotion le ${departure.on} : réinscrivez-la après ce départ.`,
      `This person left this cohort on ${departure.on}: readmit them after that departure.`,
    );
  return refuse(
    'ALREADY_ENROLLED',
    '/personId',
    'Cette personne est déjà inscrite dans cette promotion.',
    'This person is enrolled in this cohort already.',
  );
}

/** Nobody is prepared in a cohort before it begins, however early the journey began elsewhere. */
function refusedPreparation(
  enteredOn: string,
  { startsOn, framework: { number } }: OpenCohortState,
  centre: Centre | undefined,
): Refusal<'CENTRE_NOT_ENTITLED'> | undefined {
  const day = enteredOn > startsOn ? enteredOn : startsOn;
  return refusedCentre(centre, { number, scope: 'prepare', day });
}
