import { candidate, WITHDRAWN } from './attendance.js';
import type { StoryCandidate } from './cast.js';
import { lateReport } from './companies.js';
import { RESITTING } from './resits.js';
import type { Chapter, Step, Telling } from './telling.js';

const OFFICE = { code: 'examination-office' } as const;

/** Before each jury the marks of its session are frozen; for a report that comes late, one file is opened and frozen again. */
export function freezes(telling: Telling): Chapter[] {
  const late = candidate(telling, 'C13');
  const present = telling.cast.candidates.filter(({ code }) => code !== WITHDRAWN.code);
  const before = { reason: 'before-jury', authority: { ...OFFICE, document: 'ARRETE-2019-01' } };
  return [
    {
      day: '2019-07-05',
      title: `Les notes de la session initiale sont arrêtées pour le jury, dossier par dossier : ${present.length}.`,
      by: 'registrar',
      steps: present.map((one) => freeze(one, 1, 'before the jury', before)),
    },
    {
      day: '2019-07-09',
      title:
        'Un rapport arrive en retard : l’arrêté de ce dossier est levé avec son motif, le rapport noté, les notes arrêtées de nouveau.',
      by: 'registrar',
      steps: [
        {
          name: `freeze lifted ${late.code}`,
          path: `candidacies/${late.candidacyId}/freezes/1/liftings`,
          body: {
            reason: 'late-mark',
            explanation: 'Rapport remis le 8 juillet ; retard accepté par la direction.',
            authority: { code: 'director', document: 'DEC-2019-21' },
          },
        },
        lateReport(telling),
        freeze(late, 1, 'again', { reason: 'after-late-mark', authority: { ...OFFICE, document: 'ARRETE-2019-02' } }),
      ],
    },
    {
      day: '2019-09-24',
      title: `Les notes du rattrapage sont arrêtées : ${RESITTING.length} dossiers.`,
      by: 'registrar',
      steps: RESITTING.map((code) => freeze(candidate(telling, code), 2, 'before the jury', before)),
    },
  ];
}

function freeze({ code, candidacyId }: StoryCandidate, session: number, which: string, why: object): Step {
  return {
    name: `freeze ${code}/${session} ${which}`,
    path: `candidacies/${candidacyId}/freezes`,
    body: { session, ...why },
  };
}
