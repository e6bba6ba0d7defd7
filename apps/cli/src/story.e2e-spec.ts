import { rmSync } from 'node:fs';

import { newFolder, runCommand } from './minutier.examples.js';

describe('the story of a thing, on the command line', () => {
  const MINUTIER_DATA = newFolder('story');
  let correction: { id: string; stream: string; data: { evaluationId: string } };

  beforeAll(async () => {
    await runCommand(['demo', '--keep', MINUTIER_DATA, '--once'], {});
    const { out } = await runCommand(['events', '--type', 'EvaluationCorrected', '--json'], { MINUTIER_DATA });
    [correction] = JSON.parse(out).items;
  });
  afterAll(() => rmSync(MINUTIER_DATA, { recursive: true, force: true }));

  it('is told in sentences, or as one document', async () => {
    const of = `evaluation:${correction.data.evaluationId}`;
    const { code, out } = await runCommand(['story', of], { MINUTIER_DATA, LANG: 'fr_FR.UTF-8' });
    expect(code).toBe(0);
    const words = out.replace(/\s+/g, ' ');
    for (const said of [
      'RÉCIT —',
      'Étude de cas évaluée',
      'est rectifié : de',
      'sur 20',
      'En vigueur pour l’évaluation',
    ])
      expect(words).toContain(said);
    expect(out).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    const { out: json } = await runCommand(['story', of, '--json'], { MINUTIER_DATA });
    expect(JSON.parse(json)).toMatchObject({ of, items: expect.arrayContaining([{ ...JSON.parse(json).items[0] }]) });
    const earlier = await runCommand(['story', of, '--as-of', '2019-01-23'], { MINUTIER_DATA });
    expect(earlier.out).not.toContain('est rectifié');
  });

  it('asks for the candidacy of a block, and says where there is nothing to tell', async () => {
    const candidacy = correction.stream.slice('candidacy-'.length);
    const block = await runCommand(['story', 'block:RNCP28684BC03', '--candidacy', candidacy], { MINUTIER_DATA });
    expect(block.out.replace(/\s+/g, ' ')).toContain('Selon le calcul n° 2');
    expect(await runCommand(['story', 'block:RNCP28684BC03'], { MINUTIER_DATA })).toMatchObject({
      code: 1,
      err: expect.stringContaining('FIELD_MISSING'),
    });
    const nobody = 'candidacy:5f0f3c1e-2018-5000-8000-000000000001';
    expect(await runCommand(['story', nobody], { MINUTIER_DATA })).toMatchObject({
      code: 1,
      err: expect.stringContaining('NOT_FOUND'),
    });
  });
});
