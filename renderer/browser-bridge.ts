import { event } from '../workspace/contract/events.ts';
import { questions, refusal, type QuestionName, type Reply } from '../workspace/contract/questions.ts';
import type { Bridge } from './bridge.ts';

/** The bridge of a page that `bundlescope serve` serves: questions by POST, events by a stream. */
export function browserBridge(): Bridge {
  return { ask, listen, offer, openLink, saveExport };
}

const ask: Bridge['ask'] = async (name, question) => {
  try {
    const response = await fetch(`/ask/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
    });
    if (!response.ok) return gone(await response.text());
    return checked(name, (await response.json()) as unknown);
  } catch (error) {
    return gone(error instanceof Error ? error.message : String(error));
  }
};

/** What came over the road is checked like anything else that comes from outside. */
function checked<Name extends QuestionName>(name: Name, reply: unknown): Reply<Name> {
  const { ok, value, refusal: why } = reply as { ok?: unknown; value?: unknown; refusal?: unknown };
  if (ok !== true) {
    const read = refusal.safeParse(why);
    return { ok: false, refusal: read.success ? read.data : { code: 'fault', detail: 'malformed' } };
  }
  const read = questions[name].answer.safeParse(value);
  if (!read.success) return gone(read.error.issues[0]?.message ?? 'malformed');
  // Read by the schema of this very question.
  return { ok: true, value: read.data as never };
}

function gone(detail: string): { readonly ok: false; readonly refusal: { code: 'fault'; detail: string } } {
  return { ok: false, refusal: { code: 'fault', detail } };
}

const listen: Bridge['listen'] = (heard, connected) => {
  const source = new EventSource('/events');
  source.onmessage = (message: MessageEvent<string>) => {
    const read = event.safeParse(JSON.parse(message.data));
    if (read.success) heard(read.data);
  };
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  return () => source.close();
};

/** XMLHttpRequest, for fetch tells nothing of how much has been sent. */
const offer: Bridge['offer'] = (file, told, signal) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/offer?name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => told(loaded);
    request.onload = () => {
      const { ok, offer: id, detail } = (request.response ?? {}) as Record<string, unknown>;
      if (ok === true && typeof id === 'string') resolve({ ok: true, offer: id });
      else resolve({ ok: false, detail: typeof detail === 'string' ? detail : '' });
    };
    request.onerror = () => resolve({ ok: false, detail: '' });
    request.onabort = () => resolve({ ok: false, detail: '' });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });

const saveExport: Bridge['saveExport'] = (id, name) => {
  const link = document.createElement('a');
  link.href = `/export/${id}`;
  link.download = name;
  link.click();
  return Promise.resolve();
};

const openLink: Bridge['openLink'] = (analyzer, index) => {
  window.open(`/link/${analyzer}/${index}`, '_blank', 'noopener,noreferrer');
  return Promise.resolve();
};
