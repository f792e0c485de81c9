import { DIRECTORIES, EXCLUSIONS, HEALTH, MANAGED } from './places.ts';
import {
  inEach,
  replaceEvery,
  replaceFile,
  replaceLine,
  replaceText,
  type Edit,
  type Plant,
} from './plants.ts';

/** One more entry in the list of exclusions, or in the managed settings where a kind has no list. */
function excluded(
  heading: string,
  entry: string,
  managed: Readonly<Record<string, unknown>>,
  scope = 'epp',
): Plant['in'] {
  return {
    ...inEach(EXCLUSIONS, (path) =>
      replaceText(
        path,
        'Excluded folder\n',
        `${heading}\n${entry}\nScope: ["${scope}"]\n---\nExcluded folder\n`,
      ),
    ),
    'mdatp-diagnostic': [
      replaceText(
        MANAGED['mdatp-diagnostic'],
        '"exclusions": [\n',
        `"exclusions": [\n      ${JSON.stringify({ ...managed, scopes: [scope] })},\n`,
      ),
    ],
  };
}

const folder = (path: string, scope?: string): Plant['in'] =>
  excluded('Excluded folder', `Path: "${path}"`, { $type: 'excludedPath', isDirectory: true, path }, scope);
const extension = (name: string, scope?: string): Plant['in'] =>
  excluded(
    'Excluded extension',
    `Extension: "${name}"`,
    { $type: 'excludedFileExtension', extension: name },
    scope,
  );
const process = (name: string, scope?: string): Plant['in'] =>
  excluded('Excluded process', `Process name: "${name}"`, { $type: 'excludedFileName', name }, scope);

/** The same on an agent of 2023, where a kind tells its version. */
function oldAgentWith(plant: Plant['in']): Plant['in'] {
  return {
    'client-analyzer': [...(plant['client-analyzer'] ?? []), old(HEALTH['client-analyzer'])],
    plain: [...(plant.plain ?? []), old(HEALTH.plain)],
    'mdatp-diagnostic': [...(plant['mdatp-diagnostic'] ?? []), OLD_INSTALLATION],
  };
}

const OLD_INSTALLATION = replaceEvery(
  'var/log/microsoft/mdatp/install.log',
  '101.26062.0007',
  '101.23082.0011',
);

const old = (path: string): Edit => replaceLine(path, /^app_version /u, 'app_version : "101.23082.0011"');

/** Another text in the managed settings of each kind that holds them. */
function managed(from: string, to: string): Plant['in'] {
  return inEach(MANAGED, (path) => replaceText(path, from, to));
}

/** One more setting of the antivirus. */
const engine = (setting: string): Plant['in'] =>
  managed('"scanArchives": true,', `"scanArchives": true,\n    ${setting},`);
/** One more section. */
const section = (text: string): Plant['in'] =>
  managed('  "cloudService": {', `  ${text},\n  "cloudService": {`);
/** One more setting of the cloud. */
const cloud = (setting: string): Plant['in'] =>
  managed('"diagnosticLevel": "optional",', `"diagnosticLevel": "optional",\n    ${setting},`);

/** A folder behind a link, where the distribution or a list tells of the link. */
const { plain: linkedInPlain = [], 'mdatp-diagnostic': linkedInDiagnostic = [] } = folder('/var/run/app/');

/** As many folders as nobody can answer for, in the list or in the managed settings. */
const MANY = Array.from({ length: 210 }, (_, index) => `/srv/tenant-${index}/`);

