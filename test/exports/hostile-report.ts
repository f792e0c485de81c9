import { REPORT_SCHEMA, type Finding, type Report, type ReportFile } from '../../engine/api/index.ts';

/** What would be obeyed, were it written as it is: by a page, a reader of Markdown, a spreadsheet, a terminal. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</script><script>document.title="gone"</script>',
  '</style><style>body{display:none}</style>',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- --!>',
  ']]><evil/>',
  '&lt;b&gt; &#60;b&#62;',
  '[click](https://evil.example) ![x](https://evil.example/x.png)',
  '| a | b |',
  '```` ```',
  '=cmd|" /C calc"!A0',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\u001b]0;owned\u0007\u009b31m',
  '\u202egnp.exe\u2066',
  'a\u0000b\ud800c\u2028d',
  '"quoted, with commas";and semicolons',
  '{{constructor.constructor("alert(1)")()}} ${7*7}',
  '__proto__',
];

function finding(text: string, index: number): Finding {
  return {
    fingerprint: index.toString(16).padStart(16, '0'),
    analyzer: 'health/unhealthy-agent',
    severity: (['critical', 'high', 'medium', 'low', 'info'] as const)[index % 5] ?? 'info',
    confidence: 'certain',
    title: text,
    message: text,
    messageId: 'unhealthy',
    params: { value: text },
    why: text,
    becauseOf: index % 3 === 2 ? [(index - 1).toString(16).padStart(16, '0')] : [],
    evidence: [
      {
        role: 'subject',
        entry: `${text}!/${text}`,
        line: 2,
        excerpt: `${text}\n${text}\n${text}`,
        excerptFirstLine: 1,
      },
      { role: 'conflicts-with', entry: text },
      { role: 'context', lookedFor: text, lookedIn: [text] },
    ],
    remediation: {
      steps: [text],
      commands: [{ command: text, risk: 'safe' }],
      links: [
        // No check of ours has such a link; a report from elsewhere may.
        { label: text, href: 'javascript:alert(1)' as 'https://' },
        { label: text, href: 'https://evil.example/' },
        { label: text, href: 'https://learn.microsoft.com/linux-updates' },
      ],
    },
    profile: '2026',
    sources: [{ document: text, date: '2025-01' }],
  };
}

const report: Report = {
  profile: { id: '2026', chosen: 'by-date' },
  settings: { thresholds: [], knowledge: [{ table: HOSTILE[0] ?? '', file: HOSTILE[1] ?? '' }] },
  bundle: {
    name: HOSTILE.join(''),
    sha256: 'a'.repeat(64),
    bytes: 1234,
    kind: HOSTILE[0] ?? '',
    root: HOSTILE[3] ?? '',
    collectedAt: '2026-03-11T10:22:00.000Z',
    host: Object.fromEntries([
      ['name', HOSTILE[1] ?? ''],
      ...HOSTILE.map((text, index) => [`h${index}`, text]),
    ]),
  },
  findings: HOSTILE.map(finding),
  analyzers: [
    { id: 'health/unhealthy-agent', status: 'found', seen: [], notSeen: [] },
    ...HOSTILE.map((text, index) => ({
      id: `area/check-${index}`,
      status: (['blocked', 'failed', 'clean', 'not-applicable'] as const)[index % 4] ?? 'clean',
      seen: [],
      notSeen: [
        {
          fact: text,
          status: 'unreadable' as const,
          reason: text,
          lookedIn: [text],
          collect: { title: text, command: text },
        },
      ],
      reason: text,
    })),
  ],
  problems: HOSTILE.map((text) => ({ code: 'damaged', detail: text, at: { entry: text, line: 3 } })),
  facts: { schema: 1, excerpts: [] },
  entries: { total: 9, recognised: 4, unrecognised: 3 },
  ended: 'damaged',
};

/** A report of which every text is hostile. */
export const hostileFile: ReportFile = {
  schema: REPORT_SCHEMA,
  tool: { name: 'bundlescope', version: '0.1.0' },
  reports: [report],
};
