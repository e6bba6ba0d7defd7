import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

import { domains, farPlant, onTheWay, plants, sound } from './planted-imports.js';
import { root } from './repository.js';

/**
 * Goal: a rule of imports that no longer catches anything is noticed. Method: a throw-away tree holds sound files and
 * one deliberate violation of each rule; dependency-cruiser runs on it with the repository's own configuration.
 */
interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface Configuration {
  readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
}

const MAIN = join(root, '.dependency-cruiser.cjs');
const PURE = join(root, '.dependency-cruiser.pure.cjs');
const load = createRequire(import.meta.url);
const rules = [MAIN, PURE].flatMap((file) => (load(file) as Configuration).forbidden);

async function violationsIn(folder: string, configuration: string): Promise<Violation[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', configuration, '--output-type', 'json', 'apps', 'libs', 'test'];
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, NODE_OPTIONS: '' } });
  const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (!output.startsWith('{')) throw new Error(`dependency-cruiser said no graph: ${complaint}`);
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

/** The throw-away tree, with stand-ins for the packages that it imports. */
function plant(folder: string): void {
  const dependencies = ['kysely', '@nestjs/common', 'better-sqlite3', 'lru-cache', 'decimal.js'];
  const anyVersion = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '*']));
  const manifest = { name: 'planted', dependencies: anyVersion(dependencies), devDependencies: anyVersion(['ajv']) };
  write(folder, {
    'package.json': JSON.stringify(manifest),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        moduleResolution: 'nodenext',
        paths: { '@minutier/*': ['./libs/*/src/index.ts'] },
      },
    }),
  });
  for (const name of [...dependencies, 'ajv', 'left-pad']) {
    const stub = { 'package.json': JSON.stringify({ name, version: '1.0.0', main: 'index.js' }), 'index.js': '' };
    write(join(folder, 'node_modules', name), stub);
  }
  for (const domain of domains) write(folder, { [`libs/${domain}/src/index.ts`]: 'export {};' });
  write(folder, { ...sound, ...onTheWay });
  write(folder, Object.fromEntries([...plants, farPlant].map((planted) => [planted.file, planted.text])));
  const everyDomain = domains.map((domain) => `import '@minutier/${domain}';`).join('\n');
  write(folder, { 'test/journeys/all.e2e-spec.ts': everyDomain });
}

describe('rules of imports', () => {
  let found: Violation[] = [];
  let here: Violation[] = [];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutier-imports-'));
    try {
      plant(folder);
      const both = await Promise.all([violationsIn(folder, MAIN), violationsIn(folder, PURE)]);
      found = both.flat();
      here = (await Promise.all([violationsIn(root, MAIN), violationsIn(root, PURE)])).flat();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 30_000);

  it.each([...plants, farPlant])('$rule catches $file', ({ rule, file }) => {
    expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  it('leave sound files alone', () => {
    const guilty = new Set([...plants, farPlant].map(({ file }) => file));
    for (const file of Object.keys(onTheWay)) guilty.add(file);
    const wronged = found.filter(({ from }) => !guilty.has(from));
    expect(wronged.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  it('all have a violation planted for them, and say why in a sentence', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(
      [...new Set([...plants, farPlant].map(({ rule }) => rule))].sort(),
    );
    for (const { comment } of rules) expect(comment).toMatch(/^.{20,}\.$/);
  });

  it('hold in this repository', () => {
    expect(here.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });
});
