import type { Line, Location } from '../../engine/api/index.ts';
import { LoggedMessages, sightingOf } from '../logged-messages.ts';
import type { HungTask } from './kernel-log-value.ts';

/** Lines in which the stack of a hung task is printed. */
const STACK_LINES = 40;

// INFO: task python:2651 blocked for more than 120 seconds.
const HUNG =
  /^INFO: task (?<task>.{1,64}):(?<pid>\d+) blocked (?:in I\/O wait )?for more than (?<seconds>\d+) seconds/u;
//  [<ffffffff90096f55>] fanotify_handle_event+0x265/0x3a0
const FRAME = /\bfanotify_(?:handle_event|get_response)(?:\.\w+){0,4}\+0x/u;
/** A frame that the kernel is not sure of: left on the stack by an earlier call. */
const UNSURE = /(?:^|\s)\? fanotify_/u;

interface Last {
  readonly message: string;
  readonly task: HungTask;
  readonly sighting: ReturnType<typeof sightingOf>;
}

/** Hung tasks, told apart by their stacks. */
export class HungTasks {
  readonly inFanotify = new LoggedMessages<HungTask>();
  readonly others = new LoggedMessages<HungTask>();
  #last: Last | undefined;

  /** Takes a line about a hung task, or of a stack; says whether it was one. */
  take(message: string, line: Line): boolean {
    const groups = HUNG.exec(message)?.groups;
    if (groups) {
      this.settle();
      const { task = '', pid, seconds } = groups;
      const hung = { task, pid: Number(pid), seconds: Number(seconds) };
      this.#last = { message, task: hung, sighting: sightingOf(line) };
      return true;
    }
    if (!FRAME.test(message)) return false;
    const last = this.#last;
    if (last && !UNSURE.test(message) && isNear(last.sighting.at, line.at)) {
      this.inFanotify.addAt(last.message, last.task, last.sighting);
      this.#last = undefined;
    }
    return true;
  }

  /** The stack of the last one has ended. */
  settle(): void {
    if (this.#last) this.others.addAt(this.#last.message, this.#last.task, this.#last.sighting);
    this.#last = undefined;
  }
}

function isNear(task: Location, frame: Location): boolean {
  return task.entry === frame.entry && frame.line > task.line && frame.line - task.line <= STACK_LINES;
}
