import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { RunningLedger } from '@minutier/testing';

import { configurationFrom, openLedger } from '../../apps/api/src/index.js';
import { adoption, cohortOpening, identityOf, onTwenty, sentences, sessionOpening } from '../journeys/classroom.js';

const FICHE = fileURLToPath(new URL('../../../deploy/demonstration/fiche-28684.json', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../apps/api/src/main.js', import.meta.url));
export const CANDIDATES = 500;
export const EVALUATIONS = 20;
const AT_ONCE = 32;
const GROUP = 10;
const WITHIN_MS = 120_000;

type Json = Readonly<Record<string, never>> & { readonly id: string };

/** The product in a process of its own, over a folder. */
export class ServedFolder {
  #process: ChildProcess | undefined;
  #url = '';

  constructor(
    readonly folder: string,
    readonly cast: RunningLedger['cast'],
  ) {}

  /** A folder with an empty ledger whose vault knows who records. */
  static async prepared(folder: string): Promise<ServedFolder> {
    const opened = await openLedger(configurationFrom({ MINUTIER_DATA: folder }));
    const registrar = (await opened.vault.registerActor({ name: 'Bench', roles: ['registrar'] })).id;
    const [assessor, secondAssessor, tutor] = await Promise.all(
      ['assessor', 'assessor', 'company-tutor'].map(
        async (role) => (await opened.vault.registerActor({ name: 'Bench', roles: [role as 'assessor'] })).id,
      ),
    );
    await opened.close();
    return new ServedFolder(folder, { registrar, assessor: assessor!, secondAssessor: secondAssessor!, tutor: tutor! });
  }

  get url(): string {
    return this.#url;
  }

  /** Starts it anew: nothing is in its caches, and none of its code is compiled. */
  async start(): Promise<void> {
    const env = { PATH: process.env.PATH, PORT: '0', MINUTIER_DATA: this.folder, MINUTIER_LOG_LEVEL: 'error' };
    const child = fork(PROGRAM, { env, execArgv: [], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    this.#process = child;
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    this.#url = /http:\/\/[\w.-]+:\d+/.exec(line.toString())![0];
    await this.until(async () => (await fetch(`${this.#url}/health/ready`)).ok);
  }

  /** Ends it; it may have been ended already. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child?.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  async post(path: string, body: object): Promise<Json> {
    const answer = await fetch(`${this.#url}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        'minutier-actor': this.cast.registrar,
        'minutier-role': 'registrar',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Json;
  }

  /** The body of an answer, and how many milliseconds it took to arrive whole. */
  async timed(path: string): Promise<{ readonly ms: number; readonly text: string }> {
    const start = performance.now();
    const answer = await fetch(path.startsWith('http') ? path : `${this.#url}${path}`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${text}`);
    return { ms: performance.now() - start, text };
  }

  async until(isThere: () => Promise<boolean>): Promise<void> {
    for (const start = Date.now(); !(await isThere()); await pause(50))
      if (Date.now() - start > WITHIN_MS) throw new Error('what was waited for did not come');
  }
}

/** A cohort as a year leaves it: every candidate with the 20 evaluations of the fiche, alone and in groups of ten. */
export async function madeCohort(server: ServedFolder): Promise<{ cohortId: string; candidacies: readonly string[] }> {
  await server.post('frameworks', { document: JSON.parse(readFileSync(FICHE, 'utf8')) as object });
  await server.post('rules', adoption);
  const { id: cohortId } = await server.post('cohorts', cohortOpening);
  await server.post(`cohorts/${cohortId}/sessions`, sessionOpening);
  const numbers = Array.from({ length: CANDIDATES }, (_, index) => index);
  const candidacies = await each(numbers, async (number) => {
    const { id: personId } = await server.post('persons', identityOf(`NOM ${number}`));
    const enrolment = { personId, route: 'CQ', enteredOn: '2018-10-01' };
    return (await server.post(`cohorts/${cohortId}/candidacies`, enrolment)).id;
  });
  await each(candidacies, async (id, number) => {
    for (const [noun, body] of ownWork(server, markOf(number))) await server.post(`candidacies/${id}/${noun}`, body);
  });
  const groups = Array.from({ length: CANDIDATES / GROUP }, (_, n) => candidacies.slice(n * GROUP, (n + 1) * GROUP));
  const works = await each(groups, async (members, number) => {
    const given = groupWork(server, markOf(number), members);
    return Promise.all(given.map(async ([noun, body]) => (await server.post(`cohorts/${cohortId}/${noun}`, body)).id));
  });
  for (const id of works.flat())
    await server.until(async () => {
      const { lines } = JSON.parse((await server.timed(`/api/v1/group-works/${id}`)).text) as {
        lines: { standing: string }[];
      };
      return lines.every(({ standing }) => standing === 'recorded');
    });
  return { cohortId, candidacies };
}

/** Does the work on every item, so many at once, and gives back what came of each. */
export async function each<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  atOnce = AT_ONCE,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

const markOf = (number: number): string => `${8 + (number % 10)}.50`;

/** The 17 evaluations that a candidate has alone. */
function ownWork({ cast }: ServedFolder, value: string): readonly (readonly [noun: string, body: object])[] {
  const say = sentences({ cast } as RunningLedger);
  const alone = { assessors: [{ assessorId: cast.assessor }], agreedBy: 'single' };
  const [spoken, written] = [
    { ...alone, written: false, oral: true },
    { ...alone, written: true, oral: false },
  ];
  const both = { conduct: { ...alone, written: true, oral: true } };
  const place = { occurrence: 1, attempt: 1, session: 1, heldOn: '2019-02-12', outcome: onTwenty(value) };
  const studies = ['F1-M1', 'F3-M1', 'F4-M1', 'F5-M1', 'F7-M1', 'F8-M1', 'F9-M1'];
  return [
    ...studies.map((modality) => ['case-studies', say.caseStudy(value, { modality })] as const),
    ...['F3-M1', 'F4-M1'].map(
      (modality) => ['case-studies', say.caseStudy(value, { modality, occurrence: 2 })] as const,
    ),
    ...['F8-M2', 'F9-M2'].map((modality) => ['case-studies', say.caseStudy(value, { modality, ...both })] as const),
    ...[1, 2].map((occurrence) => ['role-plays', say.rolePlay(value, { occurrence })] as const),
    ['company-assessments', say.companyAssessment(value)],
    ['professional-reports', { ...place, modality: 'F6-M2', conduct: written, facts: { filedOn: '2019-02-08' } }],
    ['oral-defences', say.oralDefence(value)],
    [
      'tutored-projects',
      { ...place, modality: 'F2-M1', conduct: spoken, facts: { projectCode: 'PROJET-2019-07', tutors: [cast.tutor] } },
    ],
  ];
}

/** The three that the fiche wants of a group. */
function groupWork(
  { cast }: ServedFolder,
  value: string,
  ids: readonly string[],
): readonly (readonly [string, object])[] {
  const say = sentences({ cast } as RunningLedger);
  const members = ids.map((candidacyId) => ({ candidacyId }));
  const facts = { projectCode: 'PROJET-2019-08', tutors: [cast.tutor] };
  return [
    ['group-role-plays', say.groupRolePlay(value, members)],
    ['group-role-plays', say.groupRolePlay(value, members, { modality: 'F3-M2' })],
    ['group-tutored-projects', say.groupRolePlay(value, members, { modality: 'F2-M2', facts })],
  ];
}
