import { ESLint } from 'eslint';

import { repositoryFiles, root } from './repository.js';

/** Goal: what is banned inside pure files stays banned. Method: ESLint reads a guilty text in the place of a real file. */
const guilty = `
let memory = 0;
export class Holder { x = 1; y() { return this.x; } }
export async function wait(): Promise<number> {
  await Promise.resolve();
  memory += Math.random() + Date.now();
  setTimeout(() => memory, 1);
  void fetch('x');
  return process.pid + crypto.randomUUID().length;
}
`;
const innocent = `
export function sum(line: { Date: string; process: number }): string {
  return line.Date + String(line.process);
}
`;

describe('pure files', () => {
  const eslint = new ESLint({ cwd: root });
  const rulesOf = async (file: string) => {
    const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, unknown> };
    return [rules['no-restricted-globals'], rules['no-restricted-properties'], rules['no-restricted-syntax']];
  };
  const decideFile = () => repositoryFiles().find((file) => file.endsWith('.decide.ts'))!;

  it('may not remember, wait, draw lots or ask the machine', async () => {
    const [result] = await eslint.lintText(guilty, { filePath: decideFile() });
    const bans = result!.messages.filter(({ ruleId }) => ruleId?.startsWith('no-restricted-'));
    const said = bans.map(({ message }) => message).join('\n');
    for (const word of ['remembers', 'class', '`this`', 'awaits', 'Math.random', "'Date'", "'setTimeout'"]) {
      expect(said).toContain(word);
    }
    for (const word of ["'fetch'", "'process'", "'crypto'", "'Promise'"]) expect(said).toContain(word);
  }, 30_000);

  it('may name a field as they like', async () => {
    const [result] = await eslint.lintText(innocent, { filePath: decideFile() });
    expect(result!.messages).toEqual([]);
  }, 30_000);

  it('are all that decides, folds, projects, reacts or computes transcripts, and nothing else', async () => {
    const banned = await rulesOf('libs/cohort/src/x/x.decide.ts');
    expect(banned).not.toContain(undefined);
    for (const pure of [
      'cohort/src/x.state',
      'cohort/src/x/x.projection',
      'cohort/src/x/x.reactor',
      'transcript/src/results',
    ]) {
      expect(await rulesOf(`libs/${pure}.ts`)).toEqual(banned);
    }
    for (const other of ['cohort/src/x/x.handler', 'transcript/src/index', 'transcript/src/transcripts']) {
      expect(await rulesOf(`libs/${other}.ts`)).toEqual([undefined, undefined, undefined]);
    }
  });
});
