import type { Places } from '../engine/api/index.ts';

/**
 * A file of the agent or the host by its path on the host (`etc/os-release`): where it lies in each kind of bundle
 * that keeps paths. The client analyzer carries the agent's own archive inside.
 */
export function hostFile(...paths: readonly string[]): Places {
  return {
    'mdatp-diagnostic': paths,
    'client-analyzer': paths.flatMap((path) => [`mde_diagnostic.zip!/${path}`, `mde_diagnostic/${path}`]),
    sosreport: paths,
    supportconfig: paths.map((path) => `*.txt!#/${path}`),
    plain: paths.flatMap((path) => [path, baseName(path)]),
  };
}

/** Joins places of the same fact, those named first being trusted most. */
export function places(...parts: readonly Places[]): Places {
  const joined: Record<string, string[]> = {};
  for (const part of parts) {
    for (const [kind, wanted] of Object.entries(part)) {
      const list = (joined[kind] ??= []);
      for (const place of typeof wanted === 'string' ? [wanted] : wanted) {
        if (!list.includes(place)) list.push(place);
      }
    }
  }
  return joined;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
