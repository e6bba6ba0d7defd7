import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { documentOf, newFolder, runCommand, startCommand, writes } from './minutier.examples.js';

interface Demonstrated {
  readonly folder: string;
  readonly url: string;
  readonly events: number;
  readonly newEvents: number;
  readonly seconds: number;
  readonly addresses: readonly { readonly what: string; readonly url: string; readonly post?: Post }[];
}

interface Post {
  readonly headers: Record<string, string>;
  readonly body: object;
}

interface Transcript {
  readonly blocks: readonly {
    readonly functions: readonly { readonly modalities: readonly { readonly evaluations: readonly Evaluation[] }[] }[];
  }[];
}

interface MissingMarks {
  readonly items: readonly { readonly candidateNumber: string; readonly missing: readonly object[] }[];
}

interface Evaluation {
  readonly heldOn: string;
  readonly corrections: readonly { readonly reason: string }[];
  readonly outcome: { readonly result: { readonly value: string } };
}

/** What a registrar meets in a year, and wants to see told. */
const TOLD = [
  ...['RulesCommunicated', 'CentreRegistered', 'HabilitationGranted', 'RouteChanged', 'CandidacySuspended'],
  ...['CandidacyResumed', 'Withdrawn', 'AccommodationGranted', 'EquivalenceGranted', 'FeasibilityDecided'],
  ...['ValidationFileFiled', 'VaeFileAssessed', 'VaeInterviewAssessed', 'BlindMarkSubmitted', 'ExercisesAssessed'],
  ...['GroupExercisesAssessed', 'TutoredProjectAssessed', 'GroupTutoredProjectAssessed', 'ProfessionalReportAssessed'],
  ...['EvaluationCorrected', 'ReattributionDecided', 'EvaluationReceived', 'GroupWorkLineSettled', 'IncidentReported'],
  ...['CandidateSummoned', 'CandidateHeard', 'SanctionDecided', 'MarksFrozen', 'MarksUnfrozen'],
  ...['LegacyBlockRegistered', 'BlockCarriedOver', 'IdentityCorrected'],
] as const;

