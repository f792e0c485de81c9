import { describe, expect, it } from 'vitest';

import type { Report } from '../engine/api/index.ts';
import { answerSources } from '../engine/run/answer.ts';
import { loadDomain } from '../cli/domain.ts';

const domain = loadDomain();

async function reportOf(files: Readonly<Record<string, string>>): Promise<Report> {
  const source = {
    kind: 'memory',
    name: 'bundle',
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
  } as const;
  const request = { command: 'analyze', profile: 'auto', only: [], skip: [] } as const;
  const { reports } = await answerSources([source], request, domain);
  const [report] = reports;
  if (!report) throw new Error('no report');
  return report;
}

/** The findings and what became of each check, as JSON, without the places that they cite. */
function judgement({ findings, analyzers }: Report): string {
  return JSON.stringify(
    {
      findings: findings.map((finding) => ({
        ...finding,
        evidence: finding.evidence.map(({ role }) => role),
      })),
      analyzers: analyzers.map(({ id, status, reason }) => ({ id, status, reason })),
    },
    undefined,
    1,
  );
}

const DATE = { date: 'Wed Oct 14 09:12:00 UTC 2026\n' };

/** A host with about everything wrong. */
const TEXT = `ATTENTION: No license found. Contact your administrator for help.

healthy                                     : false
health_issues                               : ["missing license","engine v1 not available"]
licensed                                    : false
engine_version                              : "1.1.24080.9"
engine_load_version                         : unavailable
engine_load_status                          : "Engine not loaded"
app_version                                 : "101.24092.0002"
org_id                                      : unavailable
log_level                                   : "debug" [managed]
machine_guid                                : "c07d2a4e-6b18-4a57-9d3e-71f5b8e2046c"
release_ring                                : "InsiderFast"
product_expiration                          : Aug 12, 2025 at 08:20:11 PM
cloud_enabled                               : false [managed]
cloud_automatic_sample_submission_consent   : "none"
cloud_diagnostic_enabled                    : true
passive_mode_enabled                        : false
behavior_monitoring                         : "disabled"[managed]
real_time_protection_enabled                : true
real_time_protection_available              : false
real_time_protection_subsystem              : "fanotify"
supplementary_events_subsystem              : unavailable
tamper_protection                           : "disabled"
automatic_definition_update_enabled         : false
definitions_updated                         : Oct 01, 2026 at 12:13:17 AM
definitions_updated_minutes_ago             : 19259
definitions_version                         : "1.435.88.0"
definitions_status                          : "out_of_date"
edr_client_version                          : "30.124092.0002.0"
edr_early_preview_enabled                   : "enabled"
edr_device_tags                             : [{"key":"GROUP","value":"web"}]
edr_machine_id                              : "3f9ad1c07b52e8446d0e91b7a2c85f6410d7e3b9"
conflicting_applications                    : ["/usr/sbin/guard [123]"]
network_protection_status                   : "failed_to_start"
network_protection_enforcement_level        : "block" [managed]
troubleshooting_mode                        : true
`;

