import { HEALTH, MANAGED } from './places.ts';
import {
  inEach,
  replaceEvery,
  replaceFile,
  replaceLine,
  replaceText,
  type Edit,
  type Plant,
} from './plants.ts';

const DEFINITIONS = { 'client-analyzer': 'definitions.txt', plain: 'mdatp_definitions.txt' } as const;
const THREATS = { 'client-analyzer': 'threat_list.txt', plain: 'mdatp_threat_list.txt' } as const;
const SCANS = {
  'client-analyzer': 'mde_diagnostic.zip!/var/opt/microsoft/mdatp/wdavhistory',
  'mdatp-diagnostic': 'var/opt/microsoft/mdatp/wdavhistory',
} as const;
const CRASH_STATE = {
  'client-analyzer': 'mde_diagnostic.zip!/var/opt/microsoft/mdatp/wdav_crash_state',
  'mdatp-diagnostic': 'var/opt/microsoft/mdatp/wdav_crash_state',
} as const;
const POLICIES = {
  'mdatp-diagnostic': 'var/opt/microsoft/mdatp/security_management/current_report',
} as const;
const PACKAGES = {
  sosreport: 'sos_commands/rpm/sh_-c_rpm_--nodigest_-qa_--qf_59_NVRA_INSTALLTIME_date_sort_-V',
  supportconfig: 'rpm.txt',
} as const;

/** A setting more for the antivirus. */
function managed(setting: string): Plant['in'] {
  return inEach(MANAGED, (path) =>
    replaceText(
      path,
      '"behaviorMonitoring": "enabled",',
      `"behaviorMonitoring": "enabled",\n    ${setting},`,
    ),
  );
}

/** The health says something else in one of its fields. */
function health(field: string, value: string): Plant['in'] {
  return inEach(HEALTH, (path) =>
    replaceLine(path, new RegExp(`^${field} `, 'u'), `${field.padEnd(44)}: ${value}`),
  );
}

/** The version that was installed last, where nothing else tells one. */
function installed(version: string): readonly Edit[] {
  return [replaceEvery('var/log/microsoft/mdatp/install.log', '101.26062.0007', version)];
}

/** A package of the agent that is two years old: it is outdated, and where no health tells better, expired. */
const OLD_PACKAGE = inEach(PACKAGES, (path) => replaceText(path, '101.26062.0007-1', '101.24092.0002-1'));

