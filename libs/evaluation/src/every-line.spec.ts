import 'reflect-metadata';

import {
  type CandidacyEvent,
  candidacyStream,
  type EvaluationEvent,
  evaluationsOf,
  KIND_OF,
} from '@minutier/candidacy';
import { type EvaluationKind, modalitiesOf } from '@minutier/framework';
import { isRefusal } from '@minutier/ledger';
import { commandContext } from '@minutier/testing';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

import { CANDIDACY_ID, candidacy, conduct, enrolled } from '../../candidacy/src/candidacy.examples.js';
import { CaseStudyFactsInput } from './assess-case-study/assess-case-study.command.js';
import { assessCaseStudy } from './assess-case-study/assess-case-study.decide.js';
import { CompanyFactsInput } from './assess-company/assess-company.command.js';
import { assessCompany } from './assess-company/assess-company.decide.js';
import { ExercisesFactsInput } from './assess-exercises/assess-exercises.command.js';
import { assessExercises } from './assess-exercises/assess-exercises.decide.js';
import { assessGroupExercises } from './assess-group-exercises/assess-group-exercises.decide.js';
import { assessGroupRolePlay } from './assess-group-role-play/assess-group-role-play.decide.js';
import { assessGroupTutoredProject } from './assess-group-tutored-project/assess-group-tutored-project.decide.js';
import { OralDefenceFactsInput } from './assess-oral-defence/assess-oral-defence.command.js';
import { assessOralDefence } from './assess-oral-defence/assess-oral-defence.decide.js';
import { ProfessionalReportFactsInput } from './assess-professional-report/assess-professional-report.command.js';
import { assessProfessionalReport } from './assess-professional-report/assess-professional-report.decide.js';
import { assessRolePlay } from './assess-role-play/assess-role-play.decide.js';
import { TutoredProjectFactsInput } from './assess-tutored-project/assess-tutored-project.command.js';
import { assessTutoredProject } from './assess-tutored-project/assess-tutored-project.decide.js';
import { VaeFileFactsInput } from './assess-vae-file/assess-vae-file.command.js';
import { assessVaeFile } from './assess-vae-file/assess-vae-file.decide.js';
import { VaeInterviewFactsInput } from './assess-vae-interview/assess-vae-interview.command.js';
import { assessVaeInterview } from './assess-vae-interview/assess-vae-interview.decide.js';
import { RolePlayFactsInput } from './assessment-input.js';
import { caseStudy, companyAssessment, frame, input, oralDefence, rolePlay } from './assessment.examples.js';
import { groupExercises, groupRolePlay, groupTutoredProject } from './groupwork.examples.js';
import { groupWorkStream } from './groupwork.state.js';
import type { AssessedGroupWork } from './groupwork.state.js';
import {
  exercises,
  frameOfVae,
  professionalReport,
  tutoredProject,
  validationFileFiled,
  vaeFile,
  vaeInterview,
} from './kinds.examples.js';
import { recordGroupWorkLine } from './record-line-when-group-role-play-assessed/record-group-work-line.decide.js';

type Alone = Exclude<EvaluationKind, 'vae-file' | 'vae-interview'>;
type Group = 'role-play' | 'tutored-project' | 'exercises';
type Row = readonly [
  line: string,
  evaluations: 1 | 2 | 'any',
  kind: Alone,
  work: 'alone' | 'group' | 'either',
  exact: string,
];

/**
 * Goal: nothing that the fiche asks for can be left unrecorded. Method: its 25 lines, quoted, each with the slice of its
 * kind and the number that it states (17 lines, 20 evaluations; 8 lines of exercises state none, A07).
 */