const JSON_TEXT = `ATTENTION: No license found. Contact your administrator for help.
{
  "$type": "getHealthAllResult",
  "healthy": false,
  "healthIssues": ["missing license", "engine v1 not available"],
  "licensed": false,
  "engineVersion": "1.1.24080.9",
  "engineLoadVersion": "unavailable",
  "engineLoadStatus": "Engine not loaded",
  "appVersion": "101.24092.0002",
  "orgId": "unavailable",
  "logLevel": {"displayValue": true, "isManaged": true, "value": "debug"},
  "machineGuid": "c07d2a4e-6b18-4a57-9d3e-71f5b8e2046c",
  "releaseRing": "InsiderFast",
  "productExpiration": "1755030011000",
  "cloudEnabled": {"displayValue": true, "isManaged": true, "value": false},
  "cloudAutomaticSampleSubmissionConsent": {"displayValue": true, "isManaged": false, "value": "none"},
  "cloudDiagnosticEnabled": {"displayValue": true, "isManaged": false, "value": true},
  "passiveModeEnabled": {"displayValue": true, "isManaged": false, "value": false},
  "behaviorMonitoring": {"displayValue": true, "isManaged": true, "value": "disabled"},
  "realTimeProtectionEnabled": {"displayValue": true, "isManaged": false, "value": true},
  "realTimeProtectionAvailable": false,
  "realTimeProtectionSubsystem": "fanotify",
  "supplementaryEventsSubsystem": "unavailable",
  "tamperProtection": "disabled",
  "automaticDefinitionUpdateEnabled": {"displayValue": true, "isManaged": false, "value": false},
  "definitionsUpdated": "1790813597000",
  "definitionsUpdatedMinutesAgo": "19259",
  "definitionsVersion": "1.435.88.0",
  "definitionsStatus": {"$type": "outOfDate"},
  "edrClientVersion": "30.124092.0002.0",
  "edrEarlyPreviewEnabled": "enabled",
  "edrDeviceTags": [{"key": "GROUP", "value": "web"}],
  "edrMachineId": "3f9ad1c07b52e8446d0e91b7a2c85f6410d7e3b9",
  "conflictingApplications": ["/usr/sbin/guard [123]"],
  "networkProtectionStatus": "failed_to_start",
  "networkProtectionEnforcementLevel": {"displayValue": true, "isManaged": true, "value": "block"},
  "troubleshootingMode": true,
  "functionalityMode": {"displayValue": false, "isManaged": false, "value": "default"},
  "managedBy": {"displayValue": false, "isManaged": false, "value": ""},
  "proxy": {"displayValue": false, "isManaged": false, "value": "None"}
}
`;

describe('the forms of health', () => {
  it('give the same findings, byte for byte, as text and as JSON', async () => {
    const text = await reportOf({ ...DATE, 'health.txt': TEXT });
    const json = await reportOf({ ...DATE, 'health.txt': JSON_TEXT });
    expect(new Set(text.findings.map(({ analyzer }) => analyzer)).size).toBeGreaterThan(15);
    expect(judgement(json)).toBe(judgement(text));
  });

  it('give the same findings from a block of mdatp_config.txt', async () => {
    const text = await reportOf({ ...DATE, 'health.txt': TEXT });
    const block = JSON_TEXT.slice(JSON_TEXT.indexOf('{'));
    const config = await reportOf({
      ...DATE,
      'mdatp_config.txt': `Output of mdatp health\nMDE HEALTH\n\n${block}\nManaged\nMANAGED CONFIGURATIONS\n\nError: Could not load managed configurations\n`,
    });
    // The notice about the licence stands above the command's own output only.
    const withoutNotice = (report: Report): readonly string[] =>
      report.findings.map(({ fingerprint }) => fingerprint).sort();
    expect(withoutNotice(config)).toEqual(withoutNotice(text));
  });

  it('count as first read where several disagree, and the problem cites both', async () => {
    const report = await reportOf({
      'mde.xml':
        '<mdatp><device_info>\n<healthy>True</healthy>\n<sense_version>101.26062.0007</sense_version>\n<passive_mode_enabled>True</passive_mode_enabled>\n</device_info></mdatp>',
      'health.txt': 'healthy : false\napp_version : "101.26062.0007"\npassive_mode_enabled : true\n',
    });
    expect(report.findings.map(({ analyzer }) => analyzer)).toContain('health/unhealthy-agent');
    expect(report.problems.filter(({ code }) => code === 'disagreeing-sources')).toEqual([
      {
        code: 'disagreeing-sources',
        detail: 'healthy is false in health.txt:1 and true in mde.xml:2; the first counts',
        at: { entry: 'mde.xml', line: 2 },
      },
    ]);
  });
});
