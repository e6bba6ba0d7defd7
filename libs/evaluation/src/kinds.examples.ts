import type {
  Assessed,
  ExercisesAssessed,
  ProfessionalReportAssessed,
  TutoredProjectAssessed,
  VaeFileAssessed,
  VaeInterviewAssessed,
  ValidationFileFiled,
} from '@minutier/candidacy';
import type { Grid, Rules, SubstituteLine } from '@minutier/framework';
import type { SealedCommand } from '@minutier/ledger';
import { commandWith } from '@minutier/testing';

import {
  ASSESSOR,
  caseStudyAssessed,
  conduct,
  mark,
  PRESIDENT,
  TUTOR,
} from '../../candidacy/src/candidacy.examples.js';
import { DEMONSTRATION, rules } from '../../framework/src/rules.examples.js';
import type { AssessExercises } from './assess-exercises/assess-exercises.command.js';
import type { AssessProfessionalReport } from './assess-professional-report/assess-professional-report.command.js';
import type { AssessTutoredProject } from './assess-tutored-project/assess-tutored-project.command.js';
import type { AssessVaeFile } from './assess-vae-file/assess-vae-file.command.js';
import type { AssessVaeInterview } from './assess-vae-interview/assess-vae-interview.command.js';
import { frame, placed } from './assessment.examples.js';

type Changes = Partial<Assessed<never>>;
const spoken = conduct({ written: false, oral: true });

/** What an evaluation of any kind says: as the case study's, on another line and with other facts. */
function said<Facts>(facts: Facts, changes: Changes): Assessed<Facts> {
  return caseStudyAssessed({ facts: facts as never, ...changes }).data as unknown as Assessed<Facts>;
}

/** F2-M1, « 1 projet individuel tutoré en cours et présentation orale ». */
export function tutoredProjectAssessed(changes: Changes = {}): TutoredProjectAssessed {
  const facts = {
    projectCode: 'PROJET-2019-07',
    project: null,
    tutors: [TUTOR],
    individualPart: null,
    groupPart: null,
  };
  return { type: 'TutoredProjectAssessed', data: said(facts, { modality: 'F2-M1', conduct: spoken, ...changes }) };
}

/** F6-M2, « 1 rapport professionnel (lié au stage ou au contrat de professionnalisation) ». */
export function professionalReportAssessed(changes: Changes = {}): ProfessionalReportAssessed {
  const facts = { reportTitle: null, filedOn: '2019-06-07', companyEvaluationId: null };
  const given = { modality: 'F6-M2', heldOn: '2019-06-14', ...changes };
  return { type: 'ProfessionalReportAssessed', data: said(facts, given) };
}

/** F8-M3, « Exercices pratiques …, travail individuel et écrit »: 12, 15 that counts twice, and one not marked, give 14. */
export function exercisesAssessed(changes: Changes = {}): ExercisesAssessed {
  const exercise = (code: string, value: string | null, coefficient: string) => ({
    code,
    heldOn: '2019-01-15',
    result: value === null ? null : { scale: 'twenty', value },
    coefficient,
    work: 'individual' as const,
  });
  const facts = {
    theme: 'MESURE',
    exercises: [exercise('EX-1', '12', '1'), exercise('EX-2', '15', '2'), exercise('EX-3', null, '1')],
  };
  return { type: 'ExercisesAssessed', data: said(facts, { modality: 'F8-M3', outcome: mark('14'), ...changes }) };
}

export const FILE_ID = '5f0f3c1e-0000-5000-8000-0000000000f1';

/** The validation file of a VAE candidate, filed for the whole title. */
export function validationFileFiled(): ValidationFileFiled {
  return {
    type: 'ValidationFileFiled',
    data: {
      fileId: FILE_ID,
      feasibilityId: '5f0f3c1e-0000-5000-8000-0000000000f0',
      filedOn: '2018-12-03',
      scope: 'title',
      blocks: [],
      juryDueBy: null,
      document: 'VAE-2018-004',
    },
  };
}

export function vaeFileAssessed(changes: Changes = {}): VaeFileAssessed {
  const facts = { fileId: FILE_ID, competencies: [{ code: 'A1-C1', result: { scale: 'apna', value: 'A' } }] };
  return { type: 'VaeFileAssessed', data: said(facts, { modality: 'VAE-DOSSIER', ...changes }) };
}

export function vaeInterviewAssessed(changes: Changes = {}): VaeInterviewAssessed {
  const facts = {
    panel: [
      { assessorId: ASSESSOR, role: 'member' as const },
      { assessorId: PRESIDENT, role: 'president' as const },
    ],
    startedAt: '2019-06-18T07:00:00.000Z',
    endedAt: '2019-06-18T07:45:00.000Z',
    place: { kind: 'room' as const, code: 'CHABROL-201' },
    fileEvaluationId: null,
    accompanistPresent: false,
  };
  const assessors = facts.panel.map(({ assessorId }) => ({ assessorId, result: null, grid: null }));
  const held = conduct({ assessors, agreedBy: 'agreement', written: false, oral: true });
  const given = { modality: 'VAE-ENTRETIEN', heldOn: '2019-06-18', conduct: held, ...changes };
  return { type: 'VaeInterviewAssessed', data: said(facts, given) };
}

