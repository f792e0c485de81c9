import { XMLParser, XMLValidator } from 'fast-xml-parser';
import {
  textFact,
  UnreadableError,
  type Field,
  type Located,
  type Location,
  type Note,
  type TextEntry,
} from '../../engine/api/index.ts';
import { refuseFailedCommand } from '../command-output.ts';

const text = (describes: string) => ({ type: 'string', describes }) as const;

/** Children of device_info by their names here; the file writes them in snake case. */
const deviceFields = {
  deviceName: text('Name of the device'),
  hostName: text('Host name'),
  osFamily: text('Family of the system'),
  osName: text('Name of the system'),
  osKernelVersion: text('Version of the kernel'),
  architecture: text('Architecture'),
  linuxDistro: text('Distribution'),
  deviceId: text('Id of the device in the portal'),
  orgId: text('Tenant the agent belongs to'),
  senseVersion: text('Version of the detection and response part'),
  senseConfigVersion: text('Version of its configuration'),
  avSignatureVersion: text('Version of the definitions'),
  avEngineVersion: text('Version of the antivirus engine'),
  releaseRing: text('Channel of releases'),
  realTimeProtectionEnabled: text('Whether files are scanned as they are used'),
  realTimeProtectionAvailable: text('Whether the host allows real-time protection'),
  realTimeProtectionSubsystem: text('What brings file events'),
  passiveModeEnabled: text('Whether the antivirus only watches'),
  healthy: text('Whether the agent calls itself healthy'),
  edrProcessStatus: text('State of the detection and response process'),
  avProcessStatus: text('State of the antivirus process'),
  telemetryProcessStatus: text('State of the telemetry process'),
  conflictingAgents: text('Other protection that the client analyzer saw'),
  conflictingBinaries: text('Other binaries that the client analyzer saw'),
  mdeNetfilterVersion: text('Version of the package mde-netfilter'),
  auditdStatus: text('State of auditd'),
  audispPluginStatus: text('State of the plugin of audispd'),
  mdatpStatus: text('State of the agent'),
} as const satisfies Readonly<Record<string, Field>>;

type DeviceFieldName = keyof typeof deviceFields;

export interface AnalyzerXml extends Readonly<Record<DeviceFieldName, Located<string> | undefined>> {
  readonly scriptVersion: Located<string> | undefined;
  /** As written; builds differ in the form. */
  readonly scriptRunTime: Located<string> | undefined;
  /** All children of device_info that have a value, by their names in the file. */
  readonly device: ReadonlyMap<string, Located<string>>;
  readonly events: readonly Located<{ readonly id: string }>[];
}

/**
 * The summary of the client analyzer:
 *
 *   <mdatp><general><script_version>1.3.5</script_version></general>
 *   <device_info><host_name display_name="Host">web-03.example</host_name></device_info>
 *   <events><event id="30001"/></events></mdatp>
 */
export const analyzerXml = textFact<AnalyzerXml>({
  name: 'mdatp.analyzer-xml',
  describes: 'Summary of the client analyzer',
  collect: { title: 'client analyzer', command: 'sudo ./MDESupportTool -d' },
  fields: {
    scriptVersion: { type: 'version', describes: 'Version of the client analyzer' },
    scriptRunTime: text('When the client analyzer ran'),
    ...deviceFields,
    events: {
      type: 'rows',
      describes: 'Events that the client analyzer raised',
      row: { id: text('Id, described in events.xml') },
    },
  },
  view: { kind: 'fields', title: 'Client analyzer' },
  identities: ({ hostName, deviceName, deviceId, orgId }) => ({
    host: [hostName?.value, deviceName?.value],
    id: [deviceId?.value, orgId?.value],
  }),
  maxBytes: 2 * 1024 * 1024,
  from: { 'client-analyzer': 'mde.xml', plain: 'mde.xml' },
  looksLike: (head) => /<mdatp[\s>]/u.test(head) && /<(?:script_version|device_info)[\s>/]/u.test(head),
  parse: readAnalyzerXml,
});

/** The parser quotes what it does not understand, which may be all of the file. */
const MOST_REASON = 200;

