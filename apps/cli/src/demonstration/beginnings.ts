import { ADOPTED_RULES, RULES_ID } from './rules.js';
import type { Chapter, FicheTold, Step, Telling } from './telling.js';

const PROOFS = {
  CQ: 'training-contract',
  FI: 'enrolment',
  FC: 'training-agreement',
  CL: 'application',
  VAE: 'vae-file',
};

/** How it begins: the institution, the fiche, the rules, the cohort and its sessions, the candidates. */
export function beginnings({ cast }: Telling, document: FicheTold): Chapter[] {
  const { cohortId, registrar, assessors, tutors, candidates } = cast;
  const colleagues = [registrar, ...assessors, ...tutors];
  const { blocks, functions, modalityLines } = document.totals;
  const session = (number: number, kind: string, opensOn: string, closesOn: string): Step => ({
    name: `session ${number}`,
    path: `cohorts/${cohortId}/sessions`,
    body: { session: number, kind, opensOn, closesOn },
  });
  return [
    {
      day: '2018-06-05',
      title: `L’établissement se fait connaître : ${colleagues.length} personnes, leurs noms au coffre.`,
      by: 'first-registrar',
      steps: colleagues.map(({ step, name, roles }) => ({ name: step, path: 'actors', body: { name, roles } })),
    },
    {
      day: '2018-06-11',
      title: `La fiche RNCP 28684 est publiée : ${blocks} blocs, ${functions} fonctions, ${modalityLines} lignes.`,
      by: 'registrar',
      steps: [{ name: 'framework', path: 'frameworks', body: { document } }],
    },
    {
      day: '2018-07-02',
      title: 'Le règlement adopté le 28 juin 2018 par le conseil pédagogique est enregistré.',
      by: 'registrar',
      steps: [{ name: 'rules', path: 'rules', body: ADOPTED_RULES }],
    },
    {
      day: '2018-09-03',
      title: 'La promotion 2018-2019-PARIS est ouverte, avec sa session initiale.',
      by: 'registrar',
      steps: [
        {
          name: 'cohort',
          path: 'cohorts',
          body: {
            code: '2018-2019-PARIS',
            framework: { number: 'RNCP28684', version: 1 },
            rules: { id: RULES_ID, version: 1 },
            startsOn: '2018-10-01',
            endsOn: '2019-09-30',
          },
        },
        session(1, 'initial', '2018-10-01', '2019-07-04'),
      ],
    },
    {
      day: '2018-10-02',
      title: `${candidates.length} candidats sont inscrits : 10 en contrat de professionnalisation, 4 étudiants, 2 en formation continue, 1 individuel, 1 en VAE.`,
      by: 'registrar',
      steps: candidates.flatMap(enrolment(cohortId)),
    },
    {
      day: '2019-07-08',
      title: 'La session de rattrapage est ouverte, du 2 au 30 septembre 2019.',
      by: 'registrar',
      steps: [session(2, 're-sit', '2019-09-02', '2019-09-30')],
    },
  ];
}

function enrolment(cohortId: string) {
  return (
    { code, personId, route, identity, contact }: Telling['cast']['candidates'][number],
    index: number,
  ): Step[] => {
    const number = String(index + 1).padStart(3, '0');
    return [
      { name: `identity ${code}`, path: 'persons', body: { identity, contact } },
      {
        name: `enrolment ${code}`,
        path: `cohorts/${cohortId}/candidacies`,
        body: {
          personId,
          route,
          enteredOn: '2018-10-01',
          candidateNumber: `2018-${number}`,
          entryProof: { kind: PROOFS[route], document: `DOSSIER-2018-${number}` },
        },
      },
    ];
  };
}
