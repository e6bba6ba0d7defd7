import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { specification } from '@minutier/testing';

import { adoptRules } from './adopt-rules/adopt-rules.decide.js';
import { framework } from './framework.examples.js';
import { adoption } from './rules.examples.js';
import { rulesStream } from './rules.state.js';
import { DEFAULT_REASONS, RULES_DEFAULTS } from './rules-defaults.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/rules.md'), 'utf8');
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

describe('the defaults', () => {
  it('are what an adoption without settings records', () => {
    const [adopted] = given().when(adoption(), framework()).facts();
    expect(adopted!.data).toMatchObject(RULES_DEFAULTS);
  });
});
