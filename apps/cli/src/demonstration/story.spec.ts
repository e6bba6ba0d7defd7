import { CENTRE_IDS } from './centres.js';
import { demonstrationDocument } from './documents.js';
import { demonstrationFiche } from './load.js';
import { SEED_DEFAULT, storyOf } from './story.js';

const fiche = await demonstrationFiche();
const commandsOf = (seed: number) =>
  storyOf(seed, fiche).chapters.flatMap(({ by, steps }) =>
    steps.map(({ at, commandId, path, body }) => ({ by, at, commandId, path, body })),
  );

describe('the demonstration', () => {
  it('tells the same commands, ids and moments whenever the seed is the same', () => {
    expect(commandsOf(SEED_DEFAULT)).toEqual(commandsOf(SEED_DEFAULT));
  });

  it('tells another story, under other ids, to another seed', () => {
    const [one, other] = [commandsOf(1), commandsOf(2)];
    const ids = new Set(one.map(({ commandId }) => commandId));
    expect(other.some(({ commandId }) => ids.has(commandId))).toBe(false);
    expect(JSON.stringify(one.map(({ body }) => body))).not.toEqual(JSON.stringify(other.map(({ body }) => body)));
  });

  it.each([SEED_DEFAULT, 0, 1, 7, 42, 999_999_999])(
    'never goes back in time nor gives an id twice (seed %d)',
    (seed) => {
      const commands = commandsOf(seed);
      const moments = commands.map(({ at }) => at);
      expect(moments).toEqual([...moments].sort());
      expect(new Set(moments).size).toBe(moments.length);
      expect(new Set(commands.map(({ commandId }) => commandId)).size).toBe(commands.length);
    },
  );

  it('enrols eighteen candidates by the routes of that year', () => {
    const routes = storyOf(SEED_DEFAULT, fiche).cast.candidates.map(({ route }) => route);
    const counted = Object.groupBy(routes, (route) => route);
    expect(Object.fromEntries(Object.entries(counted).map(([route, all]) => [route, all.length]))).toEqual({
      CQ: 10,
      FI: 4,
      FC: 2,
      CL: 1,
      VAE: 1,
    });
  });

  it('prepares seven of them in Lille, and evaluates everybody in Paris', () => {
    const { cast, chapters } = storyOf(SEED_DEFAULT, fiche);
    expect(cast.candidates.filter(({ centre }) => centre === 'lille')).toHaveLength(7);
    const centres = commandsOf(SEED_DEFAULT).flatMap(({ body }) =>
      'heldOn' in body && 'modality' in body ? [(body as unknown as { centreId: string }).centreId] : [],
    );
    expect(new Set(centres)).toEqual(new Set([CENTRE_IDS.paris]));
    expect(chapters.map(({ day }) => day)).toEqual(chapters.map(({ day }) => day).sort());
  });

  it('is lived under rules that wait for every line of the fiche that prints a number', () => {
    const { modalityRules } = demonstrationDocument<{ modalityRules: object[] }>('rules-28684.jsonc');
    expect(modalityRules.filter((rule) => 'missing' in rule && rule.missing === 'neutral')).toEqual([]);
  });

  it('fills every line of the fiche, and those that stand for lines by VAE and for the individual candidate', () => {
    const filled = new Set(
      commandsOf(SEED_DEFAULT).flatMap(({ body }) => ('modality' in body ? [body.modality as string] : [])),
    );
    const { substituteLines } = demonstrationDocument<{ substituteLines: { line: string }[] }>('rules-28684.jsonc');
    const ids = JSON.stringify(fiche).matchAll(/"id":"(F\d-M\d)"/g);
    const lines = [...ids].map(([, id]) => id!);
    expect(lines).toHaveLength(fiche.totals.modalityLines);
    expect([...lines, ...substituteLines.map(({ line }) => line)].filter((line) => !filled.has(line))).toEqual([]);
  });

  it('gives every candidate another name', () => {
    for (const seed of [SEED_DEFAULT, 3]) {
      const names = storyOf(seed, fiche).cast.candidates.map(({ identity }) => identity['birthName']);
      expect(new Set(names).size).toBe(18);
    }
  });
});
