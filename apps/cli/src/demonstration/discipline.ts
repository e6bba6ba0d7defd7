import { actIdOf } from '@minutier/candidacy';

import { candidate } from './attendance.js';
import { commandIdOf } from './cast.js';
import type { Chapter, Step, Telling } from './telling.js';

const WHO = 'C08';
const INCIDENT = `incident ${WHO}`;

/** A telephone rings twice in a case study: the candidate is summoned, heard, and warned. */
export function discipline(telling: Telling): Chapter[] {
  const { seed, cast } = telling;
  const file = `candidacies/${candidate(telling, WHO).candidacyId}`;
  const incidentId = actIdOf('incident', { commandId: commandIdOf(seed, INCIDENT) });
  const told = (day: string, title: string, step: Step): Chapter => ({ day, title, by: 'registrar', steps: [step] });
  return [
    told(
      '2019-05-08',
      'Un incident de la veille est signalé : un téléphone a sonné deux fois pendant l’étude de cas.',
      {
        name: INCIDENT,
        path: `${file}/incidents`,
        body: {
          ...{ kind: 'disturbance', occurredOn: '2019-05-07', modality: 'F8-M1', occurrence: 1, attempt: 1 },
          reportedBy: cast.assessors[0]!.id,
          facts: 'Téléphone resté allumé, deux sonneries ; remis à la surveillante après la seconde.',
        },
      },
    ),
    told('2019-05-09', 'Le candidat est convoqué, par lettre recommandée, pour être entendu.', {
      name: `summons ${WHO}`,
      path: `${file}/summonses`,
      body: {
        ...{ purpose: 'hearing', incidentId, dueAt: '2019-05-22T10:00:00+02:00', sentOn: '2019-05-09' },
        ...{ channel: 'registered-post', proof: 'RECO-2019-0412' },
      },
    }),
    told('2019-05-22', 'Il est entendu par deux membres de la commission de discipline.', {
      name: `hearing ${WHO}`,
      path: `${file}/incidents/${incidentId}/hearings`,
      body: {
        ...{ heardOn: '2019-05-22', came: true, assisted: false },
        heardBy: cast.board.map(({ id }) => id),
        statement: 'Reconnaît l’oubli, présente ses excuses aux candidats voisins.',
      },
    }),
    told('2019-05-24', 'La commission prononce un avertissement : la note, elle, n’est pas touchée.', {
      name: `warning ${WHO}`,
      path: `${file}/incidents/${incidentId}/sanctions`,
      body: {
        ...{ decidedOn: '2019-05-23', kind: 'warning', reason: 'disturbance' },
        explanation: 'Trouble avéré, sans intention de fraude.',
        authority: { code: 'disciplinary-board', document: 'PV-DISC-2019-02' },
      },
    }),
  ];
}