const LEVELS = ['NA', 'PA', 'A'].map((code, index) => ({ code, label: code, value: String(index * 10) }));

/** The demonstration's rules with levels beside its marks, and the lines that a VAE candidate sits instead (A19). */
export function rulesOfVae(changes: Partial<SubstituteLine> = {}): Rules {
  const adopted = rules(DEMONSTRATION);
  const line = (code: string, kind: 'vae-file' | 'vae-interview', block: string): SubstituteLine => ({
    line: code,
    labelExact: `Épreuve ${code}`,
    kind,
    work: 'individual',
    written: null,
    oral: kind === 'vae-interview' ? true : null,
    replaces: { level: 'block', codes: [block] },
    routes: ['VAE'],
    scale: 'twenty',
    coefficient: '1',
    floor: null,
    missing: 'blocks',
    justifiedAbsence: 'blocks',
    unjustifiedAbsence: 'zero',
    countingAttempt: 'last',
    expectedOccurrences: 1,
    ...changes,
  });
  return {
    ...adopted,
    scales: [...adopted.scales, { code: 'apna', kind: 'level', levels: LEVELS }],
    substituteLines: [
      line('VAE-DOSSIER', 'vae-file', 'RNCP28684BC02'),
      line('VAE-ENTRETIEN', 'vae-interview', 'RNCP28684BC03'),
    ],
  };
}

/** Rules that adopt these grids. */
export function rulesOfGrids(...grids: readonly Grid[]): Rules {
  return { ...rulesOfVae(), grids };
}

/** A grid of two criteria out of twenty, the first of which counts three times, and one that only informs. */
export function grid(changes: Partial<Grid> = {}): Grid {
  const criterion = (code: string, coefficient: string, scale = 'twenty') => ({
    code,
    labelExact: code,
    competencies: [],
    scale,
    coefficient,
  });
  return {
    gridId: 'GRILLE-EC',
    gridVersion: 1,
    labelExact: 'Grille des études de cas',
    modalities: ['F8-M1'],
    aggregation: 'weighted-mean',
    rounding: null,
    criteria: [criterion('C1', '3'), criterion('C2', '1'), criterion('C3', '0', 'apna')],
    ...changes,
  };
}

/** Where VAE candidates are assessed. */
export const frameOfVae = (changes: Partial<SubstituteLine> = {}) => frame({ rules: rulesOfVae(changes) });

type Project = SealedCommand<AssessTutoredProject>;
type Report = SealedCommand<AssessProfessionalReport>;
type Exercises = SealedCommand<AssessExercises>;
type VaeFile = SealedCommand<AssessVaeFile>;
type VaeInterview = SealedCommand<AssessVaeInterview>;

/** Commands that bring about these events, unless `changes` say otherwise; nulls of the events are absent in them. */
export function tutoredProject(changes: Partial<Project> = {}): Project {
  const { data } = tutoredProjectAssessed();
  const facts = { projectCode: data.facts!.projectCode, tutors: [TUTOR] };
  return commandWith<Project>({ ...placed(data as never), facts, project: null, ...changes });
}

export function professionalReport(changes: Partial<Report> = {}): Report {
  const { data } = professionalReportAssessed();
  return commandWith<Report>({
    ...placed(data as never),
    facts: { filedOn: '2019-06-07' },
    reportTitle: null,
    ...changes,
  });
}

export function exercises(changes: Partial<Exercises> = {}): Exercises {
  const { data } = exercisesAssessed();
  const { theme, exercises: set } = data.facts!;
  const given = set.map(({ result, ...one }) => ({ ...one, ...(result && { result }) }));
  return commandWith<Exercises>({ ...placed(data as never), facts: { theme, exercises: given }, ...changes });
}

export function vaeFile(changes: Partial<VaeFile> = {}): VaeFile {
  const { data } = vaeFileAssessed();
  const { fileId, competencies } = data.facts!;
  return commandWith<VaeFile>({
    ...placed(data as never),
    facts: { fileId, competencies: [...competencies] },
    ...changes,
  });
}

export function vaeInterview(changes: Partial<VaeInterview> = {}): VaeInterview {
  const { data } = vaeInterviewAssessed();
  const { fileEvaluationId: _none, panel, ...facts } = data.facts!;
  return commandWith<VaeInterview>({ ...placed(data as never), facts: { ...facts, panel: [...panel] }, ...changes });
}
