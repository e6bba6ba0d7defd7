import { AppModule, type OpenedLedger } from '../../apps/api/src/index.js';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
}

const UNDESCRIBED = /^\/(health|metrics)/;

/** Every route that the application's controllers declare, but for health and figures. */
export function declaredRoutes(): readonly Route[] {
  const { controllers = [] } = AppModule.over({} as OpenedLedger);
  return controllers.flatMap((controller) => {
    const handlers = controller.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(handlers).flatMap((name) => {
      const own: string | undefined = Reflect.getMetadata('path', handlers[name]!);
      if (name === 'constructor' || own === undefined) return [];
      const parts = [Reflect.getMetadata('path', controller) as string, own].flatMap((part) => part.split('/'));
      const path = `/${parts.filter((part) => part !== '').join('/')}`;
      if (UNDESCRIBED.test(path)) return [];
      const { summary } = Reflect.getMetadata('swagger/apiOperation', handlers[name]!) as { summary: string };
      const [tag] = (Reflect.getMetadata('swagger/apiUseTags', controller) as string[] | undefined) ?? ['operating'];
      const method = ['GET', 'POST'][Reflect.getMetadata('method', handlers[name]!) as number]!;
      return [{ method, path: path.replace(/(?<!:):(\w+)/g, '{$1}').replace('::', ':'), tag: tag!, summary }];
    });
  });
}

/** docs/routes.md, as the controllers say it. */
export function routesPage(): string {
  const routes = [...declaredRoutes()];
  const tags = [...new Set(routes.map(({ tag }) => tag))].sort();
  const sections = tags.map((tag) => {
    const rows = routes
      .filter((route) => route.tag === tag)
      .sort((one, other) => order(one).localeCompare(order(other)))
      .map(({ method, path, summary }) => `| \`${method} ${path}\` | ${summary.replaceAll('|', '\\|')} |`);
    return [`## ${tag}`, '', '| route | |', '| --- | --- |', ...rows, ''].join('\n');
  });
  const opening =
    'Every route under `/api/v1`, by what it is about. `npm run golden` writes this page from the controllers; bodies,\n' +
    'parameters and answers are in `/api/v1/openapi.json`, how to ask and what comes back in [api.md](api.md).';
  return ['# Routes', '', opening, '', ...sections].join('\n');
}

function order({ method, path }: Route): string {
  return `${method === 'GET' ? '0' : '1'} ${path}`;
}
