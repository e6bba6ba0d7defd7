/**
 * Runs a task of this repository on any Node >= 18 with nothing else installed: installs the locked packages when
 * they are missing or stale, builds, and starts the task on the Node 24 that the packages bring.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const environment = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':'),
};

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function install() {
  const stamp = join(root, 'node_modules', '.minutier-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the locked packages (half a minute, once)…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('npm ci failed: see the lines above. Nothing was started.');
  if (!existsSync(node))
    fail('The npm package "node" did not bring its binary: allow its install script, then try again.');
  linkCommand();
  writeFileSync(stamp, wanted);
}

/** Makes `npx minutier` find the command of this clone. */
function linkCommand() {
  const link = join(root, 'node_modules', '.bin', 'minutier');
  rmSync(link, { force: true });
  if (process.platform !== 'win32') symlinkSync('../../apps/cli/bin/minutier.mjs', link);
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return latest;
}

function build() {
  const stamp = join(root, 'dist', '.built');
  const sources = Math.max(newest(join(root, 'apps')), newest(join(root, 'libs')), newest(join(root, 'test')));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > sources) return;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const built = spawnSync(node, [swc, 'apps', 'libs', 'test', '-d', 'dist', '--quiet'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) fail('The build failed: see the lines above.');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
}

/** Runs one program and ends with its code; Ctrl-C reaches it through the terminal, SIGTERM is passed on. */
function start(args, options = {}) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...environment, ...options.env } });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

const bin = (...path) => join(root, 'node_modules', ...path);
const jest = (...projects) =>
  start(
    [
      bin('jest', 'bin', 'jest.js'),
      ...(projects.length > 0 ? ['--selectProjects', ...projects] : []),
      '--verbose=false',
      ...rest,
    ],
    {
      env: { NODE_OPTIONS: '--experimental-vm-modules --enable-source-maps --disable-warning=ExperimentalWarning' },
    },
  );

const tasks = {
  install: () => 0,
  build: () => (build(), 0),
  minutier: () => (build(), start([join(root, 'apps', 'cli', 'bin', 'minutier.mjs'), ...rest])),
  jest: () => (build(), jest(...(rest[0] ? [rest.shift()] : []))),
  test: () => (build(), jest()),
  crash: () => (build(), start([join(root, 'dist', 'test', 'crash', 'kill-nine.js'), ...rest])),
  golden: () => (build(), start([join(root, 'dist', 'test', 'golden', 'add.js'), ...rest])),
  bench: () => (build(), start(['--expose-gc', join(root, 'dist', 'test', 'bench', 'main.js'), ...rest])),
  check: async () => {
    const steps = [
      ['format', [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.']],
      ['types', [bin('typescript', 'bin', 'tsc'), '-p', '.']],
      ['lint', [bin('eslint', 'bin', 'eslint.js'), '--cache', '--cache-location', bin('.cache', 'eslint'), '.']],
      [
        'imports',
        [
          bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
          '--config',
          '.dependency-cruiser.cjs',
          'apps',
          'libs',
          'test',
        ],
      ],
    ];
    for (const [name, args] of steps) {
      console.log(`check: ${name}`);
      if ((await start(args)) !== 0) fail(`check: ${name} failed`);
    }
    console.log('check: unit tests');
    return (build(), jest('unit'));
  },
};

const [task, ...rest] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 18)
  fail(`Node 18 or later is needed to start; this is ${process.version}.`);
if (!tasks[task]) fail(`Tasks: ${Object.keys(tasks).join(', ')}.`);
install();
process.exit(await tasks[task]());
