import { Command } from 'commander';

import { openAccess } from './ledger-access.js';
import { act, type Surroundings } from './run-command.js';
import { type FileShown, transcriptText, type TranscriptShown } from './transcript-text.js';

/** `minutier transcript CANDIDACY`: what a candidate has obtained, now or as of a moment. */
export function transcriptCommand(): Command {
  const command = new Command('transcript')
    .description('show a candidate’s transcript, now or as of a moment')
    .argument('<candidacy>', 'id of the candidacy')
    .option('--as-of <moment>', 'as of an instant, or of the end of a day in Paris (2019-03-12)');
  return act(command, showTranscript);
}

async function showTranscript(
  { terminal, stopping, configuration }: Surroundings,
  candidacyId: string,
  { asOf }: { readonly asOf?: string },
): Promise<undefined> {
  const access = await openAccess(configuration(), stopping, terminal);
  const query = asOf === undefined ? '' : `?${new URLSearchParams({ asOf }).toString()}`;
  const file = `/api/v1/candidacies/${encodeURIComponent(candidacyId)}`;
  const transcript = await access.get<TranscriptShown>(`${file}/transcript${query}`);
  if (terminal.json) terminal.result(transcript, () => '');
  else {
    const { evaluations } = await access.get<FileShown>(`${file}${query}`);
    terminal.result(transcript, () => transcriptText(transcript, evaluations, asOf));
  }
  return undefined;
}
