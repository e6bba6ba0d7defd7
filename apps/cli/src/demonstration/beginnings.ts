import { CENTRE_IDS, centres } from './centres.js';
import { adoptedRules, nextRules, RULES_ID } from './rules.js';
import type { Chapter, FicheTold, Step, Telling } from './telling.js';

const PROOFS = {
  CQ: 'training-contract',
  FI: 'enrolment',
  FC: 'training-agreement',
  CL: 'application',
  VAE: 'vae-file',
};

/** How it begins: the institution, the fiche, the rules, the centres, the cohort and its sessions, the candidates. */
export function beginnings({ cast }: Telling, document: FicheTold): Chapter[] {
  const { cohortId, registrar, assessors, tutors, board, candidates } = cast;
  const colleagues = [registrar, ...assessors, ...tutors, ...board];
  const inLille = candidates.filter(({ centre }) => centre === 'lille').length;
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
      steps: [{ name: 'rules', path: 'rules', body: adoptedRules() }],
    },
    centres(),
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
            centreId: CENTRE_IDS.paris,
            startsOn: '2018-10-01',
            endsOn: '2019-09-30',
          },
        },
        session(1, 'initial', '2018-10-01', '2019-07-12'),
      ],
    },
    {
      day: '2018-10-02',
      title: `${candidates.length} candidats sont inscrits : 10 en contrat de professionnalisation, 4 étudiants, 2 en formation continue, 1 individuel, 1 en VAE ; ${inLille} se préparent à Lille.`,
      by: 'registrar',
      steps: candidates.flatMap(enrolment(cohortId)),
    },
    rulesTold(cohortId),
    nextRulesAdopted(),
    {
      day: '2019-07-08',
      title: 'La session de rattrapage est ouverte, du 2 au 30 septembre 2019.',
      by: 'registrar',
      steps: [session(2, 're-sit', '2019-09-02', '2019-09-30')],
    },
  ];
}

/** When were the candidates told? On this day. */
function rulesTold(cohortId: string): Chapter {
  return {
    day: '2018-10-08',
    title: 'Le règlement est remis à toute la promotion, contre émargement.',
    by: 'registrar',
    steps: [
      {
        name: 'rules told',
        path: `cohorts/${cohortId}/rules-communications`,
        body: {
          rules: { id: RULES_ID, version: 1 },
          channel: 'hand-delivery',
          communicatedOn: '2018-10-08',
          document: 'EMARG-2018-10-08',
        },
      },
    ],
  };
}

/** Nobody is pinned to it here: it stands beside, for who asks what it would change. */
function nextRulesAdopted(): Chapter {
  return {
    day: '2019-07-01',
    title: 'Une deuxième version du règlement est adoptée pour la promotion suivante : plus exigeante par fonction.',
    by: 'registrar',
    steps: [{ name: 'next rules', path: 'rules', body: nextRules() }],
  };
}

function enrolment(cohortId: string) {
  return (
    { code, personId, route, centre, identity, contact }: Telling['cast']['candidates'][number],
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
          centreId: CENTRE_IDS[centre],
          candidateNumber: `2018-${number}`,
          entryProof: { kind: PROOFS[route], document: `DOSSIER-2018-${number}` },
        },
      },
    ];
  };
}
