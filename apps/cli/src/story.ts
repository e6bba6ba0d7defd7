import { Command } from 'commander';

import { openAccess } from './ledger-access.js';
import { act, type Surroundings } from './run-command.js';
import { parisTime } from './transcript-text.js';

interface StoryShown {
  readonly candidate: string | null;
  readonly items: readonly { readonly ordinal: number; readonly title: string; readonly sentence: string }[];
  readonly conclusion: string | null;
  readonly asOf: { readonly ordinal: number; readonly effectiveAt: string | null };
  readonly incomplete: boolean;
}

interface StoryOptions {
  readonly candidacy?: string;
  readonly asOf?: string;
}

const WIDTH = 100;

/** `minutier story OF`: the whole history of a thing in sentences, now or as of a moment. */
export function storyCommand(): Command {
  const command = new Command('story')
    .description('tell the whole history of a thing, in French sentences')
    .argument('<of>', 'event:ID, evaluation:ID, candidacy:ID, person:ID, or block:CODE with --candidacy')
    .option('--candidacy <id>', 'for a block: in which candidacy')
    .option('--as-of <moment>', 'as of an instant, or of the end of a day in Paris (2019-03-12)');
  return act(command, showStory);
}

async function showStory(
  { terminal, stopping, configuration }: Surroundings,
  of: string,
  { candidacy, asOf }: StoryOptions,
): Promise<undefined> {
  const access = await openAccess(configuration(), stopping, terminal);
  const parameters = Object.entries({ of, candidacy, asOf }).filter((entry): entry is [string, string] => !!entry[1]);
  const query = new URLSearchParams(parameters).toString();
  const story = await access.get<StoryShown>(`/api/v1/audit/story?${query}`);
  terminal.result(story, () => storyText(story));
  return undefined;
}

function storyText({ candidate, items, conclusion, asOf, incomplete }: StoryShown): string {
  const last = asOf.effectiveAt === null ? '' : `, dernier fait du ${parisTime(asOf.effectiveAt)}`;
  return [
    `RÉCIT${candidate === null ? '' : ` — ${candidate}`} : ${items.length} faits, au rang ${asOf.ordinal} du registre${last}`,
    ...(incomplete ? ['INCOMPLET : une partie du registre attend d’être relue.'] : []),
    ...items.flatMap(({ ordinal, title, sentence }) => ['', `${title} (rang ${ordinal})`, wrapped(sentence)]),
    ...(conclusion === null ? [] : ['', wrapped(conclusion)]),
  ].join('\n');
}

/** Lines of a width that can be read, indented under their title. */
function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `  ${one}`).join('\n');
}
