import { CONNECTIVITY } from './places.ts';
import { inEach, replaceText, type Plant } from './plants.ts';

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
];
