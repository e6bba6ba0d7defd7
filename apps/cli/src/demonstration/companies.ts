import { evaluationIdOf } from '@minutier/candidacy';

import { candidate, candidatesWhoSit } from './attendance.js';
import { trueMark } from './case-studies.js';
import type { StoryCandidate, StoryRoute } from './cast.js';
import { placed } from './centres.js';
import { placeKey } from './exceptions.js';
import { ROUTE_CHANGE } from './lives.js';
import { appreciationOf, bySeveral, bySingle, meanOf, outcomeOf } from './marks.js';
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
const REPORTS = [
  'Coordonner des prestataires sans les diriger',
  'Une charte graphique et ceux qui l’appliquent',
  'Mesurer ce qu’un évènement laisse derrière lui',
  'Le budget de communication d’une petite structure',
];
const COMPANY = { modality: 'F6-M1', occurrence: 1, heldOn: '2019-06-07' } as const;
const REPORT = { modality: 'F6-M2', occurrence: 1, heldOn: '2019-06-14' } as const;

/** One who was in the company for fewer days than the rules ask: his proposal warns of it. */
const SHORT_INTERNSHIP = 'C12';

/** What companies and readers say at the end of the year; the individual candidate reports on a project of his own. */
export function companies(telling: Telling): Chapter[] {
  const assessed = candidatesWhoSit(telling, COMPANY.modality, COMPANY.heldOn);
  const reported = candidatesWhoSit(telling, REPORT.modality, REPORT.heldOn);
  const own = telling.cast.candidates.filter(({ route }) => route === 'CL');
  return [
    {
      day: '2019-06-11',
      title: `Évaluations tutorées en entreprise : ${assessed.length}, dont une d’un stage plus court que le règlement ne le veut.`,
      by: 'registrar',
      steps: assessed.map((one) => companyAssessment(telling, one)),
    },
    {
      day: '2019-06-17',
      title: `Rapports professionnels, deux lecteurs chacun : ${reported.length}, et celui du candidat individuel ; un manque encore.`,
      by: 'registrar',
      steps: [...reported, ...own].map((one) => report(telling, one, { heldOn: REPORT.heldOn, filedOn: '2019-06-07' })),
    },
  ];
}

function companyAssessment(telling: Telling, { code, ...one }: StoryCandidate): Step {
  const dice = telling.dice(`company ${code}`);
  const quarters = trueMark(telling, { code, ...one }, 'F6-M1', 1);
  const tutor = dice.pick(telling.cast.tutors);
  // Whose contract was broken goes on in the company as an intern.
  const intern = one.route === 'FI' || code === ROUTE_CHANGE.code;
  const days = one.route === 'FI' ? dice.between(91, 104) : dice.between(118, 142);
  return {
    name: placeKey(code, 'F6-M1', 1),
    path: `candidacies/${one.candidacyId}/company-assessments`,
    body: {
      ...placed(COMPANY),
      outcome: outcomeOf(quarters),
      conduct: bySingle(tutor, quarters, { written: true, oral: false }),
      facts: {
        companyTutorId: tutor.id,
        context: intern ? 'internship' : CONTEXTS[one.route],
        period: { from: one.route === 'FI' ? '2019-01-07' : '2018-10-08', to: '2019-06-07' },
        daysPresent: code === SHORT_INTERNSHIP ? 74 : days,
      },
      company: { name: dice.pick(COMPANIES) },
      missions: dice.pick(MISSIONS),
      appreciation: appreciationOf(quarters, dice),
    },
  };
}

/** A report and its two readers, whose mean it gets; it goes with the assessment of the company, where there is one. */
function report(
  telling: Telling,
  one: StoryCandidate,
  days: { readonly heldOn: string; readonly filedOn: string },
): Step {
  const { code, candidacyId, route } = one;
  const { assessors } = telling.cast;
  const modality = route === 'CL' ? 'CL-F6-PROJET' : REPORT.modality;
  const dice = telling.dice(`report ${code}`);
  const quarters = trueMark(telling, one, modality, 1);
  const apart = Math.min(dice.between(0, 5), quarters, 80 - quarters);
  const parts = [
    { assessor: assessors[0]!, quarters: quarters - apart },
    { assessor: assessors[2]!, quarters: quarters + apart },
  ];
  const company = evaluationIdOf(candidacyId, { modality: 'F6-M1', occurrence: 1, attempt: 1, entry: 1 });
  return {
    name: placeKey(code, modality, 1),
    path: `candidacies/${candidacyId}/professional-reports`,
    body: {
      ...placed({ modality, occurrence: 1, heldOn: days.heldOn }),
      outcome: outcomeOf(meanOf(quarters - apart, quarters + apart)),
      conduct: bySeveral(parts, 'mean', { written: true, oral: false }),
      facts: { filedOn: days.filedOn, ...(route === 'CL' ? {} : { companyEvaluationId: company }) },
      reportTitle: dice.pick(REPORTS),
      appreciation: appreciationOf(quarters, dice),
    },
  };
}

/** The report of C13, handed in a month after the others'. */
export function lateReport(telling: Telling): Step {
  return report(telling, candidate(telling, 'C13'), { filedOn: '2019-07-08', heldOn: '2019-07-09' });
}
