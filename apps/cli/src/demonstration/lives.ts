import { candidate, ON_LEAVE, WITHDRAWN } from './attendance.js';
import type { Chapter, Telling } from './telling.js';

/** Whose contract is broken in March. */
export const ROUTE_CHANGE = { code: 'C03', on: '2019-03-18' } as const;

/** One act on a candidacy: the noun of its address, and what it says. */
interface Act {
  readonly code: string;
  readonly noun: string;
  readonly body: object;
}

const LEAVE: Act = {
  code: ON_LEAVE.code,
  noun: 'suspensions',
  body: {
    ...{ from: ON_LEAVE.from, expectedUntil: ON_LEAVE.until, document: 'DEM-2019-007', reason: 'leave' },
    authority: { code: 'director', document: 'DEC-2019-02' },
  },
};
const RETURN: Act = {
  code: ON_LEAVE.code,
  noun: 'resumptions',
  body: {
    ...{ resumedOn: ON_LEAVE.backOn, document: 'DEM-2019-011' },
    authority: { code: 'examination-office', document: 'NOTE-2019-17' },
  },
};
const BROKEN_CONTRACT: Act = {
  code: ROUTE_CHANGE.code,
  noun: 'route-changes',
  body: {
    ...{ from: 'CQ', to: 'FC', effectiveOn: ROUTE_CHANGE.on, document: 'RUPT-2019-004', reason: 'contract-ended' },
    explanation: 'Rupture d’un commun accord ; convention de formation signée le même jour.',
    authority: { code: 'examination-office', document: 'NOTE-2019-14' },
  },
};
const WITHDRAWAL: Act = {
  code: WITHDRAWN.code,
  noun: 'withdrawals',
  body: {
    ...{ effectiveOn: WITHDRAWN.from, document: 'DEMISSION-2019-002', reason: 'request-of-candidate' },
    authority: { code: 'examination-office', document: 'NOTE-2019-18' },
  },
};

/** What becomes of enrolments in the course of a year: a leave, a contract that is broken, a candidate who gives up. */
export function lives(telling: Telling): Chapter[] {
  const told = (day: string, title: string, { code, noun, body }: Act): Chapter => ({
    day,
    title,
    by: 'registrar',
    steps: [{ name: `${noun} ${code}`, path: `candidacies/${candidate(telling, code).candidacyId}/${noun}`, body }],
  });
  return [
    told('2019-02-01', 'Une candidature est suspendue à partir du 4 février : deux mois de congé.', LEAVE),
    told(
      '2019-03-20',
      'Un contrat de professionnalisation est rompu : son titulaire poursuit en formation continue dès le 18 mars.',
      BROKEN_CONTRACT,
    ),
    told(ON_LEAVE.backOn, 'La candidature suspendue reprend.', RETURN),
    told('2019-04-03', 'Un candidat démissionne ; ses notes restent dans son dossier.', WITHDRAWAL),
  ];
}
