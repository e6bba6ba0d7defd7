import { Command, CommanderError } from 'commander';

import { backupCommand } from './backup.js';
import { demoCommand } from './demo.js';
import { eventsCommand } from './events.js';
import { publishFrameworkCommand } from './publish-framework.js';
import { rebuildCommand } from './rebuild.js';
import { restoreCommand } from './restore.js';
import { serveCommand } from './serve.js';
import { storyCommand } from './story.js';
import { transcriptCommand } from './transcript.js';

const program = new Command('minutier')
  .description('Ledger of assessments for professional certifications.')
  .addHelpText(
    'after',
    '\nSettings come from the environment (MINUTIER_DATA, PORT, STORE, …); exit codes are 0 done, 1 failed or refused,\n2 called or configured wrongly. docs/operating/command-line.md says the rest.',
  )
  .exitOverride();

for (const command of [
  serveCommand(),
  demoCommand(),
  publishFrameworkCommand(),
  rebuildCommand(),
  eventsCommand(),
  transcriptCommand(),
  storyCommand(),
  backupCommand(),
  restoreCommand(),
]) {
  program.addCommand(command.exitOverride());
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has said what is wrong; asking for help is not an error.
  process.exit(error.exitCode === 0 ? 0 : 2);
}
