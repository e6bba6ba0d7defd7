import { type Answer, fiche28684, onEachStore } from '@minutier/testing';

import { read as repositoryFile } from '../architecture/repository.js';
import { adoption, FRAMEWORK } from './classroom.js';

type Body = Answer['body'];
const COUNCIL = { code: 'pedagogical-council', document: 'PV-CP-2020-09' };

/** The rules of the demonstration, without the comments. */
const demonstration = () =>
  JSON.parse(repositoryFile('deploy/demonstration/rules-28684.jsonc').replace(/^\s*\/\/.*$/gm, ''));

onEachStore('Rules and frameworks over the years', (ledger) => {
  const registrar = () => ledger.as('registrar');
  const framework = (receipt: string) => registrar().read(`frameworks/RNCP28684?atLeast=${receipt}`);

  /** The problem that a command is answered with. */
  async function refused(path: string, body: object): Promise<[number, string, string | undefined]> {
    const { status, body: problem } = await registrar().post(path, body);
    return [status, problem.code as string, problem.pointer as string | undefined];
  }

  beforeAll(async () => {
    await registrar().record('frameworks', { document: fiche28684() });
    const renewed = fiche28684() as { fiche: { number: string }; source: { sha256: string } };
    renewed.fiche.number = 'RNCP35419';
    await registrar().record('frameworks', { document: renewed });
  });

  it('begin with the rules of the demonstration, every setting of which is read again', async () => {
    const { receipt } = await registrar().record('rules', demonstration());
    const { versions } = await registrar().read(`rules/reglement-28684?atLeast=${receipt}`);
    const [{ substituteLines, grids, juryProfiles, linkConsequences, decisionLegend, deadlines, papers }] = versions;
    const counted = { substituteLines, grids, juryProfiles, linkConsequences, decisionLegend, deadlines, papers };
    expect(Object.fromEntries(Object.entries(counted).map(([list, items]) => [list, items.length]))).toEqual({
      substituteLines: 7,
      grids: 3,
      juryProfiles: 3,
      linkConsequences: 27,
      decisionLegend: 11,
      deadlines: 9,
      papers: 6,
    });
    expect(versions[0].defaults).toEqual([{ setting: 'modalityRules', reason: 'equal-weights-missing-blocks' }]);
    const { items } = await registrar().read('audit/events?stream=rules-reglement-28684&limit=500');
    const told = versions[0].items.reduce((sum: number, { count }: Body) => sum + count, 1);
    expect(items).toHaveLength(told);
  });

  it('refuse parts that contradict each other, at the field that does', async () => {
    const { papers, juryProfiles } = demonstration();
    const attested = [...papers.slice(0, 1), { ...papers[1], issued: true, blocks: ['RNCP28684BC03'] }];
    const next = (changes: object) => refused('rules', { ...demonstration(), adoptedOn: '2019-06-28', ...changes });
    expect(await next({ papers: attested })).toEqual([409, 'PAPER_AGAINST_READING', '/papers/1/issued']);
    expect(await next({ juryProfiles: [...juryProfiles, { ...juryProfiles[0], profile: 'other' }] })).toEqual([
      409,
      'PROFILE_OVERLAPS',
      '/juryProfiles/3',
    ]);
    expect(await next({ decisionLegend: [] })).toEqual([409, 'LEGEND_INCOMPLETE', '/decisionLegend']);
    expect(await next({ juryProfiles: [{ ...juryProfiles[0], castingVote: 'yes' }] })).toEqual([
      400,
      'NOT_A_BOOLEAN',
      '/juryProfiles/0/castingVote',
    ]);
  });

  it('say of rules that name nothing why each default is what it is', async () => {
    const { receipt } = await registrar().record('rules', { ...adoption, rulesId: 'reglement-nu' });
    const { versions } = await registrar().read(`rules/reglement-nu?atLeast=${receipt}`);
    expect(versions[0].defaults).toContainEqual({ setting: 'juryProfiles', reason: 'jury-of-the-fiche' });
    expect(versions[0].juryProfiles.map(({ profile }: Body) => profile)).toEqual([
      'title',
      'vae-r335-8',
      'vae-d6412-6',
    ]);
  });

  it('may be annulled by who is entitled, and reinstated by a higher authority', async () => {
    const annulment = { version: 1, effectiveOn: '2019-09-01', effect: 'no-new-decision', reason: 'annulled' };
    const path = 'rules/reglement-28684/retirements';
    expect(await refused(path, { ...annulment, authority: { code: 'jury' } })).toEqual([
      409,
      'AUTHORITY_NOT_ENTITLED',
      '/authority/code',
    ]);
    const { receipt } = await registrar().record(path, { ...annulment, authority: { code: 'regulator' } });
    const { versions } = await registrar().read(`rules/reglement-28684?atLeast=${receipt}`);
    expect(versions[0].retired).toEqual({ effectiveOn: '2019-09-01', effect: 'no-new-decision' });

    const quashed = {
      version: 1,
      effectiveOn: '2019-12-01',
      reason: 'annulment-quashed',
      authority: { code: 'court' },
    };
    const back = await registrar().record('rules/reglement-28684/reinstatements', quashed);
    const after = await registrar().read(`rules/reglement-28684?atLeast=${back.receipt}`);
    expect(after.versions[0].retired).toBeNull();
    expect(await refused('rules/reglement-28684/reinstatements', quashed)).toEqual([
      409,
      'VERSION_NOT_RETIRED',
      '/version',
    ]);
  });

  it('prolong a registration by the order that follows the one in force, and show the one before as of its day', async () => {
    const order = {
      fromValidUntil: '2020-07-19',
      validUntil: '2022-07-19',
      cause: 'prolonged',
      orderExact: 'Arrêté du 10 juillet 2020 portant enregistrement.',
      orderDate: '2020-07-10',
      authority: { code: 'regulator', document: 'JO-2020-07-18' },
    };
    const { effectiveAt } = (await registrar().read('frameworks/RNCP28684')).asOf;
    const { receipt } = await registrar().record('frameworks/RNCP28684/registration-changes', order);
    const shown = await framework(receipt);
    expect(shown.registrationNow).toEqual({ validUntil: '2022-07-19', deliverableUntil: null });
    expect(shown.registration.validUntil).toBe('2020-07-19');
    expect(shown.registrationChanges).toMatchObject([{ cause: 'prolonged', orderDate: '2020-07-10' }]);
    const before = await registrar().read(`frameworks/RNCP28684?asOf=${effectiveAt}`);
    expect(before.registrationNow).toEqual({ validUntil: '2020-07-19', deliverableUntil: null });
    expect(await refused('frameworks/RNCP28684/registration-changes', order)).toEqual([
      409,
      'REGISTRATION_CHANGED_MEANWHILE',
      '/fromValidUntil',
    ]);
  });

  it('name what replaces a title, and which of its blocks still count there', async () => {
    const successor = { number: 'RNCP35419', version: 1 };
    const naming = { version: 1, successor, effectiveOn: '2022-07-20', document: 'DEC-2022-07', authority: COUNCIL };
    const { receipt } = await registrar().record('frameworks/RNCP28684/successors', naming);
    expect((await framework(receipt)).successors).toMatchObject([{ version: 1, successor }]);
    const unknown = { ...naming, successor: { number: 'RNCP1', version: 1 } };
    expect(await refused('frameworks/RNCP28684/successors', unknown)).toEqual([409, 'SUCCESSOR_UNKNOWN', '/successor']);

    const links = [{ olderBlocks: ['RNCP28684BC01', 'RNCP28684BC02'], newerBlocks: ['RNCP28684BC01'] }];
    const correspondence = { version: 1, older: FRAMEWORK, adoptedOn: '2020-09-01', authority: COUNCIL, links };
    const path = 'frameworks/RNCP35419/correspondences';
    const adopted = await registrar().record(path, correspondence);
    const newer = await registrar().read(`frameworks/RNCP35419?atLeast=${adopted.receipt}`);
    expect(newer.correspondences).toMatchObject([{ older: FRAMEWORK, links: [{ link: 1, ...links[0] }] }]);
    expect(await refused(path, correspondence)).toEqual([409, 'CORRESPONDENCE_ALREADY_ADOPTED', '/older']);
    expect(await refused(path, { ...correspondence, links: [{ ...links[0], olderBlocks: [] }] })).toEqual([
      400,
      'LIST_SIZE',
      '/links/0/olderBlocks',
    ]);

    const [{ correspondenceId }] = newer.correspondences;
    const retirement = { effectiveOn: '2021-09-01', reason: 'superseded', authority: COUNCIL };
    const retired = await registrar().record(`${path}/${correspondenceId}/retirements`, retirement);
    const after = await registrar().read(`frameworks/RNCP35419?atLeast=${retired.receipt}`);
    expect(after.correspondences).toMatchObject([{ retiredOn: '2021-09-01' }]);

    const wrong = { version: 1, successor, reason: 'recorded-in-error', authority: COUNCIL };
    const withdrawn = await registrar().record('frameworks/RNCP28684/succession-withdrawals', wrong);
    expect((await framework(withdrawn.receipt)).successors).toEqual([]);
  });

  it('retire a version of a framework and take that back', async () => {
    const retirement = { version: 1, effectiveOn: '2020-07-20', reason: 'superseded', authority: COUNCIL };
    const { receipt } = await registrar().record('frameworks/RNCP28684/retirements', retirement);
    expect(await framework(receipt)).toMatchObject({
      retired: { effectiveOn: '2020-07-20' },
      retirements: [{ version: 1, effectiveOn: '2020-07-20' }],
    });
    const { items } = await registrar().read('frameworks');
    expect(items.map(({ number, retired }: Body) => [number, retired !== null])).toEqual([
      ['RNCP28684', true],
      ['RNCP35419', false],
    ]);
    const back = { version: 1, effectiveOn: '2020-09-01', reason: 'decided-in-error', authority: COUNCIL };
    const { receipt: later } = await registrar().record('frameworks/RNCP28684/reinstatements', back);
    expect((await framework(later)).retirements).toEqual([]);
  });
});
