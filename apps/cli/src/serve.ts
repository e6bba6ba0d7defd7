import { Command } from 'commander';

import { startServer } from '../../api/src/index.js';
import { liveServer } from './ledger-access.js';
import { CommandFailed } from './failure.js';
import { act, type Surroundings } from './run-command.js';

/** `minutier serve`: answers on this machine until it is stopped. */
export function serveCommand(): Command {
  const command = new Command('serve').description('serve the ledger of the data folder until Ctrl-C');
  return act(command, serve, { serves: true });
}

async function serve({ terminal, stopping, configuration: read }: Surroundings): Promise<undefined> {
  const configuration = read();
  const running = await liveServer(configuration);
  if (running) {
    throw new CommandFailed(
      `A server runs on ${configuration.dataFolder} already: process ${running.pid} answers on ${running.url}.`,
    );
  }
  const server = await startServer(configuration);
  stopping.atEnd(() => server.close());
  const { ledgerId, demonstration } = server.opened.founding;
  const { registrarId, url } = server;
  const { dataFolder } = configuration;
  terminal.result({ url, dataFolder, ledgerId, demonstration, registrarId }, () =>
    [
      `Minutier answers on ${url}`,
      `  ledger     ${ledgerId}, ${demonstration ? 'a demonstration on a simulated clock' : 'the institution’s own'}, in ${dataFolder}`,
      `  registrar  ${registrarId} is the first one: send it as Minutier-Actor, with Minutier-Role: registrar`,
      `  look at    ${url}/api/v1/openapi.json and ${url}/health/ready`,
      'It answers on this machine only until accounts exist: whoever works on this machine may write in the ledger.',
      'Ctrl-C stops it.',
    ].join('\n'),
  );
  await stopping.requested;
  terminal.note('Stopping: what is under way is finished, then the ledger is closed.');
  return undefined;
}
