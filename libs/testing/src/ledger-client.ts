/** What a server answered; `body` is the JSON it sent, undefined where it sent none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: ReturnType<typeof JSON.parse>;
}

export type RequestHeaders = Readonly<Record<string, string>>;

/** Speaks to a running ledger as one actor in one role, as any program over HTTP would. */
export class LedgerClient {
  constructor(
    private readonly url: () => string,
    readonly actorId: string,
    readonly role: string,
  ) {}

  /** The headers by which the actor says who acts. */
  get credentials(): RequestHeaders {
    return { 'minutier-actor': this.actorId, 'minutier-role': this.role };
  }

  get(path: string, headers: RequestHeaders = {}): Promise<Answer> {
    return this.send(path, { headers });
  }

  /** Sends a command; a body that is a string goes as it stands. */
  post(path: string, body: unknown, headers: RequestHeaders = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.credentials, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** Asks, and gives back the body; throws with the problem where the answer is not 200. */
  async read(path: string): Promise<Answer['body']> {
    return expected(200, await this.get(path), path);
  }

  /** Gives a command, and gives back its receipt; throws with the problem where it is not recorded. */
  async record(path: string, body: object, headers: RequestHeaders = {}): Promise<Answer['body']> {
    return expected(201, await this.post(path, body, headers), path);
  }

  /** A path that begins with `/` stands as it is; any other is one of the API. */
  async send(path: string, request: RequestInit): Promise<Answer> {
    const answer = await fetch(`${this.url()}${path.startsWith('/') ? path : `/api/v1/${path}`}`, request);
    const text = await answer.text();
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '') && text !== '';
    return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : undefined };
  }
}

function expected(status: number, answer: Answer, path: string): Answer['body'] {
  if (answer.status === status) return answer.body;
  throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 2_000)}`);
}
