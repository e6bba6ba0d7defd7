import { request as httpRequest } from 'node:http';

/** One request of the command line, the same to a running server and to the pipeline inside this process. */
export interface AskedRequest {
  readonly method: 'GET' | 'POST';
  /** From the first slash: `/api/v1/…`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Asks a server. It has all the time it needs: a rebuild or a backup may take minutes. */
export function askServer(url: string, { method, path, headers, body }: AskedRequest): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(new URL(path, url), { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
