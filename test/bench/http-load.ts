import { Agent, request } from 'node:http';

/** What the loading process is told: where, what, for how long, how many at once. */
export interface Load {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** One path and body per request, in turn. */
  readonly requests: readonly { readonly path: string; readonly body?: string }[];
  readonly ms: number;
  readonly connections: number;
}

/** Requests answered a second; an answer other than 200 or 201 ends the measurement with its body. */
async function run({ url, method, headers, requests, ms, connections }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const start = performance.now();
  let next = 0;
  let answered = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - start < ms && next < requests.length) {
      const { path, body } = requests[next++]!;
      await send(agent, url + path, method, headers, body);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return (answered * 1_000) / (performance.now() - start);
}

function send(agent: Agent, url: string, method: string, headers: Load['headers'], body?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent,
      method,
      headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    });
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        if (response.statusCode === 200 || response.statusCode === 201) resolve();
        else reject(new Error(`${response.statusCode} ${Buffer.concat(parts).toString()}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

process.on('message', (load: Load) => {
  run(load).then(
    (perSecond) => process.send!({ perSecond }),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});
