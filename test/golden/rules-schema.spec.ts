import 'reflect-metadata';

import { AdoptRules } from '@minutier/framework';
import { InputInvalid, isCivilDate, validationPipe } from '@minutier/intake';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { read } from '../architecture/repository.js';
import { rulesSchema } from './rules-schema.js';

/**
 * Goal: who checks rules against deploy/rules.schema.json is told what the API would say. Method: the example of the
 * demonstration, spoilt in every place in turn, is refused by both or by none.
 */
const schema = JSON.parse(read('deploy/rules.schema.json')) as object;
const conforms = new Ajv2020({ strict: false, formats: { date: isCivilDate } }).compile(schema);

/** What is left of a text whose lines that begin with // are for the reader. */
const example = (): Json => JSON.parse(read('deploy/demonstration/rules-28684.jsonc').replace(/^\s*\/\/.*$/gm, '')) as Json;

type Json = { [field: string]: unknown };

/** The example with one element of each shape in its lists: what is spoilt in the others is spoilt there. */
const brief = (): Json =>
  JSON.parse(JSON.stringify(example()), (_name, value: unknown) => {
    if (!Array.isArray(value)) return value;
    const shapes = value.map((one: unknown) => (typeof one === 'object' ? Object.keys(one as Json).join() : typeof one));
    return value.filter((_one, index) => shapes.indexOf(shapes[index]!) === index);
  }) as Json;

async function isAccepted(document: unknown): Promise<boolean> {
  try {
    await validationPipe().transform(structuredClone(document), { type: 'body', metatype: AdoptRules });
    return true;
  } catch (fault) {
    if (fault instanceof InputInvalid) return false;
    throw fault;
  }
}

/** Every object and every list of a document, with what it holds and where. */
function* containers(value: unknown, path = ''): Generator<{ at: Json; path: string }> {
  if (typeof value !== 'object' || value === null) return;
  yield { at: value as Json, path };
  for (const [name, held] of Object.entries(value)) yield* containers(held, `${path}/${name}`);
}

/** The document with one place changed, for every place of a kind. */
function spoilt(change: (at: Json, name: string) => void): [where: string, document: Json][] {
  const places = [...containers(brief())].flatMap(({ at, path }) => Object.keys(at).map((name) => [path, name] as const));
  return places.map(([path, name]) => {
    const document = brief();
    change([...containers(document)].find((one) => one.path === path)!.at, name);
    return [`${path}/${name}`, document];
  });
}

/** Where the class and the schema do not say the same. */
async function disagreements(documents: [where: string, document: Json][]): Promise<string[]> {
  const found: string[] = [];
  for (const [where, document] of documents) if ((await isAccepted(document)) !== conforms(document)) found.push(where);
  return found;
}

describe('deploy/rules.schema.json', () => {
  it('is what the class says today: npm run golden writes it anew', async () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(await rulesSchema())));
  });

  it('takes the example of the demonstration, and so does the API', async () => {
    conforms(example());
    expect(conforms.errors ?? []).toEqual([]);
    expect(await isAccepted(example())).toBe(true);
  });

  it('refuses with the API a field that is of another kind', async () => {
    const documents = spoilt((at, name) => void (at[name] = typeof at[name] === 'object' ? 'none' : { of: 'none' }));
    expect(documents.length).toBeGreaterThan(200);
    expect(documents.filter(([, document]) => conforms(document)).map(([where]) => where)).toEqual([]);
    expect(await disagreements(documents)).toEqual([]);
  });

  it('misses with the API what may not be missing', async () => {
    const documents = spoilt((at, name) => {
      if (Array.isArray(at)) at.splice(Number(name), 1);
      else Reflect.deleteProperty(at, name);
    });
    const lists = /\/\d+$/;
    expect(await disagreements(documents.filter(([where]) => !lists.test(where)))).toEqual([]);
  });

  it('knows with the API no field that is not named', async () => {
    const documents = [...containers(brief())]
      .filter(({ at }) => !Array.isArray(at))
      .map(({ path }): [string, Json] => {
        const document = brief();
        [...containers(document)].find((one) => one.path === path)!.at.note = 'none';
        return [path, document];
      });
    expect(documents.filter(([, document]) => conforms(document)).map(([where]) => where)).toEqual([]);
    expect(await disagreements(documents)).toEqual([]);
  });
});
