import { derivedId } from '@minutier/ledger';

import type { Chapter } from './telling.js';

/** Where candidates are prepared; whoever they are, they are evaluated and certified in Paris. The numbers are nobody's. */
const PARIS = { code: 'PARIS-CHABROL', siret: '12345678200010', scope: ['prepare', 'evaluate'] } as const;
const LILLE = { code: 'LILLE-PAPIN', siret: '12345678200028', scope: ['prepare'] } as const;

export const CENTRE_IDS = {
  paris: derivedId('centre', PARIS.siret),
  lille: derivedId('centre', LILLE.siret),
} as const;

/** Both places of the fiche are registered, and entitled as it says: Paris certifies, Lille prepares. */
export function centres(): Chapter {
  const both = [PARIS, LILLE];
  return {
    day: '2018-07-09',
    title: 'Deux centres sont enregistrés et habilités : Paris prépare et évalue, Lille prépare seulement.',
    by: 'registrar',
    steps: [
      ...both.map(({ code, siret }) => ({ name: `centre ${code}`, path: 'centres', body: { code, siret } })),
      ...both.map(({ code, siret, scope }, index) => ({
        name: `habilitation ${code}`,
        path: `centres/${derivedId('centre', siret)}/habilitations`,
        body: {
          scope,
          number: 'RNCP28684',
          from: '2018-09-01',
          until: '2020-07-19',
          document: `CONV-2018-0${index + 1}`,
          authority: { code: 'director', document: 'DEC-2018-14' },
        },
      })),
    ],
  };
}

interface Place {
  readonly modality: string;
  readonly occurrence: number;
  readonly heldOn: string;
  readonly attempt?: number;
  readonly session?: number;
}

/** Where and when an evaluation stands: a first attempt in the first session where nothing else is said, held in Paris. */
export function placed({ modality, occurrence, heldOn, attempt = 1, session = 1 }: Place) {
  return { modality, occurrence, attempt, session, heldOn, centreId: CENTRE_IDS.paris };
}
