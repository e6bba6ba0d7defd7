import { evaluationIdOf } from '@minutier/candidacy';
import { derivedId } from '@minutier/ledger';

import { trueMark } from './case-studies.js';
import { commandIdOf, type StoryCandidate } from './cast.js';
import { placed } from './centres.js';
import { appreciationOf, bySeveral, onLevels, outcomeOf, type Quarters } from './marks.js';
import type { Chapter, Step, Telling } from './telling.js';

const REQUEST = 'feasibility';
const FILE = 'validation file';
const READ_ON = '2019-03-25';
const HEARD_ON = '2019-04-17';

/** The blocks, each with competencies of its activity that the file was looked at for. */
const BLOCKS = [
  { block: 'BC03', competencies: ['A1-C1', 'A1-C5', 'A1-C9'] },
  { block: 'BC02', competencies: ['A2-C1', 'A2-C10', 'A2-C17'] },
  { block: 'BC01', competencies: ['A3-C1', 'A3-C2'] },
] as const;

/** By VAE none of the fiche's evaluations is sat: a request, a file, and for each block its reading and an interview (A19). */
export function vae(telling: Telling): Chapter[] {
  const { seed, cast } = telling;
  const one = cast.candidates.find(({ route }) => route === 'VAE')!;
  const file = `candidacies/${one.candidacyId}`;
  return [
    {
      day: '2018-11-20',
      title: 'VAE : la demande est déclarée recevable.',
      by: 'registrar',
      steps: [
        {
          name: REQUEST,
          path: `${file}/feasibility-decisions`,
          body: {
            ...{ requestedOn: '2018-10-01', decidedOn: '2018-11-20', admissible: true, scope: 'title' },
            validUntil: '2019-11-20',
            authority: { code: 'director', document: 'RECEV-2018-01' },
          },
        },
      ],
    },
    {
      day: '2019-02-20',
      title: 'VAE : le dossier de validation est déposé ; le jury a trois mois.',
      by: 'registrar',
      steps: [
        {
          name: FILE,
          path: `${file}/validation-files`,
          body: {
            feasibilityId: derivedId('feasibility', commandIdOf(seed, REQUEST)),
            ...{ filedOn: '2019-02-20', scope: 'title', document: 'VAE-2019-0012' },
          },
        },
      ],
    },
    {
      day: '2019-03-28',
      title: 'VAE : deux évaluateurs ont lu le dossier, bloc par bloc, compétences à l’appui.',
      by: 'registrar',
      steps: BLOCKS.map((part) => reading(telling, one, part)),
    },
    {
      day: '2019-04-18',
      title: 'VAE : un entretien par bloc, sur les lignes que le règlement substitue à celles de la fiche.',
      by: 'registrar',
      steps: BLOCKS.map(({ block }, turn) => interview(telling, one, block, turn)),
    },
  ];
}

function reading(telling: Telling, one: StoryCandidate, { block, competencies }: (typeof BLOCKS)[number]): Step {
  const modality = `VAE-${block}-DOSSIER`;
  const quarters = trueMark(telling, one, modality, 1);
  const fileId = derivedId('validation-file', commandIdOf(telling.seed, FILE));
  return {
    name: modality,
    path: `candidacies/${one.candidacyId}/vae-files`,
    body: {
      ...placed({ modality, occurrence: 1, heldOn: READ_ON }),
      outcome: outcomeOf(quarters),
      conduct: examiners(telling, quarters, { written: true, oral: false }),
      facts: { fileId, competencies: competencies.map((code) => ({ code, result: onLevels(quarters) })) },
      appreciation: appreciationOf(quarters, telling.dice(`words ${modality}`)),
    },
  };
}

function interview(telling: Telling, one: StoryCandidate, block: string, turn: number): Step {
  const modality = `VAE-${block}-ENTRETIEN`;
  const quarters = trueMark(telling, one, modality, 1);
  const [president, member] = telling.cast.assessors;
  const read = { modality: `VAE-${block}-DOSSIER`, occurrence: 1, attempt: 1, entry: 1 };
  return {
    name: modality,
    path: `candidacies/${one.candidacyId}/vae-interviews`,
    body: {
      ...placed({ modality, occurrence: 1, heldOn: HEARD_ON }),
      outcome: outcomeOf(quarters),
      conduct: examiners(telling, quarters, { written: false, oral: true }),
      facts: {
        panel: [
          { assessorId: president!.id, role: 'president' },
          { assessorId: member!.id, role: 'member' },
        ],
        startedAt: `${HEARD_ON}T${14 + turn}:00:00+02:00`,
        endedAt: `${HEARD_ON}T${14 + turn}:40:00+02:00`,
        place: { kind: 'room', code: 'CHABROL-104' },
        fileEvaluationId: evaluationIdOf(one.candidacyId, read),
        accompanistPresent: false,
      },
      appreciation: appreciationOf(quarters, telling.dice(`words ${modality}`)),
    },
  };
}

function examiners({ cast }: Telling, quarters: Quarters, form: { written: boolean; oral: boolean }) {
  const [first, second] = cast.assessors;
  const parts = [first!, second!].map((assessor) => ({ assessor, quarters }));
  return bySeveral(parts, 'agreement', form);
}
