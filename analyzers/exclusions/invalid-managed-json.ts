import { cite, defineAnalyzer } from '../../engine/api/index.ts';
import { managedFile } from '../../facts/mdatp/managed-file.ts';
import { links } from '../links.ts';

export const invalidManagedJson = defineAnalyzer({
  id: 'exclusions/invalid-managed-json',
  title: 'Managed settings that are no valid JSON',
  why: 'The agent takes none of the settings, and works by its defaults.',
  severity: 'critical',
  confidence: 'certain',
  needs: { managed: managedFile },
  messages: {
    syntax: 'The managed settings cannot be read; line {line}: {error}',
    noObject: 'The managed settings hold no object in braces',
  },
  remediation: {
    steps: [
      'Correct the file where management writes it, at the line and column that are named.',
      'Check the whole file with a JSON tool before it is rolled out: there may be more than one mistake.',
      'Look at the health of the agent, which marks a setting that it took over as managed.',
    ],
    commands: [
      { command: 'python3 -m json.tool /etc/opt/microsoft/mdatp/managed/mdatp_managed.json', risk: 'safe' },
      { command: 'mdatp health', risk: 'safe' },
    ],
    links: [links.preferenceValidation],
  },
  sources: [{ document: 'linux-preferences', date: '2026-08' }],

  evaluate({ managed: { syntaxError, root } }) {
    if (syntaxError) {
      const params = { line: syntaxError.at.line, error: syntaxError.value };
      return [{ message: 'syntax', params, evidence: [cite(syntaxError)], identity: [] }];
    }
    return root.kind === 'object'
      ? []
      : [{ message: 'noObject', evidence: [cite({ value: undefined, at: root.at })], identity: [] }];
  },
});
