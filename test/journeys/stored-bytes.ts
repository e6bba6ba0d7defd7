import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { RunningLedger } from '@minutier/testing';

/** Every file of a ledger's data folder, the events of a stand-in and all that the process wrote, as bytes by name. */
export async function everythingOf(ledger: RunningLedger): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map([
    ['events of the stand-in', ledger.standInBytes ?? Buffer.of()],
    ['output', Buffer.from(ledger.output)],
  ]);
  for (const entry of await readdir(ledger.folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    contents.set(file.slice(ledger.folder.length + 1), await readFile(file));
  }
  return contents;
}

/** In which of them a text stands, in any spelling in which a program may have kept it. */
export function holdersOf(contents: ReadonlyMap<string, Buffer>, secret: string | Buffer): readonly string[] {
  const spellings = typeof secret === 'string' ? spellingsOf(secret) : [secret];
  return [...contents].filter(([, bytes]) => spellings.some((one) => bytes.includes(one))).map(([name]) => name);
}

function spellingsOf(secret: string): readonly Buffer[] {
  const utf8 = Buffer.from(secret);
  // What stands in base64 depends on where it begins: three spellings, less their ends, which mix with neighbours.
  const based = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset, 32), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(offset === 0 ? 0 : 4, -2);
  });
  const json = JSON.stringify(secret).slice(1, -1);
  const texts = [json, utf8.toString('hex'), encodeURIComponent(secret), ...based];
  return [
    ...texts.map((text) => Buffer.from(text)),
    ...(['utf8', 'latin1', 'utf16le'] as const).map((encoding) => Buffer.from(secret, encoding)),
  ];
}
