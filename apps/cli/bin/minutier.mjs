#!/usr/bin/env node
/** Starts the command on the Node that the packages bring, whatever Node the machine has. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const main = `${root}dist/apps/cli/src/main.js`;

if (!existsSync(main)) {
  console.error('Minutier is not built yet: run "npm run build" in its folder.');
  process.exit(1);
}
if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(pathToFileURL(main).href);
} else {
  const child = spawn(`${root}node_modules/node/bin/node`, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}
