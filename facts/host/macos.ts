import {
  derivedFact,
  NotCollectedError,
  optional,
  type Located,
  type Place,
} from '../../engine/api/index.ts';
import { darwin } from '../kernel/darwin.ts';
import { uname } from '../kernel/uname.ts';
import { analyzerXml } from '../mdatp/analyzer-xml.ts';
import { health } from '../mdatp/health.ts';
import { macosFiles } from './macos-files.ts';
import { osRelease } from './os-release.ts';

export interface Macos {
  /** What shows that the host runs macOS; undefined where something shows Linux, or nothing does. */
  readonly sign: { readonly what: string; readonly at: Place } | undefined;
}

/** Whether the bundle is of a host with macOS: its agent is collected by the same tools. */
export const macos = derivedFact({
  name: 'host.macos',
  describes: 'Signs of macOS',
  needs: {
    darwin: optional(darwin),
    summary: optional(analyzerXml),
    state: optional(health),
    files: optional(macosFiles),
    linux: optional(uname),
    release: optional(osRelease),
  },
  derive({ darwin: kernel, summary, state, files, linux, release }): Macos {
    if (linux || release) return { sign: undefined };
    const family = matching(summary?.osFamily ?? summary?.osName, /^(?:mac ?os|darwin|os x)/iu);
    const subsystem = matching(state?.real_time_protection_subsystem, /endpoint_security_extension/iu);
    // 20.… is the part for macOS, 30.… that for Linux.
    const edr = matching(state?.edr_client_version ?? state?.edr_configuration_version, /^20\.\d/u);
    const [file] = files?.files ?? [];
    const signs: readonly (Macos['sign'] | undefined)[] = [
      family && { what: `the system ${family.value}`, at: family.at },
      kernel && { what: `the kernel Darwin ${kernel.release.value}`, at: kernel.release.at },
      subsystem && { what: `file events by ${subsystem.value}`, at: subsystem.at },
      edr && { what: `version ${edr.value} of the detection and response part`, at: edr.at },
      file && { what: 'files of the agent below /Library', at: file },
    ];
    const sign = signs.find((one) => one !== undefined);
    if (!sign && !summary && !state) throw new NotCollectedError('nothing tells the operating system');
    return { sign };
  },
});

function matching(found: Located<string> | undefined, pattern: RegExp): Located<string> | undefined {
  return found && pattern.test(found.value) ? found : undefined;
}
