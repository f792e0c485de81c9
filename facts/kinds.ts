import { defineKind, type BundleKind } from '../engine/api/index.ts';

/** The kinds of bundle that facts name in their places. */
export type KindId = 'mdatp-diagnostic' | 'client-analyzer' | 'sosreport' | 'supportconfig' | 'plain';

/** XMDE Client Analyzer: a flat zip, or a folder with `-nz`; older builds write `Health.txt` and the like. */
const clientAnalyzer = defineKind({
  id: 'client-analyzer',
  title: 'Defender client analyzer',
  markers: [
    ['mde.xml'],
    ['mde_diagnostic.zip'],
    ['health.txt', 'mde_directories.txt'],
    ['health.txt', 'mde_user.txt'],
    ['service_status.txt', 'mde_directories.txt'],
  ],
  parts: ['mde_diagnostic.zip', 'mde_diagnostic', '*.zip', 'perf_benchmark.tar.gz'],
});

/** `mdatp diagnostic create`: absolute paths without the leading slash. */
const mdatpDiagnostic = defineKind({
  id: 'mdatp-diagnostic',
  title: 'mdatp diagnostic',
  markers: [['var/log/microsoft/mdatp/**'], ['var/opt/microsoft/mdatp/**'], ['etc/opt/microsoft/mdatp/**']],
  foldersOnly: true,
});

/** sosreport: one folder that holds `sos_commands` and the host's files by their paths. */
const sosreport = defineKind({
  id: 'sosreport',
  title: 'sosreport',
  markers: [['sos_commands/**'], ['sos_reports/**'], ['sos_logs/**']],
  parts: ['**'],
});

/** SUSE supportconfig: text files with a section for each command. */
const supportconfig = defineKind({
  id: 'supportconfig',
  title: 'supportconfig',
  markers: [
    ['basic-environment.txt', 'supportconfig.txt'],
    ['basic-environment.txt', 'basic-health-check.txt'],
  ],
});

/** Anything else: command outputs and files, told by their names or by their content. */
const plain = defineKind({ id: 'plain', title: 'plain files', markers: [], fallback: true });

/** In the order in which a root that shows several markers is judged. */
export const kinds: readonly BundleKind[] = [
  clientAnalyzer,
  sosreport,
  supportconfig,
  mdatpDiagnostic,
  plain,
];
