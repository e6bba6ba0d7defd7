import { accommodationsOf } from './accommodations.js';
import { candidatesWhoSit } from './attendance.js';
import { trueMark } from './case-studies.js';
import { placed } from './centres.js';
import { placeKey } from './exceptions.js';
import { deviationsOf, groupsOf, membersOf, panel, sizesOf } from './groups.js';
import { appreciationOf, bySingle, outcomeOf, resultOf } from './marks.js';
import type { Chapter, Step, Telling } from './telling.js';

const PRESENTED = { written: true, oral: true };
const OWN = { modality: 'F2-M1', occurrence: 1, heldOn: '2019-01-10' } as const;
const SHARED = { modality: 'F2-M2', occurrence: 1, heldOn: '2019-01-17' } as const;
const CLIENTS = [
  'Festival de musique d’une petite ville, notoriété auprès des lycéens.',
  'Coopérative laitière, lancement d’une gamme en circuit court.',
  'Musée de l’imprimerie, réouverture après travaux.',
  'Réseau de ressourceries, campagne de collecte.',
];

/** The two projects that are tutored during classes, each presented: one's own (F2-M1), and a group's (F2-M2). */
export function projects(telling: Telling): Chapter[] {
  const { cast, dice } = telling;
  const tutors = [cast.assessors[2]!.id];
  const sitting = candidatesWhoSit(telling, OWN.modality, OWN.heldOn);
  const groups = groupsOf(telling, SHARED.modality, SHARED.heldOn, 5);
  return [
    {
      day: '2019-01-14',
      title: `Projets individuels tutorés F2-M1, présentés à l’oral : ${sitting.length} candidats.`,
      by: 'registrar',
      steps: sitting.map((candidate): Step => {
        const key = placeKey(candidate.code, OWN.modality, 1);
        const quarters = trueMark(telling, candidate, OWN.modality, 1);
        return {
          name: key,
          path: `candidacies/${candidate.candidacyId}/tutored-projects`,
          body: {
            ...placed(OWN),
            ...accommodationsOf(telling, candidate, OWN.heldOn),
            outcome: outcomeOf(quarters),
            conduct: bySingle(cast.assessors[3]!, quarters, PRESENTED),
            facts: { projectCode: `PROJET-2018-${candidate.code}`, tutors },
            project: dice(`client ${candidate.code}`).pick(CLIENTS),
            appreciation: appreciationOf(quarters, dice(`words ${key}`)),
          },
        };
      }),
    },
    {
      day: '2019-01-21',
      title: `Projets de groupe tutorés F2-M2 : ${groups.length} groupes de ${sizesOf(groups)}${deviationsOf(SHARED.modality)}.`,
      by: 'registrar',
      steps: groups.map((group): Step => ({
        name: `group F2-M2/${group.number}`,
        path: `cohorts/${cast.cohortId}/group-tutored-projects`,
        reacts: true,
        body: {
          ...placed(SHARED),
          result: resultOf(group.quarters),
          conduct: panel(telling, group.quarters, PRESENTED),
          facts: { projectCode: `PROJET-GR-2018-${group.number + 1}`, tutors },
          members: membersOf(telling, SHARED, group),
        },
      })),
    },
  ];
}