describe('the demonstration', () => {
  const keep = newFolder('demonstration');
  const load = ['demo', '--keep', keep, '--once', '--json'];
  afterAll(() => rmSync(keep, { recursive: true, force: true }));

  it('goes on where a killed one ended, and doubles nothing when it is loaded again', async () => {
    const killed = startCommand(['demo', '--keep', keep], {});
    await writes(killed, '2019-01-22');
    killed.child.kill('SIGKILL');
    await killed.ended;
    const resumed = await runCommand(load, {});
    expect(resumed).toMatchObject({ code: 0 });
    const { events, newEvents } = JSON.parse(resumed.out) as Demonstrated;
    expect(events).toBeGreaterThan(900);
    expect(newEvents).toBeLessThan(events);
    const again = JSON.parse((await runCommand(load, {})).out) as Demonstrated;
    expect(again).toMatchObject({ events, newEvents: 0 });
    const shown = await runCommand(['events', '--type', 'GroupWorkLineReportedRefused', '--json'], {
      MINUTIER_DATA: keep,
    });
    expect(JSON.parse(shown.out)).toMatchObject({ items: [{ data: { refused: 'EVALUATION_ALREADY_RECORDED' } }] });
  });

  it('refuses another seed in the same folder', async () => {
    const other = await runCommand([...load, '--seed', '2'], {});
    expect(other).toMatchObject({ code: 1, err: expect.stringMatching(/another seed/) });
  });

  it('is never written into an institution’s ledger', async () => {
    const MINUTIER_DATA = newFolder('institution');
    const serving = startCommand(['serve', '--json'], { MINUTIER_DATA });
    await documentOf(serving);
    serving.child.kill('SIGINT');
    await serving.ended;
    const refused = await runCommand(['demo', '--keep', MINUTIER_DATA, '--once'], {});
    expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/institution’s ledger/) });
    const { out } = await runCommand(['events', '--json'], { MINUTIER_DATA });
    expect(JSON.parse(out).items).toHaveLength(1);
    rmSync(MINUTIER_DATA, { recursive: true, force: true });
  });

  it('shows the mark before its correction and after it, and goes without a trace on Ctrl-C', async () => {
    const serving = startCommand(['demo', '--json'], {});
    const { folder, url, seconds, addresses } = await documentOf<Demonstrated>(serving);
    expect(seconds).toBeLessThan(20);
    expect(addresses.length).toBeGreaterThanOrEqual(10);
    for (const { what, url: at, post } of addresses) {
      const asked = post && { method: 'POST', headers: post.headers, body: JSON.stringify(post.body) };
      const answer = await fetch(at, asked);
      expect({ what, status: answer.status }).toEqual({ what, status: 200 });
      // The next rules would change something for somebody, or they would not be worth asking about.
      if (post) expect(((await answer.json()) as { changed: object[] }).changed).not.toEqual([]);
    }
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    for (const type of TOLD) {
      const { items } = (await (await fetch(`${url}/api/v1/audit/events?type=${type}`)).json()) as { items: object[] };
      expect({ type, told: items.length > 0 }).toEqual({ type, told: true });
    }
    const missing = (await (
      await fetch(addresses.find(({ url: at }) => at.endsWith('/missing-marks'))!.url)
    ).json()) as MissingMarks;
    const awaited = missing.items.filter((one) => one.missing.length > 0).map(({ candidateNumber }) => candidateNumber);
    // Never recorded; on leave on the day of the group's work. Nothing is waited for of who withdrew.
    expect(awaited).toEqual(['2018-012', '2018-016']);
    const transcriptAt = async (address: string) => (await (await fetch(address)).json()) as Transcript;
    const [now, before] = [await transcriptAt(addresses[0]!.url), await transcriptAt(addresses[1]!.url)];
    const marksOf = ({ blocks }: Transcript): string[] =>
      blocks
        .flatMap(({ functions }) => functions.flatMap(({ modalities }) => modalities))
        .flatMap(({ evaluations }) => evaluations)
        .filter(({ heldOn }) => heldOn === '2019-01-15')
        .map(({ outcome, corrections }) => `${outcome.result.value} ${corrections.map(({ reason }) => reason).join()}`);
    expect(marksOf(before)[0]).toMatch(/ $/);
    expect(marksOf(now)[0]).toMatch(/ grid-miscalculated$/);
    const [was, is] = [marksOf(before), marksOf(now)].map(([mark]) => Number.parseFloat(mark!));
    expect(is! - was!).toBe(3);
    serving.child.kill('SIGINT');
    expect(await serving.ended).toMatchObject({ code: 0 });
    expect(existsSync(folder)).toBe(false);
  });

  it('shows a transcript that a registrar can read', async () => {
    const { out: json } = await runCommand(['events', '--type', 'EvaluationCorrected', '--json'], {
      MINUTIER_DATA: keep,
    });
    const [{ stream, recordedAt }] = JSON.parse(json).items;
    const candidacy = stream.slice('candidacy-'.length);
    const { code, out } = await runCommand(['transcript', candidacy], { MINUTIER_DATA: keep });
    expect(code).toBe(0);
    for (const words of ['RELEVÉ', 'RNCP28684BC03', 'F3-M1', 'corrigée le 2019-01-25', 'Le jury décide'])
      expect(out).toContain(words);
    const asOf = new Date(Date.parse(recordedAt) - 60_000).toISOString();
    const earlier = await runCommand(['transcript', candidacy, '--as-of', asOf], { MINUTIER_DATA: keep });
    expect(earlier.out).not.toContain('corrigée');
    expect(earlier.out).toContain('note manquante');
  });

  it('is stopped while it loads without leaving its folder', async () => {
    const before = new Set(readdirSync(tmpdir()));
    const loading = startCommand(['demo'], {});
    await writes(loading, '2018-11-27');
    const [, folder] = /dans (\S+)\./.exec(loading.written())!;
    expect(before.has(folder!.split('/').at(-1)!)).toBe(false);
    loading.child.kill('SIGINT');
    expect(await loading.ended).toMatchObject({ code: 0 });
    expect(existsSync(join(folder!, 'ledger.sqlite'))).toBe(false);
  });
});
