import { z } from 'zod';

import { defineKnowledge } from '../../engine/api/index.ts';
import { rowShape } from './row.ts';

const row = rowShape({
  application: z.string(),
  /** Whether the document names it; the others are known by experience. */
  isNamed: z.boolean(),
  /** Names of its processes; `*` at the end stands for any rest. */
  processes: z.array(z.string()),
  /** Parts of the command line by which a program of Java is told. */
  javaWords: z.array(z.string()),
  /** Words in an exclusion, in small letters, that show that it was made for the application. */
  exclusionWords: z.array(z.string()),
});

/** An application that reads and writes so many files that real-time protection may slow it down. */
export type HeavyIoApplication = z.infer<typeof row>;

function named(
  application: string,
  processes: readonly string[],
  javaWords: readonly string[],
  exclusionWords: readonly string[],
): HeavyIoApplication {
  const lists = { processes: [...processes], javaWords: [...javaWords], exclusionWords: [...exclusionWords] };
  return { application, isNamed: true, ...lists, source: 'prerequisites' };
}

function known(
  application: string,
  processes: readonly string[],
  javaWords: readonly string[],
  exclusionWords: readonly string[],
): HeavyIoApplication {
  return {
    ...named(application, processes, javaWords, exclusionWords),
    isNamed: false,
    source: 'experience',
  };
}

export const heavyIoApplications = defineKnowledge({
  name: 'heavy-io-applications',
  describes: 'Applications with heavy input and output, by their processes and the exclusions made for them',
  sources: {
    prerequisites: { document: 'microsoft-defender-endpoint-linux', date: '2024-02' },
    experience: { document: 'Judged by experience', date: '2026-11' },
  },
  row,
  rows: [
    named('Jenkins', ['jenkins'], ['jenkins.war'], ['jenkins']),
    named('Jira', [], ['/atlassian-jira', '/atlassian/jira', '/jira/bin/'], ['jira', 'atlassian']),
    named('Oracle Database', ['ora_pmon_*', 'tnslsnr'], [], ['oracle', '/ora', 'ora_', '.dbf']),
    named('PostgreSQL', ['postgres', 'postmaster'], [], ['postgres', 'pgsql', 'pgdata']),
    known('MySQL or MariaDB', ['mysqld', 'mariadbd'], [], ['mysql', 'mariadb']),
    known('MongoDB', ['mongod'], [], ['mongo']),
    known('Elasticsearch', [], ['org.elasticsearch.'], ['elastic']),
    known('OpenSearch', [], ['org.opensearch.'], ['opensearch']),
    known('SAP', ['hdbindexserver', 'disp+work', 'dw.sap*'], [], ['sap', 'hdb', 'hana']),
    known('Kafka', [], ['kafka.Kafka'], ['kafka']),
    known('GitLab', ['gitaly'], [], ['gitlab', 'gitaly', '/git']),
    known('Confluence', [], ['/atlassian-confluence', '/atlassian/confluence'], ['confluence', 'atlassian']),
    known('Bitbucket', [], ['/atlassian-bitbucket', '/atlassian/bitbucket'], ['bitbucket', 'atlassian']),
    known('Splunk', ['splunkd'], [], ['splunk']),
    known('Cassandra', [], ['CassandraDaemon'], ['cassandra']),
    known('NFS server', ['[nfsd]'], [], ['nfs', 'export']),
    known('Nexus Repository', [], ['org.sonatype.nexus.'], ['nexus', 'sonatype']),
    known('Artifactory', [], ['/artifactory/'], ['artifactory', 'jfrog']),
    known('Veeam', ['veeamservice', 'veeamagent'], [], ['veeam']),
    known('NetBackup', ['bpbkar', 'bpbkar32'], [], ['openv', 'netbackup', 'bpbkar']),
    known('Spectrum Protect', ['dsmc'], [], ['tivoli', 'dsmc']),
    known('Avamar', ['avagent.bin', 'avtar.bin'], [], ['avamar']),
    known('Commvault', ['cvd', 'cvlaunchd'], [], ['commvault', 'simpana']),
  ],
});
