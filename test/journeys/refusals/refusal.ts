import { type Answer, fiche28684, type RunningLedger } from '@minutier/testing';

import {
  adoption,
  type Classroom,
  cohortOpening,
  identityOf,
  onTwenty,
  openClassroom,
  sessionOpening,
} from '../classroom.js';
import { eventually } from '../eventually.js';

/** Ids of what stands in the ledger before the first refusal; of each person the candidacy. */
export interface Scene extends Classroom {
  readonly cast: RunningLedger['cast'];
  /** Has a case study on F1-M1, an absence on F4-M1, a second try on F7-M1, and a line of the group’s work. */
  readonly martin: { readonly id: string; readonly study: string; readonly absence: string; readonly personId: string };
  /** Has a case study on F1-M1; the marks of session 1 are frozen. */
  readonly durand: { readonly id: string; readonly study: string };
  /** Withdrew on 15 March. */
  readonly petit: string;
  /** One incident without a hearing; another with one, and an exclusion until the end of June. */
  readonly roux: { readonly id: string; readonly study: string; readonly unheard: string; readonly heard: string };
  /** Function F9 is recognised, the second assessor is a relative, more time is granted until the end of January. */
  readonly morel: { readonly id: string; readonly accommodation: string; readonly equivalence: string };
  /** On leave from February on; one blind mark of F9-M1. */
  readonly faure: { readonly id: string; readonly blind: string };
  /** In VAE: a request admissible for the first block, until the end of 2019. */
  readonly leroy: { readonly id: string; readonly feasibility: string };
  readonly groupWork: string;
  /** Another cohort without a session, and one that is closed. */
  readonly nextCohort: string;
  readonly closedCohort: string;
  readonly centre: { readonly id: string; readonly habilitation: string };
}

/** A line of a table: what is refused, status, code and pointer of the refusal (null: at no field), and the command. */
export type Refused = readonly [
  name: string,
  status: 400 | 404 | 409,
  code: string,
  pointer: string | null,
  command: (scene: Scene) => readonly [path: string, body: object],
];

export const NOBODY = '00000000-0000-4000-8000-000000000000';
export const authority = { code: 'examination-office', document: 'NOTE-12' };
export const [BC01, BC02] = ['RNCP28684BC01', 'RNCP28684BC02'] as const;
export const BLIND_PLACE = { modality: 'F9-M1', occurrence: 1, attempt: 1, session: 1, heldOn: '2019-01-15' };

const replacing = (line: string, kind: string, form: object) => ({
  ...{ line, labelExact: line, kind, work: 'individual', replaces: { level: 'block', codes: [BC01] }, routes: ['VAE'] },
  ...{ scale: 'twenty', coefficient: '1', missing: 'blocks', justifiedAbsence: 'blocks', unjustifiedAbsence: 'zero' },
  ...{ countingAttempt: 'last', expectedOccurrences: 1, ...form },
});

/** Two attempts, two assessors on F9-M2, three blind marks on F9-M1, and what a VAE candidate does for the first block. */
const rules = {
  ...adoption,
  attemptRules: [{ attemptsMax: 2, withoutFirstAttempt: false }],
  markingRules: [
    { modality: 'F9-M1', assessorsMin: 3, blind: true },
    { modality: 'F9-M2', assessorsMin: 2, blind: false },
  ],
  substituteLines: [
    replacing('VAE-DOSSIER', 'vae-file', { written: true, oral: false }),
    replacing('VAE-ENTRETIEN', 'vae-interview', { written: false, oral: true }),
  ],
};

/** Plays what stands before the first refusal, until every reaction has run. */
export async function played(ledger: RunningLedger): Promise<Scene> {
  const registrar = ledger.as('registrar');
  const record = (path: string, body: object): Promise<Answer['body']> => registrar.record(path, body);
  await record('frameworks', { document: fiche28684() });
  await record('rules', rules);
  const room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT', 'ROUX', 'MOREL', 'FAURE']);
  const [martin, durand, petit, roux, morel, faure] = room.candidacies as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const reSit = { session: 2, kind: 're-sit', opensOn: '2019-09-02', closesOn: '2019-09-20' };
  await record(`cohorts/${room.cohortId}/sessions`, reSit);
  await record(`cohorts/${room.cohortId}/sessions`, {
    ...reSit,
    session: 3,
    opensOn: '2019-09-23',
    closesOn: '2019-09-27',
  });
  await record(`cohorts/${room.cohortId}/session-closures`, { session: 3, closedOn: '2019-09-27' });
  const act = (candidacy: string, noun: string, body: object) =>
    record(`candidacies/${candidacy}/${noun}`, { authority, ...body });
  const study = async (candidacy: string, changes: object = {}): Promise<string> =>
    (await record(`candidacies/${candidacy}/case-studies`, room.caseStudy('12', changes))).evaluationId;
  const missed = {
    modality: 'F4-M1',
    outcome: { kind: 'absence', justified: true },
    conduct: undefined,
    facts: undefined,
  };
  const marks = { study: await study(martin), absence: await study(martin, missed) };
  await study(martin, { modality: 'F7-M1' });
  await study(martin, { modality: 'F7-M1', attempt: 2, session: 2, heldOn: '2019-09-03' });
  const frozen = { id: durand, study: await study(durand) };
  await act(durand, 'freezes', { session: 1, reason: 'before-jury' });
  await act(petit, 'withdrawals', { effectiveOn: '2019-03-15', reason: 'no-news' });
  await act(faure, 'suspensions', { from: '2019-02-01', reason: 'leave' });
  return {
    ...room,
    cast: ledger.cast,
    martin: { id: martin, ...marks, personId: (await registrar.read(`candidacies/${martin}`)).personId },
    durand: frozen,
    petit,
    roux: { id: roux, study: await study(roux), ...(await accused(roux, act, ledger.cast.registrar)) },
    morel: { id: morel, ...(await recognised(morel, act, ledger.cast.secondAssessor)) },
    faure: {
      id: faure,
      blind: (await record(`candidacies/${faure}/blind-marks`, blindMark(ledger.cast.assessor))).evaluationId,
    },
    leroy: await inVae(room, record, act),
    groupWork: await grouped(ledger, room, [martin, morel]),
    ...(await around(ledger, record)),
  };
}

