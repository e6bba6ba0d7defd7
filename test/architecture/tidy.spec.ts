import { posix } from 'node:path';

import { anchorsIn, linksIn } from './markdown-links.js';
import { read, repositoryFiles } from './repository.js';

/**
 * A unit test of the repository itself. Each test answers with the list of what is not in order, so that its failure
 * says what to mend.
 */
const files = repositoryFiles();
const sources = files.filter((file) => /^(libs|apps|test)\/.+\.ts$/.test(file));
const DOMAINS = [
  'framework',
  'cohort',
  'person',
  'candidacy',
  'evaluation',
  'transcript',
  'jury',
  'certification',
  'audit',
];
const inDomain = new RegExp(`^libs/(${DOMAINS.join('|')})/src/`);

const name = (file: string) => posix.basename(file);
const [banner, fixNow, later] = ['#=-*~_/', 'FIX' + 'ME', 'TO' + 'DO'];
const scripts = files.filter((file) => /\.(ts|js|mjs|cjs|sh|ya?ml)$|Dockerfile$|^\.ci\//.test(file));

describe('specs', () => {
  const specs = sources.filter((file) => /[.-]spec\.ts$/.test(file));

  it('each hold a test: the runner of unit tests lets an empty file pass', () => {
    expect(specs.filter((file) => !/\b(it|test)(\.each)?[(`]|\b\w+Contract\(/.test(read(file)))).toEqual([]);
  });

  it('leave no test aside', () => {
    expect(specs.filter((file) => /\b(it|test|describe)\.(only|todo)\b|\bf(it|describe)\(/.test(read(file)))).toEqual(
      [],
    );
  });
});

describe('names', () => {
  const ROLES = [
    ['command', 'decide', 'events', 'state', 'examples', 'handler', 'controller', 'projection', 'query', 'reactor'],
    ['slice', 'module', 'spec', 'int-spec', 'e2e-spec', 'contract', 'bench'],
    // What Nest calls an exception filter and an interceptor: libs/intake has one of each, ADR 0002.
    ['filter', 'interceptor'],
  ].flat();
  const named = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*(\\.(${ROLES.join('|')}))?\\.ts$`);

  it('of files are kebab-case with one suffix of the closed list, or a plain noun', () => {
    expect(sources.filter((file) => !named.test(name(file)))).toEqual([]);
  });

  it('of files in a slice of a domain say the role of each file; plain nouns stand at the root of the library', () => {
    const inSlices = sources.filter((file) => inDomain.test(file) && file.split('/').length > 4);
    expect(inSlices.filter((file) => name(file).split('.').length < 3)).toEqual([]);
  });

  const BANNED = ['util', 'helper', 'common', 'shared', 'base', 'manager', 'service', 'impl', 'data', 'info', 'dto'];
  const banned = new Set([...BANNED, ...BANNED.map((word) => `${word}s`)]);

  it('of files and folders hold no word that says nothing', () => {
    const words = (file: string) => file.split(/[/.-]/);
    const ours = files.filter((file) => /^(libs|apps|test|scripts|deploy)\//.test(file));
    expect(ours.filter((file) => words(file).some((word) => banned.has(word.toLowerCase())))).toEqual([]);
  });

  it('of classes hold no word that says nothing', () => {
    const faults = sources.flatMap((file) =>
      [...read(file).matchAll(/^(?:export )?(?:default )?(?:abstract )?class (\w+)/gm)]
        .map(([, className]) => className!)
        .filter((className) =>
          (className.match(/[A-Z][a-z0-9]*/g) ?? []).some((word) => banned.has(word.toLowerCase())),
        )
        .map((className) => `${className} in ${file}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('files', () => {
  it('have at most 300 lines', () => {
    const ours = files.filter((file) => /\.(ts|js|mjs|cjs)$/.test(file));
    const long = ours.map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it('that decide have a spec in their slice', () => {
    const slices = new Set(
      sources.filter((file) => inDomain.test(file) && file.endsWith('.decide.ts')).map((file) => posix.dirname(file)),
    );
    const hasSpec = (slice: string) =>
      sources.some((file) => posix.dirname(file) === slice && file.endsWith('.spec.ts'));
    expect([...slices].filter((slice) => !hasSpec(slice))).toEqual([]);
  });

  it('name no host of a package registry', () => {
    const hosts = new RegExp(
      [
        String.raw`\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b`,
        String.raw`\bnpm` + String.raw`js\.(org|com)\b`,
        String.raw`\bnpm\.pkg\.github\b`,
        String.raw`\b[a-z0-9-]+\.jfrog\.io\b`,
        String.raw`\b(artifactor[y]|verdacci[o]|nexu[s])[.-][a-z0-9.-]+\.[a-z]{2,}\b`,
        String.raw`\b(pypi|crates|rubygems)\.(org|io)\b`,
        String.raw`"resolve[d]": "http`,
      ].join('|'),
      'i',
    );
    expect(files.filter((file) => hosts.test(read(file)))).toEqual([]);
  });
});

describe('comments', () => {
  /** Lines of the code that match, by file and number. */
  const linesThat = (pattern: RegExp, of: readonly string[]) =>
    of.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
    );
  const prose = files.filter((file) => file.endsWith('.md'));

  it('leave nothing to be fixed', () => {
    expect(linesThat(new RegExp(String.raw`\b${fixNow}\b`), [...scripts, ...prose])).toEqual([]);
  });

  it('put off nothing without the number of an issue', () => {
    expect(linesThat(new RegExp(String.raw`\b${later}\b(?!\(#\d+\))`), [...scripts, ...prose])).toEqual([]);
  });

  it('draw no banners: two banners are two files', () => {
    const drawn = new RegExp(String.raw`^\s*(//|#|/\*+|\*)\s*([${banner.replace('-', String.raw`\-`)}])\2{3,}`);
    expect(linesThat(drawn, scripts)).toEqual([]);
  });
});

describe('pages', () => {
  const pages = files.filter((file) =>
    /^(README|CHANGELOG|CONTRIBUTING|SECURITY)\.md$|^(docs|deploy)\/.+\.md$/.test(file),
  );
  const folders = new Set(
    files.flatMap((file) => file.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))),
  );

  it('begin with README.md', () => {
    expect(read('README.md')).toMatch(/^# /);
  });

  it('link to files, folders and headings that exist', () => {
    const broken = pages.flatMap((page) =>
      linksIn(page, read(page))
        .filter(({ target, anchor }) => {
          if (!files.includes(target)) return !folders.has(target === '.' ? '' : target) || anchor !== undefined;
          return anchor !== undefined && target.endsWith('.md') && !anchorsIn(read(target)).includes(anchor);
        })
        .map(({ target, anchor }) => `${page} -> ${target}${anchor === undefined ? '' : `#${anchor}`}`),
    );
    expect(broken).toEqual([]);
  });

  it('are read as GitHub reads them', () => {
    const page =
      '# A page\n## «Élan» & `code`, v1.0\n## A page\n[a](../x/y.md#z "t") [b](#a-page-1) [c](https://x.fr)\n```\n[d](e)\n```\n';
    expect(anchorsIn(page)).toEqual(['a-page', 'élan--code-v10', 'a-page-1']);
    expect(linksIn('docs/a.md', page)).toEqual([
      { target: 'x/y.md', anchor: 'z' },
      { target: 'docs/a.md', anchor: 'a-page-1' },
    ]);
  });
});
