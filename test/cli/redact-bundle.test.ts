import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { gzipOf, tarOf, zipOf } from '../harness/pack.ts';
import { readSource } from '../harness/read-bytes.ts';
import { runCli } from '../harness/run-cli.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const folder = temporaryFolder();

/** Sixty secrets and identities, each found in the bundle below and in nothing that comes out. */
const PLANTED = {
  hosts: [
    'quark-77',
    'quark-77.muster.test',
    'muster.test',
    'nas9.muster.test',
    'artefakte.firma.test',
    'drucker.lan',
  ],
  users: ['jmustermann', 'k.petersen', 'xsvcuser7'],
  ipv4: ['10.77.3.4', '10.77.3.99', '198.51.100.77', '172.29.1.2'],
  ipv6: ['2a01:4f8:c0c:77::9', 'fe80::5054:ff:fe77:7777'],
  mac: ['52:54:00:77:ab:cd', '52-54-00-77-ab-ce'],
  email: ['jana.mustermann@firma.test', 'ops+alerts@firma.test'],
  ids: [
    '7f6b90d4-7c13-4e58-a0d9-84b1f3e6c777',
    '7777d02f15be93d640e1c7b28f5a90d36e7b1c77',
    '77aa0e0b-1111-4222-8333-444455556677',
    '9f86d081884c7d659a2feaa0c55ad077',
    'i-0777abc123def4567',
  ],
  serials: ['VMware-56 4d 77 77', 'SN77XK12345', 'TAG77ABCDE'],
  blobs: ['b25ib2FyZDc3Nzc3Nzc3', 'LIC-7777-AAAA-BBBB'],
  tokens: [
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3NzcifQ.c2lnbmF0dXI3Nw',
    'ghp_77abcdefghijklmnopqrstuvwxyz0123456789',
    'glpat-77abcdefghijklmnopqr',
    'xoxb-777777777777-abcdefabcdef',
    'reg-token-7777aaaa',
    'YWRhOmdlaGVpbTc3Nzc=',
    'bearer77.abcdefghijklmnop1234',
  ],
  keys: ['api77key-0815-4711', 'enc77key/abc+def==', 'psk77-langer-schluessel', 'queryKey77abcdef0123'],
  passwords: [
    'Herbst-2077',
    'p@ss/wort77',
    'Geheim77!x',
    'mysqlPw77',
    'curlPw77',
    'yamlPw77',
    'Connect77;',
    '$6$salz77$77abcdefghijklmnopqrstuvwxyz',
    'smb77pw',
    'xmlPw77',
    'escapedPw77',
  ],
  secrets: ['client77secret-value', 'Endpoint=sb://hook77.firma.test'],
  'private-keys': ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASC77', 'MIIEjsonKey77abcdef'],
  cloud: [
    'AKIA77ABCDEFGHIJ2345'.replaceAll('77', 'ZZ'),
    'wJalr77XUtnFEMI/K7MDENG/bPxRfiCY77EXAMPLEKEY',
    'sig77%2Babcdefghijklmnopqr',
  ],
  cookies: ['sid=77cookie88', 'JSES77abcdef'],
} as const;
const P = PLANTED;

