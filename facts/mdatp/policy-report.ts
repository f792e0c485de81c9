import {
  textFact,
  UnreadableError,
  type Located,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';
import { memberAt, readJson, type JsonNode } from '../json-lines.ts';
import { hostFile } from '../places.ts';

export interface PolicySetting {
  /** Id or name of the policy; empty where the report has none. */
  readonly policy: string;
  readonly name: string;
  /** `Success`, `Error`, … as written. */
  readonly result: string;
}

export interface PolicyReport {
  readonly settings: readonly Located<PolicySetting>[];
}

/**
 * How the host applied the policies of the portal:
 *
 *   {"policyInfo": [{"policyId": "0d9c…", "settings": [{"name": "cloudService.enabled", "value": "Success"}]}]}
 */
export const policyReport = textFact<PolicyReport>({
  name: 'mdatp.policy-report',
  describes: 'Settings of the portal and whether the host applied them',
  collect: {
    title: 'security_management/current_report',
    command: 'sudo cat /var/opt/microsoft/mdatp/security_management/current_report > current_report',
  },
  fields: {
    settings: {
      type: 'rows',
      describes: 'Settings',
      row: {
        policy: { type: 'string', describes: 'Policy' },
        name: { type: 'string', describes: 'Setting' },
        result: { type: 'string', describes: 'Result', oneOf: ['Success', 'Error'] },
      },
    },
  },
  view: { kind: 'table', title: 'Policies of the portal', rows: 'settings' },
  from: hostFile('var/opt/microsoft/mdatp/security_management/current_report'),
  parse,
});

function parse(entry: TextEntry, note: Note): PolicyReport {
  refuseFailedCommand(entry);
  const { root, error } = readJson(entry.lines());
  const policies = memberAt(root, 'policyInfo')?.value;
  if (policies?.kind !== 'array')
    throw new UnreadableError(`${entry.path} holds no policies: ${error?.detail ?? 'no policyInfo'}`);
  if (error) note({ code: 'malformed-file', detail: error.detail, at: error.at });
  return { settings: policies.items.flatMap(settingsOf) };
}

function settingsOf(node: JsonNode): readonly Located<PolicySetting>[] {
  const list = memberAt(node, 'settings')?.value;
  const policy = textAt(node, 'policyId') || textAt(node, 'id') || textAt(node, 'name');
  if (list?.kind !== 'array') return [];
  return list.items.flatMap((item) => {
    const name = textAt(item, 'name');
    const result = memberAt(item, 'value');
    if (name === '' || !result) return [];
    return [{ value: { policy, name, result: textAt(item, 'value') }, at: result.at }];
  });
}

function textAt(node: JsonNode, key: string): string {
  const value = memberAt(node, key)?.value;
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : '';
}