const LINES: readonly Row[] = [
  ['F8-M1', 1, 'case-study', 'alone', '1 étude de cas théorique, individuelle et écrite'],
  ['F8-M2', 1, 'case-study', 'alone', '1 étude de cas pratique, individuelle, écrite avec exposé oral'],
  [
    'F8-M3',
    'any',
    'exercises',
    'alone',
    'Exercices pratiques sur des thématiques et problématiques métier, travail individuel et écrit',
  ],
  ['F9-M1', 1, 'case-study', 'alone', '1 étude de cas théorique, individuelle et écrite'],
  ['F9-M2', 1, 'case-study', 'alone', '1 étude de cas pratique, individuelle, écrite avec exposé oral'],
  ['F9-M3', 'any', 'exercises', 'either', 'Exercices pratiques, travail individuel et/ou de groupe et écrit'],
  ['F4-M1', 2, 'case-study', 'alone', '2 études de cas théoriques et pratiques, individuelles et écrites'],
  [
    'F4-M2',
    'any',
    'exercises',
    'either',
    'Exercices théoriques et pratiques, travail individuel et/ou de groupe et écrit',
  ],
  ['F5-M1', 1, 'case-study', 'alone', '1 étude de cas théorique, individuelle et écrite'],
  ['F5-M2', 2, 'role-play', 'either', '2 mises en situation professionnelles, jeu de rôle'],
  ['F5-M3', 'any', 'exercises', 'either', 'Exercices pratiques, travail individuel et/ou de groupe et écrit'],
  [
    'F6-M1',
    1,
    'company-assessment',
    'alone',
    '1 évaluation tutorée en entreprise (en stage ou contrat de professionnalisation)',
  ],
  [
    'F6-M2',
    1,
    'professional-report',
    'alone',
    '1 rapport professionnel (lié au stage ou au contrat de professionnalisation)',
  ],
  ['F6-M3', 1, 'oral-defence', 'alone', '1 soutenance orale (du projet professionnel)'],
  ['F6-M4', 'any', 'exercises', 'either', 'Exercices pratiques, travail individuel et/ou de groupe et écrit'],
  ['F7-M1', 1, 'case-study', 'alone', '1 étude de cas théorique, individuelle et écrite'],
  ['F7-M2', 'any', 'exercises', 'alone', 'Exercices pratiques, travail individuel et écrit'],
  ['F1-M1', 1, 'case-study', 'alone', '1 étude de cas théorique, individuelle et écrite'],
  ['F1-M2', 1, 'role-play', 'group', '1 mise en situation professionnelle, travail en groupe et présentation orale'],
  [
    'F1-M3',
    'any',
    'exercises',
    'alone',
    'Exercices théoriques sur des thématiques et problématiques métier, travail individuel et écrit',
  ],
  ['F2-M1', 1, 'tutored-project', 'alone', '1 projet individuel tutoré en cours et présentation orale'],
  ['F2-M2', 1, 'tutored-project', 'group', '1 projet de groupe tutoré en cours et présentation orale'],
  ['F2-M3', 'any', 'exercises', 'either', 'Exercices pratiques, travail individuel et/ou de groupe et écrit'],
  ['F3-M1', 2, 'case-study', 'alone', '2 études de cas théoriques, individuelles et écrites'],
  ['F3-M2', 1, 'role-play', 'group', '1 mise en situation professionnelle, travail en groupe et présentation orale'],
];

/** The command of each kind, as its examples give it, and what decides on it. */
const SLICES = {
  'case-study': [assessCaseStudy, caseStudy(), CaseStudyFactsInput],
  'role-play': [assessRolePlay, rolePlay(), RolePlayFactsInput],
  'company-assessment': [assessCompany, companyAssessment(), CompanyFactsInput],
  'oral-defence': [assessOralDefence, oralDefence(), OralDefenceFactsInput],
  'tutored-project': [assessTutoredProject, tutoredProject(), TutoredProjectFactsInput],
  'professional-report': [assessProfessionalReport, professionalReport(), ProfessionalReportFactsInput],
  exercises: [assessExercises, exercises(), ExercisesFactsInput],
  'vae-file': [assessVaeFile, vaeFile(), VaeFileFactsInput],
  'vae-interview': [assessVaeInterview, vaeInterview(), VaeInterviewFactsInput],
} as const;
const GROUPS = {
  'role-play': [assessGroupRolePlay, groupRolePlay()],
  'tutored-project': [assessGroupTutoredProject, groupTutoredProject()],
  exercises: [assessGroupExercises, groupExercises()],
} as const;
const KINDS = Object.keys(SLICES) as EvaluationKind[];

type Decide = (command: object, state: object, within: object) => readonly CandidacyEvent[] | { refused: string };

/** The form that the line asks for; where the fiche is silent, an oral. */
function formOf(line: string) {
  const { written, oral } = modalitiesOf(frame().framework).find(({ modality }) => modality.id === line)!.modality;
  return { written: written ?? false, oral: oral ?? true };
}

/** The member's evaluation that comes of a whole group's work on that line. */
function asGroup(line: string, occurrence: number, kind: Group, before: readonly CandidacyEvent[]) {
  const [decide, command] = GROUPS[kind];
  const held = input(conduct(formOf(line)));
  const facts = (decide as Decide)(
    { ...command, modality: line, occurrence, conduct: held },
    { status: 'absent' },
    frame(),
  );
  if (isRefusal(facts)) return facts;
  const work = (facts as never[]).reduce(groupWorkStream.evolve, groupWorkStream.initial) as AssessedGroupWork;
  const { groupWorkId } = work;
  const given = { groupWorkId, line: 1, candidacyId: CANDIDACY_ID, context: commandContext() };
  return recordGroupWorkLine(given, candidacy(enrolled(), ...before), work, frame());
}

