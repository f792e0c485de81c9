import type { Line, Location } from '../../engine/api/index.ts';
import { LoggedMessages } from '../logged-messages.ts';
import type { OomKill } from './kernel-log-value.ts';

/** Lines in which the kernel tells of the memory between the reason of a kill and the kill. */
const REPORT_LINES = 2000;

// oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),…,oom_memcg=/a,task_memcg=/a/b,task=java,pid=2180,uid=0
const REASON =
  /^oom-kill:constraint=CONSTRAINT_(?<constraint>\w{1,20})(?:,.{0,400}?\boom_memcg=(?<group>[^,]{1,400}))?/u;
// Task in /a/b killed as a result of limit of /a
const OLD_REASON = /^Task in \S{1,400} killed as a result of limit of (?<group>\S{1,400})/u;
// Memory cgroup out of memory: Kill process 4242 (java) score 1000 or sacrifice child
const ANNOUNCED = /^(?<limited>Memory cgroup )?out of memory: Kill process \d+ /iu;
// Out of memory: Killed process 4242 (java) total-vm:8123456kB · Out of memory (oom_kill_allocating_task): Killed process …
// Out of memory: Killed process 4242 (java) total-vm:8123456kB · Killed process 4242, UID 0, (java) total-vm:...
const KILLED =
  /^(?<head>(?:Memory cgroup )?out of memory(?: \([\w ]{1,40}\))?: )?Killed process (?<pid>\d+),?(?: UID \d+,)? \((?<process>.{1,64}?)\)(?:[ ,]|$)/iu;

interface Reason {
  readonly at: Location;
  readonly limited: boolean;
  readonly group?: string;
}

/** Processes that the kernel ended for lack of memory, each once, with the reason that is printed before it. */
export class OomKills {
  readonly kills = new LoggedMessages<OomKill>();
  #reason: Reason | undefined;

  take(message: string, line: Line): boolean {
    const reason = reasonIn(message, line);
    if (reason) {
      // Old kernels name the group first, and then say that they kill.
      const group = reason.group ?? (reason.limited ? this.#reasonOf(line)?.group : undefined);
      this.#reason = group === undefined ? reason : { ...reason, group };
      return true;
    }
    const { head = '', pid, process } = KILLED.exec(message)?.groups ?? {};
    if (process === undefined) return false;
    const before = this.#reasonOf(line);
    const limited = /^memory cgroup/iu.test(head) || before?.limited === true;
    const group = limited ? before?.group : undefined;
    this.kills.add(
      message,
      { process, pid: Number(pid), limited, ...(group === undefined ? {} : { group }) },
      line,
    );
    this.#reason = undefined;
    return true;
  }

  #reasonOf({ at }: Line): Reason | undefined {
    const reason = this.#reason;
    if (reason?.at.entry !== at.entry || at.line - reason.at.line > REPORT_LINES) return undefined;
    return reason;
  }
}

function reasonIn(message: string, { at }: Line): Reason | undefined {
  const modern = REASON.exec(message)?.groups;
  if (modern) {
    const { constraint, group } = modern;
    return { at, limited: constraint === 'MEMCG', ...(group === undefined ? {} : { group }) };
  }
  const group = OLD_REASON.exec(message)?.groups?.['group'];
  if (group !== undefined) return { at, limited: true, group };
  const announced = ANNOUNCED.exec(message)?.groups;
  return announced && { at, limited: announced['limited'] !== undefined };
}
