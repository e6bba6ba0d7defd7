import { onTwenty } from '../classroom.js';
import { NOBODY, type Refused, type Scene } from './refusal.js';

const alone = ({ cast }: Scene) => ({ assessors: [{ assessorId: cast.assessor }], agreedBy: 'single' });
const spoken = (scene: Scene) => ({ ...alone(scene), written: false, oral: true });
const written = (scene: Scene) => ({ ...alone(scene), written: true, oral: false });
const place = { occurrence: 1, attempt: 1, session: 1, heldOn: '2019-02-12' };
const exercise = {
  code: 'EX-1',
  heldOn: '2019-02-05',
  result: onTwenty('13').result,
  coefficient: '1',
  work: 'individual',
};

/** A mark of 13 of MARTIN, complete but for what is refused of it. */
const of = (noun: string, modality: string, body: (scene: Scene) => object) => (scene: Scene) =>
  [
    `candidacies/${scene.martin.id}/${noun}`,
    { ...place, modality, outcome: onTwenty('13'), conduct: written(scene), ...body(scene) },
  ] as const;

const FACTS = {
  study: { subjectCode: 'EC-2019-03' },
  play: { scenarioCode: 'MSP-2019-02', partners: ['client'] },
  report: { filedOn: '2019-02-08' },
  exercises: { theme: 'MESURE', exercises: [exercise] },
  file: { fileId: NOBODY, competencies: [] },
} as const;
const project = ({ cast }: Scene) => ({ projectCode: 'PROJET-2019-07', tutors: [cast.tutor] });
const stay = ({ cast }: Scene) => ({
  ...{ companyTutorId: cast.tutor, context: 'professionalisation-contract', daysPresent: 142 },
  period: { from: '2018-10-15', to: '2019-06-14' },
});
const oral = ({ cast }: Scene) => ({
  panel: [{ assessorId: cast.assessor, role: 'president' }],
  ...{ startedAt: '2019-02-12T09:00:00+01:00', endedAt: '2019-02-12T09:45:00+01:00' },
  place: { kind: 'room', code: 'CHABROL-201' },
});
const defence = (scene: Scene) => ({ ...oral(scene), subjectCode: 'PROJET-PRO' });

/** The facts of one kind, given as those of another. */
export const refusedKinds: readonly Refused[] = [
  [
    'a case study with the facts of a role play',
    400,
    'FIELD_UNKNOWN',
    '/facts/scenarioCode',
    of('case-studies', 'F8-M1', () => ({ facts: { ...FACTS.study, ...FACTS.play } })),
  ],
  [
    'a role play with the facts of a case study',
    400,
    'FIELD_UNKNOWN',
    '/facts/subjectCode',
    of('role-plays', 'F5-M2', (scene) => ({ conduct: spoken(scene), facts: { ...FACTS.play, ...FACTS.study } })),
  ],
  [
    'a company assessment with the facts of a report',
    400,
    'FIELD_UNKNOWN',
    '/facts/filedOn',
    of('company-assessments', 'F6-M1', (scene) => ({
      facts: { ...stay(scene), ...FACTS.report },
      company: { name: 'Agence Exemple' },
    })),
  ],
  [
    'an oral defence with the facts of a company assessment',
    400,
    'FIELD_UNKNOWN',
    '/facts/companyTutorId',
    of('oral-defences', 'F6-M3', (scene) => ({
      conduct: spoken(scene),
      facts: { ...defence(scene), companyTutorId: scene.cast.tutor },
    })),
  ],
  [
    'a tutored project with the facts of exercises',
    400,
    'FIELD_UNKNOWN',
    '/facts/theme',
    of('tutored-projects', 'F2-M1', (scene) => ({ facts: { ...project(scene), theme: 'MESURE' } })),
  ],
  [
    'a professional report with the facts of a project',
    400,
    'FIELD_UNKNOWN',
    '/facts/projectCode',
    of('professional-reports', 'F6-M2', () => ({ facts: { ...FACTS.report, projectCode: 'PROJET-2019-07' } })),
  ],
  [
    'exercises with the facts of a validation file',
    400,
    'FIELD_UNKNOWN',
    '/facts/fileId',
    of('exercises', 'F8-M3', () => ({ facts: { ...FACTS.exercises, fileId: NOBODY } })),
  ],
  [
    'a validation file with the facts of exercises',
    400,
    'FIELD_UNKNOWN',
    '/facts/exercises',
    of('vae-files', 'VAE-DOSSIER', () => ({ facts: { ...FACTS.file, exercises: [exercise] } })),
  ],
  [
    'an interview with the facts of a defence',
    400,
    'FIELD_UNKNOWN',
    '/facts/reportId',
    of('vae-interviews', 'VAE-ENTRETIEN', (scene) => ({
      conduct: spoken(scene),
      facts: { ...oral(scene), accompanistPresent: false, reportId: NOBODY },
    })),
  ],
];

