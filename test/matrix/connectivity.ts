import { CONNECTIVITY, MANAGED } from './places.ts';
import { addAfter, inEach, replaceFile, replaceText, type Edit, type Plant } from './plants.ts';

/** One endpoint answers otherwise. */
function answered(answer: string): Plant['in'] {
  return inEach(CONNECTIVITY, (path) =>
    replaceText(
      path,
      'https://winatp-gw-weu.microsoft.com/test ... [OK]',
      `https://winatp-gw-weu.microsoft.com/test ... ${answer}`,
    ),
  );
}

const PROXY = 'http://svc:Winter-2026@proxy.example:3128';

/** The management sets a proxy. */
function managedProxy(path: string, proxy: string): Edit {
  return replaceText(path, '"cloudService": {\n', `"cloudService": {\n    "proxy": "${proxy}",\n`);
}

export const connectivityPlants: readonly Plant[] = [
  { analyzer: 'connectivity/unreachable-endpoints', in: answered('[ERROR (curl error: 28)]') },
  {
    analyzer: 'connectivity/ssl-inspection',
    in: answered('[ERROR (curl error: 60)]'),
    consequences: ['connectivity/unreachable-endpoints'],
  },
  {
    analyzer: 'connectivity/authenticated-proxy',
    in: answered('[ERROR (HTTP 407)]'),
    consequences: ['connectivity/unreachable-endpoints'],
  },
  {
    analyzer: 'connectivity/authenticated-proxy',
    name: 'in a setting',
    in: {
      ...inEach(MANAGED, (path) => managedProxy(path, PROXY)),
      sosreport: [replaceFile('etc/environment', `https_proxy=${PROXY}\n`)],
      supportconfig: [addAfter('env.txt', 'HOME=/root', `https_proxy=${PROXY}`)],
    },
  },
];