const TEXTS: Readonly<Record<string, string>> = {
  'etc/hostname': `${P.hosts[1]}\n`,
  'etc/resolv.conf': `search ${P.hosts[2]}\nnameserver ${P.ipv4[0]}\n`,
  'etc/passwd': `root:x:0:0:root:/root:/bin/bash\n${P.users[0]}:x:1001:1001::/home/${P.users[0]}:/bin/bash\n`,
  'etc/shadow': `root:${P.passwords[7]}:19000:0:99999:7:::\n`,
  'var/log/messages': [
    `Nov 20 10:00:01 ${P.hosts[0]} sshd[1]: Accepted publickey for ${P.users[1]} from ${P.ipv4[1]} port 22 ssh2`,
    `Nov 20 10:00:02 ${P.hosts[0]} nfs: mount ${P.hosts[3]}:/x by ${P.users[0]}, then ${P.hosts[5]}`,
    `Nov 20 10:00:03 ${P.hosts[0]} kernel: eth0 ${P.mac[0]} ${P.ipv6[0]} ${P.ipv6[1]} ${P.ipv4[2]}`,
    `Nov 20 10:00:04 ${P.hosts[0]} dhcp: ${P.mac[1]} to ${P.email[0]} cc ${P.email[1]}`,
    `Nov 20 10:00:05 ${P.hosts[0]} cron: mysql -u root -p${P.passwords[3]} shop; curl -s -u a:${P.passwords[4]} x`,
    `Nov 20 10:00:06 ${P.hosts[0]} cron: mount -o user=${P.users[2]},password=${P.passwords[8]} //x/y`,
    `Nov 20 10:00:07 ${P.hosts[0]} app: GET /x HTTP/1.1 Authorization: Basic ${P.tokens[5]}`,
    `Nov 20 10:00:08 ${P.hosts[0]} app: Bearer ${P.tokens[6]}`,
    `Nov 20 10:00:09 ${P.hosts[0]} app: Cookie: ${P.cookies[0]}`,
    `Nov 20 10:00:10 ${P.hosts[0]} app: https://s.firma.test/x?key=${P.keys[3]}&sig=${P.cloud[2]} token ${P.tokens[0]}`,
    `Nov 20 10:00:11 ${P.hosts[0]} app: said ${P.passwords[0]} and ${P.ids[0]} again`,
    '',
  ].join('\n'),
  'etc/environment': `HTTPS_PROXY=http://proxyuser:${P.passwords[0]}@${P.ipv4[3]}:3128\nDB_PASSWORD=${P.passwords[2]}\nAWS_ACCESS_KEY_ID=${P.cloud[0]}\nAWS_SECRET_ACCESS_KEY=${P.cloud[1]}\nGH=${P.tokens[1]}\nGL=${P.tokens[2]}\nSL=${P.tokens[3]}\n`,
  'etc/app.yaml': `database:\n  password: ${P.passwords[5]}\n  api_key: "${P.keys[0]}"\nurl: https://ada:${P.passwords[1]}@${P.hosts[4]}/repo\nregistration-token: ${P.tokens[4]}\nencryption_key: ${P.keys[1]}\nwpa_psk: ${P.keys[2]}\njsessionid=${P.cookies[1]}\n`,
  'etc/app.json': JSON.stringify({
    client_secret: P.secrets[0],
    connection_string: P.secrets[1],
    nested: JSON.stringify({ dbPassword: P.passwords[10] }),
    private_key: `-----BEGIN PRIVATE KEY-----\n${P['private-keys'][1]}\n-----END PRIVATE KEY-----\n`,
    licenseKey: P.blobs[1],
  }),
  'etc/app.xml': `<c><password>${P.passwords[9]}</password><orgId>${P.ids[2]}</orgId></c>\n`,
  'etc/odbc.ini': `Driver=x;Uid=sa;Pwd=${P.passwords[6].slice(0, -1)};Server=db\n`,
  'etc/opt/microsoft/mdatp/mdatp_onboard.json': JSON.stringify({
    onboardingInfo: `{"body":"${P.blobs[0]}"}`,
  }),
  'etc/key.pem': `-----BEGIN RSA PRIVATE KEY-----\n${P['private-keys'][0]}\n-----END RSA PRIVATE KEY-----\n`,
  'dmidecode.txt': `Serial Number: ${P.serials[0]}\nService Tag: ${P.serials[2]}\n`,
  'udev.txt': `ID_SERIAL=${P.serials[1]}\nmachine-id: ${P.ids[3]}\ninstance-id: ${P.ids[4]}\n`,
  'health.txt': `healthy : true\nlicensed : true\norg_id : "${P.ids[2]}"\nmachine_guid : "${P.ids[0]}"\nedr_machine_id : "${P.ids[1]}"\n`,
};
const ALL = Object.values(PLANTED).flat();

function bundle(): Buffer {
  const inner = zipOf([
    { path: `logs/${P.hosts[0]}.log`, content: TEXTS['var/log/messages'] ?? '' },
    {
      path: 'deep.tar.gz',
      content: gzipOf(tarOf([{ path: 'x.json', content: TEXTS['etc/app.json'] ?? '' }])),
    },
  ]);
  const texts = Object.entries(TEXTS).map(([path, content]) => ({ path: `${P.hosts[0]}/${path}`, content }));
  return gzipOf(
    tarOf([
      ...texts,
      { path: `${P.hosts[0]}/${P.ipv4[0]}.txt`, content: 'x\n' },
      { path: `${P.hosts[0]}/inner.zip`, content: inner },
      { path: `${P.hosts[0]}/messages.1.gz`, content: gzipOf(TEXTS['var/log/messages'] ?? '') },
      { path: `${P.hosts[0]}/latest`, link: `/home/${P.users[0]}/x` },
      {
        path: `${P.hosts[0]}/core.bin`,
        content: Buffer.concat([Buffer.alloc(4096, 1), Buffer.from(P.hosts[0])]),
      },
    ]),
  );
}