/** What the facts of each kind may not say. */
export const refusedFacts: readonly Refused[] = [
  [
    'a role play on a line of case studies',
    409,
    'KIND_MISMATCH',
    '/modality',
    of('role-plays', 'F8-M1', (scene) => ({ conduct: spoken(scene), facts: FACTS.play })),
  ],
  [
    'a line of group work assessed alone',
    409,
    'GROUP_WORK_REQUIRED',
    '/modality',
    of('role-plays', 'F3-M2', (scene) => ({ conduct: spoken(scene), facts: FACTS.play })),
  ],
  [
    'a stay in a company without the company',
    409,
    'COMPANY_MISSING',
    '/company',
    of('company-assessments', 'F6-M1', (scene) => ({ facts: stay(scene) })),
  ],
  [
    'a stay that does not go with the route',
    409,
    'CONTEXT_MISMATCH',
    '/facts/context',
    of('company-assessments', 'F6-M1', (scene) => ({
      facts: { ...stay(scene), context: 'internship' },
      company: { name: 'Agence Exemple' },
    })),
  ],
  [
    'a defence before those who do not assess',
    409,
    'PANEL_NOT_ASSESSORS',
    '/facts/panel',
    of('oral-defences', 'F6-M3', (scene) => ({
      conduct: spoken(scene),
      facts: { ...defence(scene), panel: [{ assessorId: scene.cast.secondAssessor, role: 'president' }] },
    })),
  ],
  [
    'a defence that ends before it begins',
    409,
    'HOURS_REVERSED',
    '/facts/endedAt',
    of('oral-defences', 'F6-M3', (scene) => ({
      conduct: spoken(scene),
      facts: { ...defence(scene), endedAt: '2019-02-12T08:00:00+01:00' },
    })),
  ],
  [
    'a project under a tutor whom nobody knows',
    409,
    'TUTOR_UNKNOWN',
    '/facts/tutors/0',
    of('tutored-projects', 'F2-M1', (scene) => ({
      conduct: spoken(scene),
      facts: { ...project(scene), tutors: [NOBODY] },
    })),
  ],
  [
    'a report filed after it was assessed',
    409,
    'FILED_AFTER_HELD',
    '/facts/filedOn',
    of('professional-reports', 'F6-M2', () => ({ facts: { filedOn: '2019-02-13' } })),
  ],
  [
    'exercises whose mean is another',
    409,
    'RESULT_NOT_OF_EXERCISES',
    '/outcome/result/value',
    of('exercises', 'F8-M3', () => ({ outcome: onTwenty('15'), facts: FACTS.exercises })),
  ],
  [
    'a file of VAE of a candidate in a contract',
    409,
    'NOT_A_SUBSTITUTE_ON_ROUTE',
    '/modality',
    of('vae-files', 'VAE-DOSSIER', () => ({ facts: FACTS.file })),
  ],
  [
    'a file of VAE that was never filed',
    409,
    'FILE_UNKNOWN',
    '/facts/fileId',
    (scene) => [
      `candidacies/${scene.leroy.id}/vae-files`,
      {
        ...place,
        modality: 'VAE-DOSSIER',
        outcome: onTwenty('13'),
        conduct: written(scene),
        facts: FACTS.file,
      },
    ],
  ],
  [
    'a case study of the fiche by a VAE candidate',
    409,
    'ROUTE_DOES_NOT_SIT',
    '/modality',
    (scene) => [`candidacies/${scene.leroy.id}/case-studies`, scene.caseStudy('12', { modality: 'F8-M1' })],
  ],
];
