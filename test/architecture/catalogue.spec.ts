import 'reflect-metadata';

import { codesIn, documentedCodes } from './error-codes.js';
import { readEventPages } from './event-pages.js';
import { read, repositoryFiles } from './repository.js';

const files = repositoryFiles();

describe('docs/errors.md', () => {
  const sources = files.filter(
    (file) => /^(libs|apps)\/.+\.ts$/.test(file) && !/\.(spec|int-spec|e2e-spec|examples)\.ts$/.test(file),
  );
  const inCode = new Map<string, string>();
  const unreadable: string[] = [];
  for (const file of sources.filter((source) => !source.startsWith('libs/testing/'))) {
    const found = codesIn(read(file));
    for (const code of found.codes) inCode.set(code, file);
    if (found.unreadable > 0) unreadable.push(file);
  }

  it('explains every code that the code can answer with', () => {
    const documented = new Set(documentedCodes(read('docs/errors.md')));
    const missing = [...inCode].filter(([code]) => !documented.has(code));
    expect(missing.map(([code, file]) => `${code} of ${file}`)).toEqual([]);
  });

  it('explains no code that the code does not know', () => {
    expect(documentedCodes(read('docs/errors.md')).filter((code) => !inCode.has(code))).toEqual([]);
  });

  it('can be compared: every refuse() has its code in its first argument, between single quotes', () => {
    expect(unreadable).toEqual([]);
  });

  it('is read code by code, and so are the sources', () => {
    const source = `
      function refuse<Code>(refused: Code) {}
      // return refuse('IN_A_COMMENT', undefined);
      return refuse(\n 'MARK_FROZEN', '/result', 'Gelée.', 'Frozen.');
      return refuse<Code>('MARK_VOID', undefined);
      return refuse(code, undefined);
      return { refused: 'BY_HAND', because };
      class A extends LedgerFault { readonly code = 'STORE_GONE'; }
      export const INPUT_CODES = {\n  FIELD_MISSING: { fr: 'X' },\n  NOT_A_DATE: {\n    fr: 'NOT_THIS',\n  },\n} satisfies T;`;
    expect(codesIn(source)).toEqual({
      codes: ['MARK_FROZEN', 'MARK_VOID', 'BY_HAND', 'STORE_GONE', 'FIELD_MISSING', 'NOT_A_DATE'],
      unreadable: 1,
    });
    const page =
      '## Refusals\n| code | meaning |\n|---|---|\n| `MARK_FROZEN` | see `NOT_THIS` |\n### `STORE_GONE`\n### FAULT\n';
    expect(documentedCodes(page)).toEqual(['MARK_FROZEN', 'STORE_GONE', 'FAULT']);
  });
});

interface Definition {
  readonly category: string;
  readonly types: Readonly<Record<string, { readonly version: number }>>;
}

/** Every stream definition that a library's index.ts exports; apps find them there, and so does this test. */
async function definitions(): Promise<Definition[]> {
  const indexes = files.filter(
    (file) => /^libs\/[a-z]+\/src\/index\.ts$/.test(file) && !file.startsWith('libs/testing/'),
  );
  const found: Definition[] = [];
  for (const index of indexes) {
    const library = (await import(`../../${index.replace(/\.ts$/, '.js')}`)) as Record<string, unknown>;
    for (const value of Object.values(library)) {
      if (typeof value === 'object' && value !== null && 'category' in value && 'types' in value && 'evolve' in value) {
        found.push(value as unknown as Definition);
      }
    }
  }
  return found;
}

describe('docs/events.md', () => {
  const catalogue = () => readEventPages(read('docs/events.md'));
  const built = () => catalogue().filter(({ status }) => status === 'built');

  it('marks as built the types and versions that the code declares, and no other', async () => {
    const declared = (await definitions()).flatMap(({ types }) => Object.entries(types));
    const inCode = declared.flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, older) => `${type} v${older + 1}`),
    );
    const inPage = built().map(({ type, version }) => `${type} v${version}`);
    expect(inPage.sort()).toEqual(inCode.sort());
  }, 30_000);

  it('describes each type and version once', () => {
    const names = catalogue().map(({ type, version }) => `${type} v${version}`);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('has a golden file for every built type and version, with exactly the fields that it lists', () => {
    const faults = built().flatMap(({ type, version, fields }) => {
      const file = `test/golden/events/${type}.v${version}.json`;
      if (!files.includes(file)) return [`${file} is missing`];
      const golden = JSON.parse(read(file)) as { type?: string; version?: number; data?: object };
      if (golden.type !== type || golden.version !== version) return [`${file} holds another type or version`];
      const written = Object.keys(golden.data ?? {}).sort();
      const listed = [...fields].sort();
      return written.join() === listed.join() ? [] : [`${file} has ${written.join()}; the page lists ${listed.join()}`];
    });
    expect(faults).toEqual([]);
  });

  it('has no golden file of an event that it does not describe as built', () => {
    const known = new Set(built().map(({ type, version }) => `test/golden/events/${type}.v${version}.json`));
    const golden = files.filter((file) => file.startsWith('test/golden/events/') && file.endsWith('.json'));
    expect(golden.filter((file) => !known.has(file))).toEqual([]);
  });

  it('is read section by section', () => {
    const page = [
      '## cohort — `cohort-<id>`',
      '| field | type |',
      '### CohortOpened',
      'v1 · « Promotion ouverte » · built',
      '| field | type | meaning |',
      '|---|---|---|',
      '| name | string | its name |',
      '| pinned.framework | ref | which |',
      '| pinned.rules | ref | which |',
      '| sessions[].on | civil date | when |',
      '',
      '| other | table |',
      '| a | b |',
      'v2 · « Promotion ouverte » · planned',
      '| field | type | meaning |',
      '|---|---|---|',
      '| `label` | string | its name |',
      '### CohortClosed',
      'v1 · « Promotion close » · planned',
    ].join('\n');
    expect(readEventPages(page)).toEqual([
      { type: 'CohortOpened', version: 1, status: 'built', fields: ['name', 'pinned', 'sessions'] },
      { type: 'CohortOpened', version: 2, status: 'planned', fields: ['label'] },
      { type: 'CohortClosed', version: 1, status: 'planned', fields: [] },
    ]);
  });
});

describe('a domain library', () => {
  it('brings every projection that it declares: one that is left out is never fed', () => {
    const left = files
      .filter((file) => /^libs\/[a-z]+\/src\/.+\.projection\.ts$/.test(file))
      .filter((file) => {
        const [, name] = /export const (\w+) = defineProjection/.exec(read(file)) ?? [];
        const [, library] = file.split('/') as [string, string];
        const [, brought] = /projections: \[([^\]]*)\]/.exec(read(`libs/${library}/src/${library}.module.ts`)) ?? [];
        return name !== undefined && !new RegExp(`\\b${name}\\b`).test(brought ?? '');
      });
    expect(left).toEqual([]);
  });
});
