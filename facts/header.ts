import { derivedFact, optional, type Fact, type HostHeader } from '../engine/api/index.ts';
import { collectionTime } from './bundle/collection-time.ts';
import { distribution } from './host/distribution.ts';
import { hostname } from './host/hostname.ts';
import { uname } from './kernel/uname.ts';
import { agent } from './mdatp/agent.ts';
import { analyzerXml } from './mdatp/analyzer-xml.ts';
import { health } from './mdatp/health.ts';
import { installLog } from './mdatp/install-log.ts';

/** Which host a bundle is of: what is known of it stands at the head of every output, the rest is left out. */
export const header: Fact<HostHeader> = derivedFact({
  name: 'bundle.header',
  describes: 'Host, system and agent at a glance',
  needs: {
    time: optional(collectionTime),
    host: optional(hostname),
    system: optional(distribution),
    kernel: optional(uname),
    installed: optional(agent),
    state: optional(health),
    summary: optional(analyzerXml),
    installs: optional(installLog),
  },
  derive({ time, host, system, kernel, installed, state, summary, installs }): HostHeader {
    const healthy = state?.healthy?.value;
    const fields = [
      // The kernel knows the name the host went by; /etc/hostname the one it starts with.
      field(
        'name',
        'Host',
        kernel?.hostname ?? host?.name ?? summary?.hostName ?? summary?.deviceName ?? installs?.hostname,
      ),
      field('distribution', 'Distribution', system?.name ?? summary?.linuxDistro),
      field('kernel', 'Kernel', kernel?.release ?? summary?.osKernelVersion),
      field('architecture', 'Architecture', kernel?.machine ?? summary?.architecture),
      field('agent', 'Agent', installed?.version),
      field(
        'health',
        'Health',
        healthy === undefined ? undefined : { value: healthy ? 'healthy' : 'not healthy' },
      ),
    ];
    return {
      ...(time ? { collectedAt: new Date(time.at) } : {}),
      fields: fields.filter((one) => one !== undefined),
    };
  },
});

type HeaderField = HostHeader['fields'][number];

function field(
  id: string,
  label: string,
  found: { readonly value: string } | undefined,
): HeaderField | undefined {
  return found && { id, label, value: found.value };
}
