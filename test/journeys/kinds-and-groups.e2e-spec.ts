import { type Answer, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, onTwenty, openClassroom } from './classroom.js';
import { eventually } from './eventually.js';

type Body = Answer['body'];
const AUTHORITY = { code: 'examination-office', document: 'NOTE-12' };

onEachStore('Every kind of evaluation, and the life of a group’s work', (ledger) => {
  let room: Classroom;
  let spoken: object;
  let written: object;
  const read = (path: string): Promise<Body> => ledger.as('registrar').read(path);
  const place = { occurrence: 1, attempt: 1, session: 1, heldOn: '2019-02-12' };
  const exercise = (code: string, value: string, work?: string) => ({
    ...{ code, heldOn: '2019-02-05', result: { scale: 'twenty', value }, coefficient: '1' },
    ...(work === undefined ? {} : { work }),
  });

  const record = (candidacy: number, kind: string, body: object) =>
    ledger.as('assessor').record(`candidacies/${room.candidacies[candidacy]}/${kind}`, { ...place, ...body });
  const refused = async (path: string, body: object) => {
    const { status, body: problem } = await ledger.as('registrar').post(path, body);
    return [status, problem.code, problem.pointer];
  };
  const refusedAlone = (kind: string, body: object) =>
    refused(`candidacies/${room.candidacies[0]}/${kind}`, { ...place, ...body });

  /** Where the lines of a group's work stand, once these are the standings. */
  const standing = (groupWorkId: string, expected: readonly string[]): Promise<Body> =>
    eventually(async () => {
      const group = await read(`group-works/${groupWorkId}`);
      expect(group.lines.map((line: Body) => line.standing)).toEqual(expected);
      return group;
    });
  const group = async (kind: string, body: object, expected: readonly string[]) => {
    const path = `cohorts/${room.cohortId}/group-${kind}`;
    const { id } = await ledger.as('assessor').record(path, { ...place, ...body });
    return standing(id, expected);
  };
  const settle = (groupWorkId: string, line: number, settlement: string, reason: string) =>
    ledger.as('registrar').record(`group-works/${groupWorkId}/settlements`, {
      ...{ line, settlement, reason, authority: AUTHORITY },
      explanation: 'Vu avec le centre le 14.',
    });
  const voiding = { reason: 'recorded-in-error', authority: AUTHORITY };
  const lasting = async (candidacy: number, type: string): Promise<Body[]> =>
    (await read(`audit/events?stream=candidacy-${room.candidacies[candidacy]}&type=${type}`)).items;

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT']);
    const alone = { assessors: [{ assessorId: ledger.cast.assessor }], agreedBy: 'single' };
    spoken = { ...alone, written: false, oral: true };
    written = { ...alone, written: true, oral: false };
  });

  it('records an individual project, a report and any number of exercises', async () => {
    const facts = { projectCode: 'PROJET-2019-07', tutors: [ledger.cast.tutor], individualPart: onTwenty('15').result };
    const project = { modality: 'F2-M1', outcome: onTwenty('15'), conduct: spoken, facts };
    await record(0, 'tutored-projects', { ...project, project: 'La marque de sa propre agence.' });
    await record(0, 'professional-reports', {
      ...{ modality: 'F6-M2', outcome: onTwenty('13'), conduct: written, facts: { filedOn: '2019-02-08' } },
      reportTitle: 'Un an à l’agence Exemple',
    });
    let receipt = '';
    for (const occurrence of [1, 2, 3]) {
      const set = [exercise('EX-1', '12', 'individual'), exercise('EX-2', `${12 + occurrence}`, 'individual')];
      ({ receipt } = await record(0, 'exercises', {
        ...{ modality: 'F8-M3', occurrence, outcome: onTwenty(`${12 + occurrence / 2}`), conduct: written },
        facts: { theme: 'MESURE', exercises: set },
      }));
    }
    const { evaluations } = await read(`candidacies/${room.candidacies[0]}?atLeast=${receipt}`);
    expect(evaluations.map(({ kind, modality }: Body) => `${modality} ${kind}`).sort()).toEqual([
      'F2-M1 tutored-project',
      'F6-M2 professional-report',
      ...Array<string>(3).fill('F8-M3 exercises'),
    ]);
    const shown = JSON.stringify(evaluations);
    expect(shown).toContain('La marque de sa propre agence.');
    const [sealed] = await lasting(0, 'TutoredProjectAssessed');
    expect(sealed.data.facts.project).not.toEqual(expect.stringContaining('agence'));
  });

  it('says no where the facts do not hold together', async () => {
    const project = (changes: object) => ({
      ...{ modality: 'F2-M1', attempt: 2, outcome: onTwenty('15'), conduct: spoken },
      facts: { projectCode: 'PROJET-2019-07', tutors: [ledger.cast.tutor], ...changes },
    });
    const parts = { groupPart: onTwenty('13').result };
    expect(await refusedAlone('tutored-projects', project({ tutors: [uuid()] }))).toEqual([
      409,
      'TUTOR_UNKNOWN',
      '/facts/tutors/0',
    ]);
    expect(await refusedAlone('tutored-projects', project(parts))).toEqual([409, 'PARTS_DISAGREE', '/facts/groupPart']);
    const set = { modality: 'F7-M2', outcome: onTwenty('13'), conduct: written };
    const twice = [exercise('EX-1', '13', 'individual'), exercise('EX-1', '13', 'individual')];
    for (const [exercises, code, pointer] of [
      [[], 'EXERCISES_EMPTY', '/facts/exercises'],
      [twice, 'EXERCISE_REPEATED', '/facts/exercises/1/code'],
      [[exercise('EX-1', '12', 'individual')], 'RESULT_NOT_OF_EXERCISES', '/outcome/result/value'],
      [[exercise('EX-1', '13', 'group')], 'GROUP_WORK_EXCLUDED', '/facts/exercises/0/work'],
    ])
      expect(await refusedAlone('exercises', { ...set, facts: { theme: 'BUDGET', exercises } })).toEqual([
        409,
        code,
        pointer,
      ]);
    const report = { modality: 'F6-M2', attempt: 2, outcome: onTwenty('13'), conduct: written };
    expect(await refusedAlone('professional-reports', { ...report, facts: { filedOn: '2019-02-13' } })).toEqual([
      409,
      'FILED_AFTER_HELD',
      '/facts/filedOn',
    ]);
    // The rules of this story name nothing that a VAE candidate does instead.
    const file = { modality: 'VAE-DOSSIER', outcome: onTwenty('13'), conduct: written };
    expect(await refusedAlone('vae-files', { ...file, facts: { fileId: uuid(), competencies: [] } })).toEqual([
      409,
      'NOT_A_SUBSTITUTE_ON_ROUTE',
      '/modality',
    ]);
  });

  it('finds no candidacy that nobody is enrolled in, whatever the kind', async () => {
    const body = (modality: string, facts: object) => ({
      ...place,
      modality,
      outcome: onTwenty('13'),
      conduct: spoken,
      facts,
    });
    const set = { theme: 'MESURE', exercises: [exercise('EX-1', '13', 'individual')] };
    for (const [kind, given] of [
      ['tutored-projects', body('F2-M1', { projectCode: 'PROJET-2019-07', tutors: [ledger.cast.tutor] })],
      ['professional-reports', body('F6-M2', { filedOn: '2019-02-08' })],
      ['exercises', body('F8-M3', set)],
      ['vae-files', body('VAE-DOSSIER', { fileId: uuid(), competencies: [] })],
    ] as const)
      expect([kind, ...(await refused(`candidacies/${uuid()}/${kind}`, given))]).toEqual([
        kind,
        404,
        'CANDIDACY_NOT_FOUND',
        undefined,
      ]);
  });

  it('takes the facts of no other kind', async () => {
    const study = { facts: { subjectCode: 'EC-2019-03' }, outcome: onTwenty('13'), conduct: written };
    for (const kind of ['tutored-projects', 'professional-reports', 'exercises', 'vae-files', 'vae-interviews']) {
      const { status, body } = await ledger
        .as('assessor')
        .post(`candidacies/${room.candidacies[0]}/${kind}`, { ...place, modality: 'F8-M1', ...study });
      expect([kind, status, body.errors.map(({ code }: Body) => code)]).toEqual([
        kind,
        400,
        expect.arrayContaining(['FIELD_UNKNOWN', 'FIELD_MISSING']),
      ]);
    }
  });

  it('brings a group’s project and exercises to each member’s file', async () => {
    const [first, second, third] = room.candidacies;
    const deviation = { code: 'leading-part', text: 'A conduit le projet de bout en bout.' };
    await group(
      'tutored-projects',
      {
        ...{ modality: 'F2-M2', result: onTwenty('13').result, conduct: spoken },
        facts: { projectCode: 'PROJET-2019-08', tutors: [ledger.cast.tutor] },
        members: [{ candidacyId: first }, { candidacyId: second, outcome: onTwenty('16'), deviation }],
      },
      ['recorded', 'recorded'],
    );
    await group(
      'exercises',
      {
        ...{ modality: 'F9-M3', result: onTwenty('13.5').result, conduct: written },
        facts: { theme: 'BILAN', exercises: [exercise('EX-1', '12'), exercise('EX-2', '15')] },
        members: [{ candidacyId: second }, { candidacyId: third }],
      },
      ['recorded', 'recorded'],
    );
    const { evaluations } = await read(`candidacies/${second}`);
    expect(evaluations).toMatchObject([
      { modality: 'F2-M2', outcome: onTwenty('16'), facts: { groupPart: { value: '13' }, individualPart: null } },
      { modality: 'F9-M3', outcome: onTwenty('13.5'), facts: { exercises: [{ work: 'group' }, { work: 'group' }] } },
    ]);
  });

  it('tries a refused line again once its cause is gone', async () => {
    const [first, second] = room.candidacies;
    const members = [{ candidacyId: first }, { candidacyId: second, attempt: 2 }];
    const work = (value: string, of: readonly object[]) => room.groupRolePlay(value, of, { heldOn: place.heldOn });
    const early = await group('role-plays', work('12', members), ['recorded', 'refused']);
    expect(early.lines[1].refused).toBe('ATTEMPT_OUT_OF_ORDER');
    const id = early.groupWorkId;
    await eventually(async () =>
      expect((await read(`audit/events?type=GroupWorkLineReportedRefused`)).items).toHaveLength(1),
    );
    expect(
      await refused(`group-works/${id}/settlements`, {
        line: 1,
        settlement: 'dropped',
        reason: 'cause-removed',
        authority: AUTHORITY,
      }),
    ).toEqual([409, 'LINE_NOT_REFUSED', '/line']);

    await group('role-plays', work('9', [{ candidacyId: second }, { candidacyId: room.candidacies[2] }]), [
      'recorded',
      'recorded',
    ]);
    await settle(id, 2, 'tried-again', 'cause-removed');
    await standing(id, ['recorded', 'recorded']);
    expect(
      await refused(`group-works/${id}/settlements`, {
        line: 2,
        settlement: 'dropped',
        reason: 'cause-removed',
        authority: AUTHORITY,
      }),
    ).toEqual([409, 'LINE_ALREADY_SETTLED', '/line']);
    const [settled] = (await read('audit/events?type=GroupWorkLineSettled')).items;
    expect(settled.data.reason.text).not.toEqual(expect.stringContaining('Vu avec le centre'));
  });

  it('voids a group’s work in each file, and leaves the place to be filled again', async () => {
    const [, second, third] = room.candidacies;
    const work = room.groupRolePlay('8', [{ candidacyId: second }, { candidacyId: third }], { modality: 'F3-M2' });
    const { groupWorkId } = await group('role-plays', { ...work, heldOn: place.heldOn }, ['recorded', 'recorded']);
    await ledger.as('registrar').record(`group-works/${groupWorkId}/voidings`, voiding);
    const voided = await standing(groupWorkId, ['voided', 'voided']);
    expect(voided).toMatchObject({ voided: { reason: { code: 'recorded-in-error' }, authority: AUTHORITY } });
    const [event] = await lasting(1, 'EvaluationVoided');
    expect(event).toMatchObject({
      actor: { role: 'reaction' },
      data: { from: onTwenty('8'), origin: { kind: 'group-work', id: groupWorkId, line: 1 } },
    });
    expect(await refused(`group-works/${groupWorkId}/voidings`, voiding)).toEqual([
      409,
      'GROUP_WORK_ALREADY_VOIDED',
      undefined,
    ]);
    expect(await refused(`group-works/${uuid()}/voidings`, voiding)).toEqual([409, 'GROUP_WORK_UNKNOWN', undefined]);

    const again = await group('role-plays', { ...work, result: onTwenty('18').result }, ['recorded', 'recorded']);
    expect(again.lines[0].evaluationId).not.toBe(voided.lines[0].evaluationId);
  });

  it('asks for a person where a voiding finds the mark recorded otherwise', async () => {
    const [first, , third] = room.candidacies;
    const byHand = { modality: 'F5-M3', outcome: onTwenty('11'), conduct: written };
    const facts = (work?: string) => ({ theme: 'PLAN', exercises: [exercise('EX-1', '11', work)] });
    const receipt = await record(0, 'exercises', { ...byHand, facts: facts('individual') });
    const members = [{ candidacyId: first }, { candidacyId: third }];
    const { groupWorkId } = await group(
      'exercises',
      { modality: 'F5-M3', result: onTwenty('11').result, conduct: written, facts: facts(), members },
      ['refused', 'recorded'],
    );
    await eventually(() => settle(groupWorkId, 1, 'recorded-otherwise', 'already-recorded'));
    await eventually(async () => expect(await lasting(0, 'RefusalSettled')).toHaveLength(1));
    await standing(groupWorkId, ['settled', 'recorded']);

    await ledger.as('registrar').record(`group-works/${groupWorkId}/voidings`, voiding);
    const [line] = (await standing(groupWorkId, ['refused', 'voided'])).lines;
    expect(line).toMatchObject({ refused: 'EVALUATION_NOT_FOUND', toBeVoided: true });
    await eventually(() => settle(groupWorkId, 1, 'dropped', 'cause-removed'));
    await standing(groupWorkId, ['settled', 'voided']);
    await eventually(async () => expect(await lasting(0, 'RefusalSettled')).toHaveLength(2));
    const { evaluations } = await read(`candidacies/${first}`);
    expect(evaluations.map(({ evaluationId }: Body) => evaluationId)).toContain(receipt.evaluationId);
  });
});
