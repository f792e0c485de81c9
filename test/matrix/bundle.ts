import { CONNECTIVITY, DMESG, DMESG_ANCHOR, HEALTH, OS_RELEASE, UNAME } from './places.ts';
import {
  addAfter,
  addFile,
  addLines,
  replaceFile,
  removeEveryLine,
  removeFile,
  type Edit,
  type Plant,
} from './plants.ts';

const UNANSWERED = 'ERROR: Could not connect to the daemon\n';
const SHADOW_ROW = 'admin:$6$Tq0cBv1d$0k3bWm2vXhKQkJ9m1nqv4rX8:19000:0:99999:7:::';
const ONBOARDING = '{"onboardingInfo":"{\\"body\\":\\"eyJvcmdJZCI6\\"}"}\n';
const AS_ROOT = 'You must be root to run this program.\n';
const DARWIN =
  'Darwin mac-07 23.6.0 Darwin Kernel Version 23.6.0: Mon Jul 29 21:14:30 PDT 2024; root:xnu-1~1/RELEASE_ARM64 arm64\n';

function macos(uname: string, osRelease: string): readonly Edit[] {
  return [replaceFile(uname, DARWIN), removeFile(osRelease)];
}

export const bundlePlants: readonly Plant[] = [
  {
    analyzer: 'bundle/macos-bundle',
    in: {
      'client-analyzer': macos(UNAME['client-analyzer'], OS_RELEASE['client-analyzer']),
      plain: macos(UNAME.plain, OS_RELEASE.plain),
    },
  },
  {
    analyzer: 'bundle/incomplete-collection',
    in: {
      'client-analyzer': [addLines('log.txt', '[2026-10-14 09:12:41.002][ERROR] Failed to write events.xml')],
      sosreport: [
        addLines(
          'sos_logs/sos.log',
          "2026-10-14 09:32:50,402 WARNING: [plugin:networking] command 'ip route' timed out after 300s",
        ),
      ],
      supportconfig: [
        addAfter(
          DMESG.supportconfig,
          DMESG_ANCHOR,
          'dmesg: read kernel buffer failed: Operation not permitted',
        ),
      ],
      plain: [addFile('ausearch.txt', AS_ROOT)],
    },
  },
  {
    analyzer: 'bundle/no-health-output',
    in: {
      'client-analyzer': [
        replaceFile(HEALTH['client-analyzer'], UNANSWERED),
        removeFile('mdatp_config.txt'),
        removeEveryLine('mde.xml', /<(?:sense|av|release|real_time|passive|org_id|device_id|healthy)/u),
      ],
      plain: [replaceFile(HEALTH.plain, UNANSWERED)],
    },
  },
  {
    analyzer: 'bundle/secrets-in-bundle',
    in: {
      'client-analyzer': [
        addFile('mde_diagnostic.zip!/etc/opt/microsoft/mdatp/mdatp_onboard.json', ONBOARDING),
      ],
      'mdatp-diagnostic': [addFile('etc/opt/microsoft/mdatp/mdatp_onboard.json', ONBOARDING)],
      sosreport: [addFile('etc/shadow', `${SHADOW_ROW}\n`)],
      supportconfig: [addAfter('pam.txt', 'admin:x:1000', SHADOW_ROW)],
      plain: [addFile('etc/shadow', `${SHADOW_ROW}\n`)],
    },
  },
  {
    analyzer: 'bundle/secrets-in-bundle',
    name: 'a password on a command line',
    in: {
      'client-analyzer': [
        addLines(CONNECTIVITY['client-analyzer'], 'curl --proxy http://svc:Winter-2026@proxy.example:3128'),
      ],
    },
  },
];
