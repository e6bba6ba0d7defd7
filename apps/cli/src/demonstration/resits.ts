import { candidate, ON_LEAVE } from './attendance.js';
import { caseStudyConduct, secondReading, trueMark } from './case-studies.js';
import { placed } from './centres.js';
import { oralDefence } from './defences.js';
import { appreciationOf, outcomeOf } from './marks.js';
import { rolePlay } from './role-plays.js';
import type { Chapter, Step, Telling } from './telling.js';

const HELD_ON = '2019-09-10';

/** Who has something to sit in September: a second attempt, or what a leave kept him from. */
export const RESITTING = ['C04', 'C07', 'C10', ON_LEAVE.code] as const;

/** Case studies that are sat again, and what they give, in quarters: missed with or without reason, or too weak. */
const AGAIN = [
  { code: 'C10', modality: 'F8-M2', occurrence: 1, quarters: 46 },
  { code: 'C04', modality: 'F3-M1', occurrence: 2, quarters: 50 },
  { code: 'C07', modality: 'F7-M1', occurrence: 1, quarters: 44 },
] as const;

/** Case studies that the leave fell upon: first attempts, in the second session. */
const AFTER_LEAVE = [
  { modality: 'F3-M1', occurrence: 2 },
  { modality: 'F4-M1', occurrence: 2 },
  { modality: 'F5-M1', occurrence: 1 },
] as const;

/** September: what was weak, or missed, is sat again; who was on leave sits what he missed, but for the group's work. */
export function resits(telling: Telling): Chapter[] {
  const back = candidate(telling, ON_LEAVE.code);
  const later = { session: 2, heldOn: HELD_ON };
  return [
    {
      day: '2019-09-17',
      title: `Rattrapage : ${AGAIN.length} candidats présentent une seconde fois une étude de cas.`,
      by: 'registrar',
      steps: AGAIN.map((one) => caseStudy(telling, { ...one, attempt: 2 })),
    },
    {
      day: '2019-09-18',
      title: `Le candidat revenu de congé passe ce qu’il avait manqué : ${AFTER_LEAVE.length} études de cas, un jeu de rôle, sa soutenance.`,
      by: 'registrar',
      steps: [
        ...AFTER_LEAVE.map((one) => {
          const quarters = trueMark(telling, back, one.modality, one.occurrence);
          return caseStudy(telling, { ...one, code: back.code, attempt: 1, quarters });
        }),
        rolePlay(telling, back, { ...later, occurrence: 1 }),
        oralDefence(telling, back, { ...later, turn: 1 }),
      ],
    },
  ];
}

interface Sat {
  readonly code: string;
  readonly modality: string;
  readonly occurrence: number;
  readonly attempt: number;
  readonly quarters: number;
}

function caseStudy(telling: Telling, { code, quarters, ...place }: Sat): Step {
  const { modality, occurrence } = place;
  const one = candidate(telling, code);
  return {
    name: `again ${code} ${modality}/${occurrence}`,
    path: `candidacies/${one.candidacyId}/case-studies`,
    body: {
      ...placed({ ...place, session: 2, heldOn: HELD_ON }),
      outcome: outcomeOf(quarters),
      conduct:
        modality === 'F8-M2'
          ? secondReading(telling, one, modality, quarters)
          : caseStudyConduct(telling, modality, quarters, quarters),
      facts: { subjectCode: `EC-${modality}-R` },
      appreciation: appreciationOf(quarters, telling.dice(`words again ${code} ${modality}`)),
    },
  };
}
