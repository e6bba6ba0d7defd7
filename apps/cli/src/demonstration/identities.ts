import { candidate } from './attendance.js';
import type { Chapter, Telling } from './telling.js';

/** Who marries in the year. */
export const MARRIED = 'C11';

/** A name changes: the identity has another version, and the one before stays readable. */
export function identities(telling: Telling): Chapter {
  const { personId, identity } = candidate(telling, MARRIED);
  return {
    day: '2019-05-16',
    title: 'Une candidate s’est mariée : son identité a une deuxième version, la première reste lisible.',
    by: 'registrar',
    steps: [
      {
        name: `name of ${MARRIED}`,
        path: `persons/${personId}/identity-corrections`,
        body: {
          identityVersion: 2,
          identity: { ...identity, usualName: telling.cast.marriedName },
          ...{ reason: 'name-changed', effectiveOn: '2019-05-04', document: 'EC-2019-114' },
          authority: { code: 'examination-office', document: 'NOTE-2019-23' },
        },
      },
    ],
  };
}
