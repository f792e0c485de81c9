import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AnyAnalyzer, Domain } from '../engine/api/index.ts';
import { allFleetAnalyzers } from '../analyzers/all-fleet-analyzers.ts';
import { allThresholds } from '../analyzers/all-thresholds.ts';
import { allAnalyzers } from '../analyzers/all.ts';
import { onLinux } from '../analyzers/applies.ts';
import { allKnowledge } from '../analyzers/knowledge/all.ts';
import { profiles } from '../analyzers/profiles.ts';
import { maskSecrets } from '../facts/bundle/secret-text.ts';
import { allFacts } from '../facts/all.ts';
import { header } from '../facts/header.ts';
import { kinds } from '../facts/kinds.ts';
import { redaction } from '../facts/redaction.ts';
import { loadRule } from '../engine/rules/load-rule.ts';
import { ruleFiles } from './rule-files.ts';

/** Where rules and hand-written pages lie: beside the sources, and beside the bundle in dist. */
const ANALYZERS = join(import.meta.dirname, '..', 'analyzers');

/** All that is known of the first field of work: Microsoft Defender for Endpoint on Linux. */
export function loadDomain(): Domain {
  const rules = ruleFiles(ANALYZERS).map((file) => {
    const loaded = loadRule(readFileSync(file, 'utf8'), file, allFacts);
    if (loaded.ok) return loaded.analyzer;
    const [mistake] = loaded.mistakes;
    throw new Error(`${file}:${mistake?.line}:${mistake?.column} ${mistake?.message}`);
  });
  return {
    kinds,
    facts: allFacts,
    analyzers: [...allAnalyzers, ...rules].map(judgedOnLinux),
    fleet: allFleetAnalyzers,
    profiles,
    header,
    knowledge: allKnowledge,
    thresholds: allThresholds,
    mask: maskSecrets,
    redaction,
  };
}

/** A bundle of any host can be judged as a bundle. */
function judgedOnLinux(analyzer: AnyAnalyzer): AnyAnalyzer {
  if (analyzer.about === 'bundle') return analyzer;
  return { ...analyzer, applies: [onLinux, ...(analyzer.applies ?? [])] };
}

/** The page written by hand for a check; empty where there is none. */
export function pageOf(id: string): string {
  try {
    return readFileSync(join(ANALYZERS, `${id}.md`), 'utf8');
  } catch {
    return '';
  }
}
