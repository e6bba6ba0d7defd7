import { SENTENCES, type StoryFrame, told } from '@minutier/audit';
import type { Framework, Rules } from '@minutier/framework';

import { choicesOf, type DescribedEvent, describedEvents, sampleOf, type Variant } from './event-samples.js';
import { read, repositoryFiles } from './repository.js';

/**
 * Goal: whatever is recorded can be read aloud. Method: each event of the catalogue, built or still planned, is made up
 * from the page's own tables, in every choice that they leave, and told; what a registrar could not read is looked for.
 */
const catalogue = describedEvents(read('docs/events.md'));
const TOLD_BEFORE_BUILT = [
  'ledger',
  'framework',
  'rules',
  'centre',
  'cohort',
  'candidacy',
  'person',
  'groupwork',
  'marksheet',
  'reattribution',
  'sitting',
];
const expected = catalogue.filter(({ category, built }) => built || TOLD_BEFORE_BUILT.includes(category));

const stateOf = <State>(stream: string): State =>
  (JSON.parse(read(`test/golden/streams/${stream}.json`)) as { state: State }).state;
const { versions: frameworks } = stateOf<{ versions: Framework[] }>('framework');
const { versions: rules } = stateOf<{ versions: Rules[] }>('rules');

/** Knows everybody and everything by one name. */
function always<Value>(value: Value): ReadonlyMap<string, Value> {
  return new (class extends Map<string, Value> {
    override get(): Value {
      return value;
    }
  })();
}
const KNOWING: StoryFrame = {
  candidate: 'Camille MARTIN',
  people: always('Alix ROUSSEAU'),
  frameworks: new Map([['RNCP28684', frameworks]]),
  rules: new Map([['reglement-28684', rules]]),
  cohorts: always('2018-2019-PARIS'),
  centres: always({ code: 'PARIS-1', siret: '12345678900012', habilitations: [] }),
  evaluations: always({ modality: 'F8-M1', occurrence: 1, attempt: 1, session: 1 }),
};
const nobody = new Map<string, never>();
const IGNORANT: StoryFrame = {
  candidate: null,
  people: nobody,
  frameworks: nobody,
  rules: nobody,
  cohorts: nobody,
  centres: nobody,
  evaluations: nobody,
};
const SETTING = {
  framework: { number: 'RNCP28684', version: 1 },
  rules: { id: 'reglement-28684', version: 1 },
  freeze: 'never',
} as const;

const RECORDED = {
  recordedAt: '2019-03-12T08:05:00.000Z',
  actor: { id: '5f0f3c1e-0000-4000-8000-0000000000aa', role: 'registrar', authentication: 'none' as const },
};
const tell = (type: string, data: object, frame: StoryFrame, freeze: 'never' | 'frozen' | 'lifted' = 'never') =>
  told({ type, data, ...RECORDED }, frame, { ...SETTING, freeze });

/** Codes of the catalogue that are no French word: none may be read aloud. */
const FRENCH =
  /^(absence|acquis|professionnel|cause|centre|certification|composition|contact|court|date|document|incident|initial|interruption|jury|list|minutes|mention|note|notification|objection|oral|organisation|place|plagiat|portal|position|post|publication|quorum|rectification|reference|report|restriction|retention|sanction|scan|session|simple|type|version|video)$/;
