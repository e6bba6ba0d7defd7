import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { REPOSITORY, specification } from '@minutier/testing';

import { adoptRules } from './adopt-rules/adopt-rules.decide.js';
import { framework } from './framework.examples.js';
import { adoption } from './rules.examples.js';
import type { RulesAdopted } from './rules.events.js';
import { ITEM_LISTS, rulesStream } from './rules.state.js';
import { DEFAULT_REASONS, RULES_DEFAULTS } from './rules-defaults.js';

const page = readFileSync(join(REPOSITORY, 'docs', 'rules.md'), 'utf8');
const { given } = specification(rulesStream, adoptRules);

describe('docs/rules.md', () => {
  it('gives every setting with the reason that events record for its default', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` +\|[^|]+\| `([a-z0-9-]+)` +\|/gm)].map(([, setting, reason]) => [
      setting,
      reason,
    ]);
    expect(Object.fromEntries(rows)).toEqual(DEFAULT_REASONS);
  });

  it('shows rules that are accepted, and differ from the defaults where it says so', () => {
    const [, example] = /```jsonc\n([\s\S]+?)```/.exec(page)!;
    const json = example!.replace(/^\s*\/\/.*$/gm, '').replace(/,(\s*[}\]])/g, '$1');
    const [adopted, ...lines] = given()
      .when(adoption(JSON.parse(json) as object), framework())
      .facts();
    expect(adopted!.data).toMatchObject({ partialReading: 'any-listed', blockRule: { functionFloor: '8' } });
    expect(lines.find(({ data }) => 'modality' in data && data.modality === 'F8-M3')!.data).toMatchObject({
      expectedOccurrences: 2,
      missing: 'blocks',
    });
  });
});

describe('deploy/demonstration/rules-28684.jsonc', () => {
  const text = readFileSync(join(REPOSITORY, 'deploy', 'demonstration', 'rules-28684.jsonc'), 'utf8');
  const document = JSON.parse(text.replace(/^\s*\/\/.*$/gm, '')) as Partial<Parameters<typeof adoption>[0]>;
  const facts = (changes: object = {}) =>
    given()
      .when(adoption({ ...document, ...changes }), framework())
      .facts();

  it('names every setting, so that none is left to its default but those of lines that it does not name', () => {
    expect((facts()[0] as RulesAdopted).data.defaults.map(({ setting }) => setting)).toEqual(['modalityRules']);
    expect((facts()[0] as RulesAdopted).data.items.map(({ type }) => type)).toEqual(Object.keys(ITEM_LISTS));
  });

  it('is accepted by either reading of the partial clause, with the papers of that reading (A12)', () => {
    const attested = [{ paper: 'block-attestation', issued: true, blocks: ['RNCP28684BC03', 'RNCP28684BC02'] }];
    given()
      .when(adoption({ ...document, papers: attested as never }), framework())
      .thenRefuses('PAPER_AGAINST_READING', '/papers/0/issued');
    expect(facts({ partialReading: 'any-listed', papers: attested })[0]!.data).toMatchObject({
      partialReading: 'any-listed',
    });
  });

  it('says in its comments which ambiguities of the fiche it answers', () => {
    for (const answered of ['A04', 'A05', 'A06', 'A07', 'A12', 'A17', 'A19', 'A20']) {
      expect(text).toContain(answered);
      expect(page).toContain(`| ${answered} `);
    }
  });
});

describe('the defaults', () => {
  it('are what an adoption without settings records', () => {
    const [adopted] = given().when(adoption(), framework()).facts();
    expect(adopted!.data).toMatchObject(RULES_DEFAULTS);
  });
});
