import { candidatesWhoSit, trueMark } from './case-studies.js';
import type { StoryCandidate, StoryRoute } from './cast.js';
import { NEVER_RECORDED, placeKey } from './exceptions.js';
import { appreciationOf, bySeveral, bySingle, outcomeOf } from './marks.js';
import type { Chapter, Step, Telling } from './telling.js';

const CONTEXTS: Readonly<Partial<Record<StoryRoute, string>>> = {
  CQ: 'professionalisation-contract',
  FI: 'internship',
  FC: 'employment',
};
const COMPANIES = [
  ...['Agence Mirabelle', 'Studio Rivage', 'Éditions du Pont', 'Maison Valbrune', 'Imprimerie Delcourt et Fils'],
  ...['Association Voisinages', 'Office de tourisme du Val', 'Laboratoires Orsane'],
];
const MISSIONS = [
  'Suivi du plan de communication annuel, relations avec les prestataires.',
  'Lancement d’une gamme : cahier des charges, évènement, relations presse.',
  'Refonte de l’identité visuelle et des supports imprimés.',
  'Animation des réseaux sociaux et mesure des retombées.',
];
const ORAL_DAYS = ['2019-06-18', '2019-06-19', '2019-06-20'];
const ORALS_A_DAY = 6;

/** The end of the year: what the companies say, then the defence of the professional project. */
export function defences(telling: Telling): Chapter[] {
  const recorded = (modality: string) => (candidate: StoryCandidate) =>
    !NEVER_RECORDED.has(placeKey(candidate.code, modality, 1));
  const inCompany = candidatesWhoSit(telling).filter(({ route }) => CONTEXTS[route]);
  const assessed = inCompany.filter(recorded('F6-M1'));
  const defended = candidatesWhoSit(telling).filter(recorded('F6-M3'));
  return [
    {
      day: '2019-06-11',
      title: `Évaluations tutorées en entreprise : ${assessed.length} ; le candidat individuel n’en a pas, une manque encore.`,
      by: 'registrar',
      steps: assessed.map((candidate) => companyAssessment(telling, candidate)),
    },
    {
      day: '2019-06-24',
      title: `Soutenances orales : ${defended.length}, devant deux évaluateurs ; une manque encore.`,
      by: 'registrar',
      steps: defended.map((candidate, index) => oralDefence(telling, candidate, index)),
    },
  ];
}

function companyAssessment(telling: Telling, candidate: StoryCandidate): Step {
  const { code, candidacyId, route } = candidate;
  const dice = telling.dice(`company ${code}`);
  const quarters = trueMark(telling, candidate, 'F6-M1', 1);
  const tutor = dice.pick(telling.cast.tutors);
  return {
    name: placeKey(code, 'F6-M1', 1),
    path: `candidacies/${candidacyId}/company-assessments`,
    body: {
      ...{ modality: 'F6-M1', occurrence: 1, attempt: 1, session: 1, heldOn: '2019-06-07' },
      outcome: outcomeOf(quarters),
      conduct: bySingle(tutor, quarters, { written: true, oral: false }),
      facts: {
        companyTutorId: tutor.id,
        context: CONTEXTS[route],
        period: route === 'FI' ? { from: '2019-02-04', to: '2019-05-31' } : { from: '2018-10-08', to: '2019-06-07' },
        daysPresent: route === 'FI' ? dice.between(60, 80) : dice.between(118, 142),
      },
      company: { name: dice.pick(COMPANIES) },
      missions: dice.pick(MISSIONS),
      appreciation: appreciationOf(quarters, dice),
    },
  };
}

function oralDefence(telling: Telling, candidate: StoryCandidate, index: number): Step {
  const { code, candidacyId } = candidate;
  const heldOn = ORAL_DAYS[Math.floor(index / ORALS_A_DAY)]!;
  const hour = String(9 + (index % ORALS_A_DAY)).padStart(2, '0');
  const quarters = trueMark(telling, candidate, 'F6-M3', 1);
  const dice = telling.dice(`oral ${code}`);
  const [president, member] = dice.shuffled(telling.cast.assessors);
  const apart = Math.min(dice.between(0, 4), quarters, 80 - quarters);
  const parts = [
    { assessor: president!, quarters: quarters + apart },
    { assessor: member!, quarters: quarters - apart },
  ];
  return {
    name: placeKey(code, 'F6-M3', 1),
    path: `candidacies/${candidacyId}/oral-defences`,
    body: {
      ...{ modality: 'F6-M3', occurrence: 1, attempt: 1, session: 1, heldOn },
      outcome: outcomeOf(quarters),
      conduct: bySeveral(parts, 'agreement', { written: false, oral: true }),
      facts: {
        panel: [
          { assessorId: president!.id, role: 'president' },
          { assessorId: member!.id, role: 'member' },
        ],
        startedAt: `${heldOn}T${hour}:00:00+02:00`,
        endedAt: `${heldOn}T${hour}:45:00+02:00`,
        place: index % ORALS_A_DAY === 5 ? { kind: 'video', code: 'VISIO-3' } : { kind: 'room', code: 'CHABROL-201' },
        subjectCode: 'PROJET-PRO',
      },
      appreciation: appreciationOf(quarters, dice),
    },
  };
}