describe('redact', () => {
  it('leaves none of sixty planted secrets, in texts, names, JSON, XML, nested archives or URLs', async () => {
    expect(ALL.length).toBeGreaterThanOrEqual(60);
    const path = folder.write('planted.tar.gz', bundle());
    expect(await left(path)).toEqual(ALL);
    const out = join(folder.path, 'redacted.tar.gz');
    expect((await runCli(['redact', path, '-o', out])).code).toBe(0);
    expect(await left(out)).toEqual([]);
    const { stdout: report } = await runCli(['analyze', path, '--redact', '--format', 'json']);
    expect(ALL.filter((one) => report.includes(one))).toEqual([]);
  }, 60_000);

  it('puts what is nested back in its place', async () => {
    const path = folder.write('planted.tar.gz', bundle());
    const out = join(folder.path, 'nested.tar.gz');
    await runCli(['redact', path, '-o', out]);
    const { stdout } = await runCli(['entries', out, '--format', 'json']);
    // Our own output.
    const rows = JSON.parse(stdout) as readonly { path: string; kind: string; linkTarget?: string }[];
    const paths = rows.map((row) => row.path);
    expect(paths).toContain('host-1/inner.zip!/logs/host-1.log');
    expect(paths).toContain('host-1/inner.zip!/deep.tar.gz!/x.json');
    expect(paths).toContain('host-1/messages.1.gz');
    expect(paths).toContain('host-1/REDACTION.txt');
    expect(rows.find((row) => row.path === 'host-1/latest')?.linkTarget).toBe('/home/user-1/x');
    const notes = (await runCli(['show', out, 'host-1/REDACTION.txt'])).stdout;
    expect(notes).toContain('Left empty, for binary content cannot be redacted:\n- host-1/core.bin');
    expect(notes).toContain('Not covered, so look before you hand it on:');
  }, 60_000);

  it('reads standard input too, and keeps binary files where that is asked', async () => {
    const out = join(folder.path, 'stdin.tar.gz');
    const { code } = await runCli(['redact', '-', '-o', out, '--keep-binary'], { input: bundle() });
    expect(code).toBe(0);
    expect(await left(out, ['core.bin'])).toEqual([]);
    const { stdout } = await runCli(['show', out, 'host-1/core.bin', '--bytes']);
    expect(stdout.endsWith(P.hosts[0])).toBe(true);
  }, 60_000);

  it('writes the mapping to a file of its own that nobody else can read', async () => {
    const path = folder.write('planted.tar.gz', bundle());
    const mapping = join(folder.path, 'mapping.json');
    await runCli(['redact', path, '-o', join(folder.path, 'm.tar.gz'), '--mapping', mapping]);
    expect(statSync(mapping).mode & 0o777).toBe(0o600);
    // Our own output.
    const { mapping: rows } = JSON.parse(readFileSync(mapping, 'utf8')) as { mapping: readonly object[] };
    expect(rows).toContainEqual({ class: 'hosts', pseudonym: 'host-1', original: P.hosts[0] });
  }, 60_000);

  it('leaves what exists, and nothing half-written', async () => {
    const path = folder.write('planted.tar.gz', bundle());
    const out = folder.write('there.tar.gz', 'mine');
    const { code, stderr } = await runCli(['redact', path, '-o', out]);
    expect([code, stderr.trim()]).toEqual([
      2,
      `bundlescope: ${out} exists. Give another name, or --force to replace it.`,
    ]);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    const nowhere = await runCli(['redact', path, '-o', join(folder.path, 'no', 'x.tar.gz')]);
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('its folder does not exist');
    expect(
      (await runCli(['redact', join(folder.path, 'none'), '-o', join(folder.path, 'n.tar.gz')])).code,
    ).toBe(3);
    expect(existsSync(join(folder.path, 'n.tar.gz'))).toBe(false);
    expect((await runCli(['redact', path, '-o', path, '--force'])).code).toBe(2);
  }, 60_000);

  it('redacts a folder', async () => {
    const place = join(folder.path, 'tree');
    mkdirSync(join(place, 'etc'), { recursive: true });
    for (const name of ['etc/hostname', 'health.txt']) writeFileSync(join(place, name), TEXTS[name] ?? '');
    const out = join(folder.path, 'tree.tar.gz');
    expect((await runCli(['redact', place, '-o', out])).code).toBe(0);
    expect((await runCli(['show', out, 'etc/hostname'])).stdout).toContain('host-1.domain-1.example');
  }, 60_000);
});

/** Planted values that a redacted archive still holds, in any name or content. */
async function left(path: string, except: readonly string[] = []): Promise<readonly string[]> {
  const { texts, entries } = await readSource({ kind: 'path', path });
  const contents = Object.entries(texts).filter(([name]) => !except.some((one) => name.endsWith(one)));
  const all = JSON.stringify(entries) + contents.map(([, text]) => text).join('\n');
  return ALL.filter((one) => all.includes(one) || all.includes(JSON.stringify(one).slice(1, -1)));
}
