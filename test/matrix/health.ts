import { HEALTH } from './places.ts';
import { inEach, replaceLine, type Plant } from './plants.ts';

/** The health says something else in one of its fields. */
function health(field: string, value: string): Plant['in'] {
  return inEach(HEALTH, (path) =>
    replaceLine(path, new RegExp(`^${field} `, 'u'), `${field.padEnd(44)}: ${value}`),
  );
}

export const healthPlants: readonly Plant[] = [
  { analyzer: 'health/unhealthy-agent', in: health('healthy', 'false') },
  { analyzer: 'health/not-onboarded', in: health('licensed', 'false') },
  { analyzer: 'health/expired-agent', in: health('product_expiration', 'Sep 30, 2026 at 08:20:11 AM') },
  { analyzer: 'health/preview-release-ring', in: health('release_ring', '"InsiderFast"') },
  {
    analyzer: 'health/real-time-protection-unavailable',
    in: health('real_time_protection_available', 'false'),
  },
  { analyzer: 'health/outdated-definitions', in: health('definitions_updated_minutes_ago', '12000') },
  {
    analyzer: 'health/automatic-definitions-off',
    in: health('automatic_definition_update_enabled', 'false'),
  },
  { analyzer: 'health/cloud-protection-off', in: health('cloud_enabled', 'false') },
  { analyzer: 'health/troubleshooting-mode', in: health('troubleshooting_mode', 'true') },
  { analyzer: 'health/verbose-log-level', in: health('log_level', '"debug"') },
  { analyzer: 'health/edr-early-preview', in: health('edr_early_preview_enabled', '"enabled"') },
];
