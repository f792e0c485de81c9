import { cannotTell, cite, citeAbsence, defineAnalyzer, optional } from '../../engine/api/index.ts';
import { agent } from '../../facts/mdatp/agent.ts';
import { service } from '../../facts/mdatp/service.ts';
import { serviceFile } from '../../facts/mdatp/service-file.ts';
import { systemdUnitFiles } from '../../facts/systemd/unit-files.ts';
import { agentPresent, notRhel6 } from '../applies.ts';
import { links } from '../links.ts';

export const missingServiceUnit = defineAnalyzer({
  id: 'install/missing-service-unit',
  title: 'Unit file of mdatp missing',
  why: 'systemd knows no service without its unit file, so nothing starts the daemon.',
  severity: 'high',
  confidence: 'certain',
  applies: [agentPresent, notRhel6],
  needs: {
    agent: optional(agent),
    service: optional(service),
    file: optional(serviceFile),
    unitFiles: optional(systemdUnitFiles),
  },
  messages: {
    unknown: 'The agent is installed and systemd knows no service mdatp',
    unlisted: 'The agent is installed and mdatp.service is not among {count} unit files',
  },
  remediation: {
    steps: [
      'Copy the unit file from the folder of the agent to the folder of systemd (/lib/systemd/system on Debian).',
      'Let systemd read its units again, and start the service.',
    ],
    commands: [
      {
        command: 'sudo cp /opt/microsoft/mdatp/conf/mdatp.service /usr/lib/systemd/system/mdatp.service',
        risk: 'changes-host',
      },
      { command: 'sudo systemctl daemon-reload', risk: 'changes-host' },
      { command: 'sudo systemctl enable --now mdatp', risk: 'changes-host' },
    ],
    links: [links.serviceTrouble],
  },
  sources: [{ document: 'linux-support-install', date: '2025-01' }],
  because: [
    { of: 'platform/no-systemd' },
    { of: 'install/unfinished-installation' },
    { of: 'install/half-installed-package' },
  ],

  evaluate({ agent: installed, service: found, file, unitFiles }) {
    if (file) return [];
    const proof = installed?.installed === 'yes' ? installed.proof : undefined;
    const listed = unitFiles?.unitFiles.some(({ value }) => value.unit === 'mdatp.service');
    if (listed || (found?.state && !found.missing)) return [];
    if (!found?.missing && !unitFiles) {
      return cannotTell('Neither the service nor the unit files are in the bundle.', { service });
    }
    if (!proof) return cannotTell('Whether the agent is installed is not in the bundle.');
    if (found?.missing) {
      return [{ message: 'unknown', evidence: [cite(found.missing), cite(proof, 'context')], identity: [] }];
    }
    const count = unitFiles?.unitFiles.length ?? 0;
    const looked = citeAbsence(
      'mdatp.service',
      unitFiles?.unitFiles.slice(0, 1).map(({ at }) => at.entry) ?? [],
    );
    return [
      { message: 'unlisted', params: { count }, evidence: [looked, cite(proof, 'context')], identity: [] },
    ];
  },
});