const page = read('docs/events.md');
const englishCodes = new Set(
  [...page.matchAll(/['`]([a-z]+(?:-[a-z0-9]+)*)['`]/g)].map(([, code]) => code!).filter((code) => !FRENCH.test(code)),
);
for (const line of ['client', 'adjectif', 'fr', 'pdf', 'xlsx', 'csv', 'title', 'reglement-28684', 'refus', 'refused'])
  englishCodes.delete(line);

function faultsOf(sentence: string): string[] {
  const faults: string[] = [];
  if (/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/.test(sentence)) faults.push('a raw uuid');
  if (/undefined|null|NaN|\[object|non précisé par cette version/.test(sentence))
    faults.push('something that was not found');
  if (/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/.test(sentence)) faults.push('a date in figures');
  if (/\b[A-Z]{4,}_[A-Z_]+\b/.test(sentence)) faults.push('a refusal code');
  if (/ {2}| \.|\.\.|,,|: ?\.|\(\)|« »/.test(sentence)) faults.push('a hole');
  if (!/^[A-ZÀ-Ý«0-9].*\.$/su.test(sentence)) faults.push('no sentence');
  for (const word of sentence.split(/[^\p{L}\p{N}_-]+/u)) if (englishCodes.has(word)) faults.push(`« ${word} »`);
  return faults;
}

function variantsOf(event: DescribedEvent): Variant[] {
  const choices = Array.from({ length: choicesOf(event) }, (_, choice) => choice);
  const open = choices.flatMap((choice) => [
    { choice, sealed: 'open', nulls: false } as const,
    { choice, sealed: 'open', nulls: true } as const,
  ]);
  return [...open, { choice: 0, sealed: 'erased', nulls: false }, { choice: 1, sealed: 'shut', nulls: false }];
}

describe('what is recorded', () => {
  it('has its sentence, under the name that the catalogue gives it', () => {
    const without = expected.filter(({ type, title }) => SENTENCES[type]?.[0].replaceAll('’', "'") !== title);
    expect(without.map(({ type, title }) => `${type} « ${title} »`)).toEqual([]);
  });

  it('has no sentence for what the catalogue does not know', () => {
    const known = new Set(catalogue.map(({ type }) => type));
    expect(Object.keys(SENTENCES).filter((type) => !known.has(type))).toEqual([]);
  });

  it.each(expected.map((event) => [event.type, event] as const))('can be read aloud: %s', (type, event) => {
    const faults = variantsOf(event).flatMap((variant) =>
      [KNOWING, IGNORANT].flatMap((frame) => {
        const { sentence } = tell(type, sampleOf(event, variant), frame);
        return faultsOf(sentence).map((fault) => `${fault}: ${sentence}`);
      }),
    );
    expect([...new Set(faults)].slice(0, 3)).toEqual([]);
  });

  it('can be read aloud as it was written, in every golden file', () => {
    const golden = repositoryFiles().filter((file) => /^test\/golden\/events\/\w+\.v\d+\.json$/.test(file));
    const faults = golden.flatMap((file) => {
      const { type, data } = JSON.parse(read(file)) as { type: string; data: object };
      const { sentence } = tell(type, data, KNOWING);
      return faultsOf(sentence)
        .filter((fault) => !fault.startsWith('«'))
        .map((fault) => `${fault}: ${type}: ${sentence}`);
    });
    expect(faults).toEqual([]);
  });

  it('never shows a seal, and says of an erased text that it is', () => {
    const correction = expected.find(({ type }) => type === 'EvaluationCorrected')!;
    const said = (sealed: Variant['sealed']) =>
      tell('EvaluationCorrected', sampleOf(correction, { choice: 0, sealed, nulls: false }), KNOWING).reason;
    expect([said('open'), said('erased'), said('shut')]).toEqual([
      'erreur de saisie : « Tel que dit. »',
      'erreur de saisie : (texte effacé)',
      'erreur de saisie',
    ]);
  });

  it('says whether marks were frozen when they changed', () => {
    const correction = expected.find(({ type }) => type === 'EvaluationCorrected')!;
    const data = sampleOf(correction, { choice: 0, sealed: 'open', nulls: true });
    expect(tell('EvaluationCorrected', data, KNOWING, 'frozen').sentence).toContain(
      'Les notes de la session 1 étaient alors arrêtées.',
    );
    expect(tell('EvaluationCorrected', data, KNOWING, 'lifted').sentence).toContain('était alors levé');
    expect(tell('EvaluationCorrected', data, KNOWING).sentence).toContain('n’étaient pas encore arrêtées');
  });
});
