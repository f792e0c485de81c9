import type { Fields, Located } from '../../engine/api/index.ts';

const bool = (describes: string) => ({ type: 'boolean', describes }) as const;
const text = (describes: string, oneOf?: readonly string[]) =>
  ({ type: 'string', describes, ...(oneOf ? { oneOf } : {}) }) as const;
const version = (describes: string) => ({ type: 'version', describes }) as const;
const date = (describes: string) => ({ type: 'date', describes }) as const;
const list = (describes: string) => ({ type: 'list', items: 'string', describes }) as const;

const SWITCH = ['disabled', 'enabled'];

/** What `mdatp health` prints, by the names of its text form, in their order. */
export const healthFields = {
  healthy: bool('Whether the agent calls itself healthy'),
  health_issues: list('What the agent finds wrong with itself'),
  licensed: bool('Whether the agent belongs to a tenant and has not expired'),
  engine_version: version('Version of the antivirus engine'),
  engine_load_version: version('Version of the engine that is loaded'),
  engine_load_status: text('Whether the engine is loaded', ['Engine not loaded', 'Engine load succeeded']),
  app_version: version('Version of the agent'),
  org_id: text('Tenant the agent belongs to'),
  log_level: text('How much the agent logs', ['error', 'warning', 'info', 'debug', 'verbose', 'trace']),
  machine_guid: { ...text('Id the agent made for this host'), fleet: true },
  release_ring: text('Channel of releases', ['Production', 'External', 'InsiderFast', 'Dogfood']),
  product_expiration: date('When this build of the agent expires'),
  cloud_enabled: bool('Whether protection asks the cloud'),
  cloud_automatic_sample_submission_consent: text('Which samples may be sent', ['none', 'safe', 'all']),
  cloud_diagnostic_enabled: bool('Whether optional diagnostic data is sent'),
  cloud_pin_certificate_thumbs: text('Pinned certificates of the cloud'),
  passive_mode_enabled: bool('Whether the antivirus only watches'),
  behavior_monitoring: text('Whether behaviour is watched', SWITCH),
  real_time_protection_enabled: bool('Whether files are scanned as they are used'),
  real_time_protection_available: bool('Whether the host allows real-time protection'),
  real_time_protection_subsystem: text('What brings file events', ['fanotify', 'talpa', 'unavailable']),
  supplementary_events_subsystem: text('What brings process events', [
    'ebpf',
    'auditd',
    'netlink',
    'unavailable',
  ]),
  tamper_protection: text('Protection of the agent itself', ['disabled', 'audit', 'block']),
  automatic_definition_update_enabled: bool('Whether definitions are updated without being asked'),
  definitions_updated: date('When definitions were updated last'),
  definitions_updated_minutes_ago: { ...numberOf('Age of the definitions'), unit: 'minutes' },
  definitions_version: version('Version of the definitions'),
  definitions_status: text('State of the definitions', [
    'up_to_date',
    'updating',
    'out_of_date',
    'update_failed',
    'unavailable',
  ]),
  edr_client_version: version('Version of the detection and response part'),
  edr_configuration_version: text('Version of its configuration'),
  edr_early_preview_enabled: text('Whether it runs early previews', SWITCH),
  edr_device_tags: list('Tags of the device, as KEY=value'),
  edr_group_ids: text('Groups of the device'),
  edr_machine_id: { ...text('Id of the device in the portal'), fleet: true },
  edr_sense_guid: text('Id of the device in its tenant'),
  edr_partner_geo_location: text('Region of its gateway'),
  conflicting_applications: list('Applications that hold file access as the agent does'),
  network_protection_status: text('State of network protection', [
    'starting',
    'failed_to_start',
    'started',
    'restarting',
    'stopping',
    'stopped',
  ]),
  network_protection_enforcement_level: text('What network protection does', ['disabled', 'audit', 'block']),
  troubleshooting_mode: bool('Whether troubleshooting mode is on'),
  proxy: text('Proxy of the agent; printed where one is set'),
  managed_by: text('Who manages the settings'),
  functionality_mode: text('Mode of functionality'),
  telemetry_client: text('Client that sends telemetry'),
} as const satisfies Fields;

/** The value of each field of a table, typed as the table says. */
export type FieldValues<Table extends Fields> = {
  readonly [Name in keyof Table]: Table[Name] extends { readonly type: 'list' }
    ? readonly Located<string>[]
    : Table[Name] extends { readonly type: 'boolean' }
      ? Located<boolean> | undefined
      : Table[Name] extends { readonly type: 'number' }
        ? Located<number> | undefined
        : Located<string> | undefined;
};

function numberOf(describes: string) {
  return { type: 'number', describes } as const;
}

/** `realTimeProtectionEnabled`, as JSON and agents before 2020 print it → `real_time_protection_enabled`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