type Act = (candidacy: string, noun: string, body: object) => Promise<Answer['body']>;
type Recording = (path: string, body: object) => Promise<Answer['body']>;

/** One marker's mark of F9-M1. */
export function blindMark(assessorId: string, changes: object = {}): object {
  const mark = { result: onTwenty('13').result };
  return {
    ...BLIND_PLACE,
    assessorId,
    mark,
    written: true,
    oral: false,
    facts: { subjectCode: 'EC-2019-03' },
    ...changes,
  };
}

async function accused(candidacy: string, act: Act, registrar: string) {
  const reported = { kind: 'fraud-suspected', occurredOn: '2019-01-15', facts: 'Deux copies identiques.' };
  const { incidentId: unheard } = await act(candidacy, 'incidents', { ...reported, authority: undefined });
  const { incidentId: heard } = await act(candidacy, 'incidents', { ...reported, authority: undefined });
  const hearing = { heardOn: '2019-02-04', came: true, heardBy: [registrar], assisted: false, authority: undefined };
  await act(candidacy, `incidents/${heard}/hearings`, hearing);
  const sanction = { decidedOn: '2019-02-11', kind: 'excluded', until: '2019-06-30', reason: 'fraud' };
  await act(candidacy, `incidents/${heard}/sanctions`, sanction);
  return { unheard, heard };
}

async function recognised(candidacy: string, act: Act, assessorId: string) {
  const granted = { level: 'function', code: 'F9', source: { number: 'RNCP35608' }, documentSeen: 'DIPLOME-2016-118' };
  const { equivalenceId } = await act(candidacy, 'equivalences', { ...granted, decidedOn: '2018-11-12' });
  const tie = { assessorId, kind: 'relative', source: 'declared', mayAssess: false, declaredOn: '2018-10-08' };
  await act(candidacy, 'assessor-links', tie);
  const more = { measures: ['extra-time-third'], from: '2018-11-05', until: '2019-01-31', decidedOn: '2018-11-05' };
  const { accommodationId } = await act(candidacy, 'accommodations', more);
  return { accommodation: accommodationId, equivalence: equivalenceId };
}

async function inVae({ cohortId }: Classroom, record: Recording, act: Act) {
  const { id: personId } = await record('persons', identityOf('LEROY'));
  const { id } = await record(`cohorts/${cohortId}/candidacies`, { personId, route: 'VAE', enteredOn: '2018-10-01' });
  const asked = {
    requestedOn: '2018-10-01',
    decidedOn: '2018-11-20',
    scope: 'blocks',
    blocks: [BC01],
    admissible: true,
  };
  const { feasibilityId } = await act(id, 'feasibility-decisions', { ...asked, validUntil: '2019-12-31' });
  return { id, feasibility: feasibilityId };
}

async function grouped(ledger: RunningLedger, room: Classroom, members: readonly string[]): Promise<string> {
  const work = room.groupRolePlay(
    '13',
    members.map((candidacyId) => ({ candidacyId })),
  );
  const { id } = await ledger.as('assessor').record(`cohorts/${room.cohortId}/group-role-plays`, work);
  await eventually(async () => {
    const { lines } = await ledger.as('registrar').read(`group-works/${id}`);
    expect(lines.map(({ standing }: Answer['body']) => standing)).toEqual(['recorded', 'recorded']);
  });
  return id;
}

/** Other cohorts, and a centre that prepares but does not evaluate. */
async function around(ledger: RunningLedger, record: Recording) {
  const { id: nextCohort } = await record('cohorts', { ...cohortOpening, code: '2019-2020-PARIS' });
  const { id: closedCohort } = await record('cohorts', { ...cohortOpening, code: '2017-2018-PARIS' });
  await record(`cohorts/${closedCohort}/sessions`, sessionOpening);
  await record(`cohorts/${closedCohort}/session-closures`, { session: 1, closedOn: '2019-07-04' });
  await record(`cohorts/${closedCohort}/closures`, { closedOn: '2019-07-05' });
  const { id } = await record('centres', { siret: '73282932000074', code: 'CFA-LILLE' });
  const entitled = { number: 'RNCP28684', scope: ['prepare'], from: '2018-09-01', document: 'CONV-2018-07', authority };
  const { receipt } = await record(`centres/${id}/habilitations`, entitled);
  const { habilitations } = await ledger.as('registrar').read(`centres/${id}?atLeast=${receipt}`);
  return { nextCohort, closedCohort, centre: { id, habilitation: habilitations[0].habilitationId } };
}

/** Those of whom the scene keeps more than the id. */
type Named = 'martin' | 'durand' | 'roux' | 'morel' | 'faure' | 'leroy';
/** An act on one of the candidates, by an authority. */
export const act =
  (who: Named | 'petit', noun: string | ((scene: Scene) => string), body: object | ((scene: Scene) => object)) =>
  (scene: Scene) => {
    const id = who === 'petit' ? scene.petit : scene[who].id;
    const path = `candidacies/${id}/${typeof noun === 'function' ? noun(scene) : noun}`;
    return [path, { authority, ...(typeof body === 'function' ? body(scene) : body) }] as const;
  };