export const healthPlants: readonly Plant[] = [
  { analyzer: 'health/unhealthy-agent', in: health('healthy', 'false') },
  { analyzer: 'health/not-onboarded', in: health('licensed', 'false') },
  { analyzer: 'health/expired-agent', in: health('product_expiration', 'Sep 30, 2026 at 08:20:11 AM') },
  {
    analyzer: 'health/preview-release-ring',
    in: health('release_ring', '"InsiderFast"'),
    // There alone the repository is known, which is that of the other ring.
    consequences: { plain: ['platform/several-rings-enabled'] },
  },
  {
    analyzer: 'health/real-time-protection-unavailable',
    in: health('real_time_protection_available', 'false'),
  },
  { analyzer: 'health/outdated-definitions', in: health('definitions_updated_minutes_ago', '12000') },
  {
    analyzer: 'health/automatic-definitions-off',
    in: health('automatic_definition_update_enabled', 'false'),
    consequences: ['exclusions/managed-settings-not-applied'],
  },
  {
    analyzer: 'health/cloud-protection-off',
    in: health('cloud_enabled', 'false'),
    consequences: ['exclusions/managed-settings-not-applied'],
  },
  { analyzer: 'health/troubleshooting-mode', in: health('troubleshooting_mode', 'true') },
  { analyzer: 'health/verbose-log-level', in: health('log_level', '"debug"') },
  { analyzer: 'health/edr-early-preview', in: health('edr_early_preview_enabled', '"enabled"') },
  {
    analyzer: 'health/real-time-protection-off',
    in: health('real_time_protection_enabled', 'false'),
    consequences: ['health/behavior-monitoring-without-real-time-protection'],
  },
  {
    analyzer: 'health/behavior-monitoring-without-real-time-protection',
    in: health('real_time_protection_enabled', 'false'),
    consequences: ['health/real-time-protection-off'],
  },
  { analyzer: 'health/engine-not-loaded', in: health('engine_load_status', '"Engine not loaded"') },
  {
    analyzer: 'health/sample-submission-off',
    in: health('cloud_automatic_sample_submission_consent', '"none"'),
    consequences: ['exclusions/managed-settings-not-applied'],
  },
  { analyzer: 'health/behavior-monitoring-off', in: health('behavior_monitoring', '"disabled"') },
  { analyzer: 'health/tamper-protection-off', in: health('tamper_protection', '"disabled"') },
  {
    analyzer: 'health/network-protection-not-running',
    in: health('network_protection_status', '"failed_to_start"'),
  },
  { analyzer: 'health/outdated-agent', in: health('app_version', '"101.24092.0002"') },
  {
    analyzer: 'health/outdated-agent',
    name: 'by the package',
    in: { ...OLD_PACKAGE, 'mdatp-diagnostic': installed('101.24092.0002') },
    consequences: ['health/expired-agent'],
  },
  {
    analyzer: 'health/expired-agent',
    name: 'by the package',
    in: { ...OLD_PACKAGE, 'mdatp-diagnostic': installed('101.24092.0002') },
    consequences: ['health/outdated-agent'],
  },
  {
    analyzer: 'health/failed-definition-update',
    in: inEach(DEFINITIONS, (path) =>
      replaceLine(path, /^definitions_update_fail_reason /u, 'definitions_update_fail_reason : "timeout"'),
    ),
  },
  {
    analyzer: 'health/misconfigured-offline-update',
    in: managed('"offlineDefinitionUpdate": "enabled"'),
  },
  {
    analyzer: 'health/deprecated-offline-verify-key',
    in: inEach(MANAGED, (path) =>
      replaceText(
        path,
        '"networkProtection": {',
        '"features": {\n    "offlineDefinitionUpdateVerifySig": "enabled"\n  },\n  "networkProtection": {',
      ),
    ),
  },
  {
    analyzer: 'health/reported-health-issues',
    in: health('health_issues', '["something new"]'),
  },
  {
    analyzer: 'health/agent-with-known-issue',
    name: 'tags that cannot enrol',
    in: {
      'client-analyzer': [
        replaceLine(HEALTH['client-analyzer'], /^app_version /u, 'app_version : "101.24032.0007"'),
      ],
      'mdatp-diagnostic': installed('101.24032.0007'),
    },
    consequences: {
      'client-analyzer': ['health/outdated-agent'],
      'mdatp-diagnostic': ['health/expired-agent', 'health/outdated-agent'],
    },
  },
  {
    analyzer: 'health/agent-with-known-issue',
    name: 'a version of which two are known',
    in: { plain: [replaceLine(HEALTH.plain, /^app_version /u, 'app_version : "101.60.05"')] },
    findings: 2,
    consequences: ['health/outdated-agent'],
  },
  {
    analyzer: 'health/agent-with-known-issue',
    name: 'the database of rpm',
    in: inEach(PACKAGES, (path) => replaceText(path, '101.26062.0007-1', '101.98.89-1')),
    consequences: [
      'events/missing-audisp-plugin',
      'events/missing-mdatp-audit-rules',
      'health/expired-agent',
      'health/outdated-agent',
    ],
  },
  {
    analyzer: 'health/open-threats',
    in: inEach(THREATS, (path) =>
      replaceFile(path, 'Name: Trojan:Linux/Sample.A\nType: "trojan"\nStatus: "quarantine_failed"\n'),
    ),
  },
  {
    analyzer: 'health/open-threats',
    name: 'in the history',
    in: {
      'mdatp-diagnostic': [
        replaceFile(
          SCANS['mdatp-diagnostic'],
          '{"scans": [{"state": "succeeded", "threats": ["Trojan:Linux/Sample.A"]}]}',
        ),
      ],
    },
  },
  {
    analyzer: 'health/failing-scans',
    in: inEach(SCANS, (path) =>
      replaceFile(
        path,
        '{"scans": [{"state": "failed"}, {"state": "failed"}, {"state": "failed"}, {"state": "failed"}, {"state": "succeeded"}]}',
      ),
    ),
  },
  {
    analyzer: 'health/policy-errors',
    in: inEach(POLICIES, (path) =>
      replaceText(
        path,
        '"name": "cloudService.enabled",\n          "value": "Success"',
        '"name": "cloudService.enabled",\n          "value": "Error"',
      ),
    ),
  },
  {
    analyzer: 'health/crash-dumps-present',
    in: inEach(CRASH_STATE, (path) => replaceFile(path, '{"uploadCount":3}\n')),
  },
];