export function readAnalyzerXml(entry: TextEntry, note: Note): AnalyzerXml {
  refuseFailedCommand(entry);
  if (entry.cut) throw new UnreadableError(`${entry.path} is longer than is read of it`);
  const valid = XMLValidator.validate(entry.text, { allowBooleanAttributes: true });
  if (valid !== true) {
    const { msg, line } = valid.err;
    note({ code: 'malformed-file', detail: msg.slice(0, MOST_REASON), at: { entry: entry.path, line } });
  }
  const elements = located(rootOf(entry), entry);
  const device = new Map<string, Located<string>>();
  for (const { path, value } of elements) {
    const [, parent, name] = path;
    if (
      parent === 'device_info' &&
      name !== undefined &&
      path.length === 3 &&
      !device.has(name) &&
      value.value !== ''
    )
      device.set(name, value);
  }
  const generalValue = (name: string): Located<string> | undefined =>
    elements.find(
      ({ path, value }) => path.at(-1) === name && path.at(-2) === 'general' && value.value !== '',
    )?.value;
  return {
    scriptVersion: generalValue('script_version'),
    scriptRunTime: generalValue('script_run_time'),
    ...deviceValues(device),
    device,
    events: elements.flatMap(({ path, value, id }) =>
      path.at(-1) === 'event' && id ? [{ value: { id }, at: value.at }] : [],
    ),
  };
}

/** The file writes one name in capitals (MDATP_Status): letters count in either case. */
function deviceValues(
  device: ReadonlyMap<string, Located<string>>,
): Readonly<Record<DeviceFieldName, Located<string> | undefined>> {
  const byName = new Map([...device].map(([name, value]) => [camelCase(name.toLowerCase()), value]));
  const values = Object.keys(deviceFields).map((name) => [name, byName.get(name)]);
  // The table that names the fields also types them.
  return Object.fromEntries(values) as Record<DeviceFieldName, Located<string> | undefined>;
}

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** What the parser makes of an element when order is kept: its children under its name, its attributes under ':@'. */
type XmlNode = Readonly<Record<string, unknown>>;

function rootOf(entry: TextEntry): readonly XmlNode[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    allowBooleanAttributes: true,
    parseTagValue: false,
    // Entities, and with them those a document type declares, stay as written.
    processEntities: false,
  });
  let nodes: readonly XmlNode[];
  try {
    // Nodes are records by construction of the parser.
    nodes = parser.parse(entry.text) as readonly XmlNode[];
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new UnreadableError(`${entry.path} is no XML: ${reason.slice(0, MOST_REASON)}`);
  }
  const root = nodes.find((node) => nameOf(node) === 'mdatp');
  if (!root) throw new UnreadableError(`${entry.path} has no element mdatp`);
  return [root];
}

interface Element {
  /** Names from the root down to this element. */
  readonly path: readonly string[];
  /** Its text, where its name stands. */
  readonly value: Located<string>;
  readonly id: string | undefined;
}

/** All elements in the order of the file. The parser knows no lines, so each name is looked for behind the last. */
function located(roots: readonly XmlNode[], entry: TextEntry): readonly Element[] {
  const lineAt = lineFinder(entry);
  const elements: Element[] = [];
  let offset = 0;
  const visit = (nodes: readonly XmlNode[], parents: readonly string[]): void => {
    for (const node of nodes) {
      const name = nameOf(node);
      if (name === undefined || name.startsWith('?')) continue;
      const found = entry.text.indexOf(`<${name}`, offset);
      if (found >= 0) offset = found + 1;
      const path = [...parents, name];
      const children = childrenOf(node, name);
      elements.push({ path, value: { value: textOf(children), at: lineAt(offset) }, id: idOf(node) });
      visit(children, path);
    }
  };
  visit(roots, []);
  return elements;
}

function nameOf(node: XmlNode): string | undefined {
  return Object.keys(node).find((key) => key !== ':@' && key !== '#text');
}

function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  const children = node[name];
  return Array.isArray(children) ? (children as readonly XmlNode[]) : [];
}

function textOf(children: readonly XmlNode[]): string {
  const parts = children.map((child) => child['#text']).filter((part) => typeof part === 'string');
  return unescapeXml(parts.join(' ')).trim();
}

function idOf(node: XmlNode): string | undefined {
  const attributes = node[':@'];
  if (typeof attributes !== 'object' || attributes === null) return undefined;
  const id = (attributes as XmlNode)['id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescapeXml(value: string): string {
  return value.replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => PREDEFINED[name] ?? '');
}

/** The line of an offset; offsets must not go back. */
function lineFinder(entry: TextEntry): (offset: number) => Location {
  let line = entry.lines()[0]?.at.line ?? 1;
  let reached = 0;
  return (offset) => {
    for (; reached < offset; reached++) {
      const code = entry.text.charCodeAt(reached);
      // LF, or CR without LF
      if (code === 10 || (code === 13 && entry.text.charCodeAt(reached + 1) !== 10)) line++;
    }
    return { entry: entry.path, line };
  };
}