export const exclusionsPlants: readonly Plant[] = [
  { analyzer: 'exclusions/dangerous-folder', in: folder('/usr/lib/') },
  { analyzer: 'exclusions/dangerous-extension', in: extension('.so') },
  { analyzer: 'exclusions/dangerous-process', in: process('/usr/bin/python3') },
  { analyzer: 'exclusions/name-only', in: process('postgres') },
  { analyzer: 'exclusions/environment-variable', in: folder('$HOME/cache/') },
  { analyzer: 'exclusions/broad-wildcard', in: folder('/*/*') },
  { analyzer: 'exclusions/world-writable-folder', in: folder('/tmp/') },
  { analyzer: 'exclusions/global-wildcard', in: folder('/srv/*/cache/', 'global') },
  { analyzer: 'exclusions/global-extension', in: extension('.log', 'global') },
  { analyzer: 'exclusions/global-name', in: process('ccache', 'global') },
  {
    analyzer: 'exclusions/missing-scope',
    in: {
      ...inEach({ 'client-analyzer': MANAGED['client-analyzer'], plain: MANAGED.plain }, (path) =>
        replaceText(
          path,
          '  "cloudService": {',
          '  "exclusionSettings": { "exclusions": [{ "$type": "excludedPath", "path": "/srv/db" }] },\n  "cloudService": {',
        ),
      ),
      'mdatp-diagnostic': [
        replaceText(
          MANAGED['mdatp-diagnostic'],
          '"exclusions": [\n',
          '"exclusions": [\n      { "$type": "excludedPath", "path": "/srv/db" },\n',
        ),
      ],
    },
  },
  {
    analyzer: 'exclusions/global-on-old-agent',
    in: oldAgentWith(folder('/srv/db/', 'global')),
    // What was installed in 2023 has expired, where no health tells better.
    consequences: {
      'client-analyzer': ['health/outdated-agent'],
      plain: ['health/outdated-agent'],
      'mdatp-diagnostic': ['health/expired-agent', 'health/outdated-agent'],
    },
  },
  {
    analyzer: 'exclusions/too-many',
    in: {
      ...inEach(EXCLUSIONS, (path) =>
        replaceText(
          path,
          'Excluded folder\n',
          `${MANY.map((one) => `Excluded folder\nPath: "${one}"\nScope: ["epp"]\n---\n`).join('')}Excluded folder\n`,
        ),
      ),
      'mdatp-diagnostic': [
        replaceText(
          MANAGED['mdatp-diagnostic'],
          '"exclusions": [\n',
          `"exclusions": [\n${MANY.map((path) => `{ "$type": "excludedPath", "isDirectory": true, "path": "${path}", "scopes": ["epp"] },\n`).join('')}`,
        ),
      ],
    },
  },
  { analyzer: 'exclusions/invalid-managed-json', in: managed('"value": "block"', '"value": "block",') },
  { analyzer: 'exclusions/duplicate-keys', in: cloud('"diagnosticLevel": "required"') },
  { analyzer: 'exclusions/unknown-key', name: 'a misspelt key', in: engine('"scanArchive": true') },
  {
    analyzer: 'exclusions/unknown-key',
    name: 'true in quotes',
    in: managed('"scanArchives": true', '"scanArchives": "true"'),
  },
  { analyzer: 'exclusions/misplaced-key', in: section('"unmonitoredFilesystems": ["nfs"]') },
  {
    analyzer: 'exclusions/leftover-example-text',
    in: engine('"offlineDefinitionUpdateUrl": "<EXAMPLE DO NOT USE>"'),
  },
  { analyzer: 'exclusions/list-in-one-string', in: engine('"unmonitoredFilesystems": ["nfs,fuse"]') },
  { analyzer: 'exclusions/deprecated-keys', in: engine('"passiveMode": false') },
  {
    analyzer: 'exclusions/unsupported-tag-key',
    in: {
      ...inEach(
        {
          'client-analyzer': MANAGED['client-analyzer'],
          'mdatp-diagnostic': MANAGED['mdatp-diagnostic'],
        },
        (path) => replaceText(path, '"key": "GROUP"', '"key": "TEAM"'),
      ),
      plain: [
        replaceText(
          MANAGED.plain,
          '  "cloudService": {',
          '  "edr": { "tags": [{ "key": "TEAM", "value": "mail" }] },\n  "cloudService": {',
        ),
      ],
    },
  },
  { analyzer: 'exclusions/allowed-threats', in: engine('"allowedThreats": ["Trojan:Linux/Sample.A"]') },
  {
    analyzer: 'exclusions/allowed-threats',
    name: 'by command',
    in: {
      plain: [replaceFile('mdatp_threat_allowed_list.txt', 'Name: "Trojan:Linux/Sample.A"\n')],
      'mdatp-diagnostic': [
        replaceText(
          'etc/opt/microsoft/mdatp/wdavcfg',
          '{\n  "logging"',
          '{\n  "antivirusEngine": { "allowedThreats": ["Trojan:Linux/Sample.A"] },\n  "logging"',
        ),
      ],
    },
  },
  { analyzer: 'exclusions/pua-not-blocked', in: managed('"value": "block"', '"value": "off"') },
  { analyzer: 'exclusions/aggressive-cloud-block', in: cloud('"cloudBlockLevel": "zero_tolerance"') },
  {
    analyzer: 'exclusions/symlinked-path',
    in: { plain: linkedInPlain, 'mdatp-diagnostic': linkedInDiagnostic },
  },
  {
    analyzer: 'exclusions/unreadable-managed-json',
    in: inEach(DIRECTORIES, (path) =>
      replaceLine(
        path,
        / mdatp_managed\.json$/u,
        '-rw-rw-rw- 1 root root 812 Sep 29 04:01 mdatp_managed.json',
      ),
    ),
  },
  {
    analyzer: 'exclusions/managed-settings-not-applied',
    in: inEach(HEALTH, (path) =>
      replaceLine(
        path,
        /^cloud_automatic_sample_submission_consent /u,
        'cloud_automatic_sample_submission_consent : "all"',
      ),
    ),
  },
];