function alone(line: string, occurrence: number, kind: EvaluationKind, before: readonly CandidacyEvent[]) {
  const [decide, command] = SLICES[kind];
  const { assessors, agreedBy } = command.conduct!;
  const held = { ...command.conduct, ...formOf(line), assessors, agreedBy };
  const given = { ...command, modality: line, occurrence, conduct: held };
  return (decide as unknown as Decide)(given, candidacy(enrolled(), ...before), frame());
}

describe('the lines of fiche RNCP 28684', () => {
  it('are these 25, and no other: 17 state their number, 20 evaluations in all', () => {
    const told = modalitiesOf(frame().framework).map(({ modality: { id, count, kind, exact } }) => [
      id,
      count ?? 'any',
      kind,
      exact,
    ]);
    expect(told).toEqual(LINES.map(([id, count, kind, , exact]) => [id, count, kind, exact]));
    const counted = LINES.flatMap(([, count]) => (count === 'any' ? [] : [count]));
    expect([counted.length, counted.reduce<number>((sum, count) => sum + count, 0)]).toEqual([17, 20]);
  });

  it.each(LINES)('%s holds %s of %s, %s: « %s »', (line, count, kind, work) => {
    const recorded: CandidacyEvent[] = [];
    // A line without a number holds as many sets as there are: three stand for them.
    for (let occurrence = 1; occurrence <= (count === 'any' ? 3 : count); occurrence += 1) {
      const groups = work === 'group' || (work === 'either' && occurrence % 2 === 0);
      const facts = groups
        ? asGroup(line, occurrence, kind as Group, recorded)
        : alone(line, occurrence, kind, recorded);
      if ('refused' in facts) throw new Error(`${line} is refused: ${facts.refused}`);
      recorded.push(...facts);
    }
    const kinds = recorded.map(({ type }) => KIND_OF[type as EvaluationEvent['type']]);
    expect(kinds).toEqual(recorded.map(() => kind));
    const standing = recorded.reduce(candidacyStream.evolve, candidacy(enrolled()));
    expect([...evaluationsOf(standing).keys()]).toHaveLength(count === 'any' ? 3 : count);
  });

  it.each(LINES.filter(([, , , work]) => work !== 'either'))(
    '%s (%s %s) is nobody else’s work than %s',
    (line, _count, kind, work) => {
      const refused =
        work === 'alone' ? kind in GROUPS && asGroup(line, 1, kind as Group, []) : alone(line, 1, kind, []);
      if (refused === false) return;
      expect(refused).toMatchObject({ refused: work === 'alone' ? 'GROUP_WORK_EXCLUDED' : 'GROUP_WORK_REQUIRED' });
    },
  );

  it.each(LINES)('%s (%s) takes no %s of another kind', (line, _count, kind) => {
    for (const other of KINDS.filter((one) => one !== kind))
      expect([other, alone(line, 1, other, [])]).toMatchObject([other, { refused: 'KIND_MISMATCH' }]);
    for (const other of (Object.keys(GROUPS) as Group[]).filter((one) => one !== kind))
      expect([other, asGroup(line, 1, other, [])]).toMatchObject([other, { refused: 'KIND_MISMATCH' }]);
  });
});

describe('the lines that a VAE candidate sits instead (A19)', () => {
  it.each([
    ['VAE-DOSSIER', 'vae-file'],
    ['VAE-ENTRETIEN', 'vae-interview'],
  ] as const)('%s holds a %s, and nothing of the fiche’s kinds', (line, kind) => {
    const before = candidacy(enrolled({ route: 'VAE' }), validationFileFiled());
    const assess = (one: EvaluationKind) => {
      const [decide, command] = SLICES[one];
      return (decide as unknown as Decide)({ ...command, modality: line }, before, frameOfVae());
    };
    expect(assess(kind)).toHaveLength(1);
    for (const other of KINDS.filter((one) => one !== kind))
      expect([other, assess(other)]).toMatchObject([other, { refused: 'KIND_MISMATCH' }]);
  });
});

describe('the facts of a kind', () => {
  const faultsOf = (kind: EvaluationKind, facts: object) => {
    const given = plainToInstance<object, object>(SLICES[kind][2], facts);
    return validateSync(given, { whitelist: true, forbidNonWhitelisted: true });
  };

  it.each(KINDS)('are taken as %s’s own, and refused as any other’s', (kind) => {
    const { facts } = SLICES[kind][1];
    expect(faultsOf(kind, facts!)).toEqual([]);
    for (const other of KINDS.filter((one) => one !== kind))
      expect([other, faultsOf(other, facts!).length > 0]).toEqual([other, true]);
  });
});
