import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs of the path that print pages. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
  'brave-browser',
] as const;

/** Where they lie on systems that put them on no path, folder by folder. */
const PLACES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => [
    '/Applications',
    `${name}.app`,
    'Contents',
    'MacOS',
    name,
  ]),
  win32: ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((folder) =>
    [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ].map((parts) => [process.env[folder] ?? '', ...parts]),
  ),
};

/** The first browser of the Chromium family; undefined where this machine has none. */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string | undefined {
  const ending = platform === 'win32' ? '.exe' : '';
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, `${name}${ending}`)));
  return [...onPath, ...(PLACES[platform] ?? []).map((parts) => join(...parts))].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or none that this user may run.
    return false;
  }
}
