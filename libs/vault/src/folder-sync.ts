import { open } from 'node:fs/promises';

/** Makes the names in a folder as durable as the files that they name. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder; its file systems keep names in their own journal.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
