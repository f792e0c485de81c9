import type { Domain } from '../../engine/api/index.ts';
import type { Answer, Ask, Reply } from '../contract/questions.ts';
import type { FromSession, SessionQuestion, ToSession } from './protocol.ts';
import { Refused, refusalOf } from './refused.ts';
import type { SessionContent } from './session-content.ts';
import { Session } from './session.ts';

type Answers = {
  readonly [Name in SessionQuestion]: (content: SessionContent, ask: Ask<Name>) => Answer<Name>;
};

const ANSWERS: Answers = {
  'entries:folder': (content, ask) => content.folder(ask),
  'entries:find': (content, ask) => content.find(ask),
  'entry:info': (content, ask) => content.info(ask),
  'entry:lines': (content, ask) => content.lines(ask),
  'entry:line': (content, ask) => content.line(ask),
  'entry:bytes': (content, ask) => content.bytes(ask),
  'entry:text': (content, ask) => content.text(ask),
  'facts:list': (content, ask) => content.facts(ask),
  'facts:view': (content, ask) => content.fact(ask),
  'engine:memory': () => ({ bytes: process.memoryUsage.rss() }),
};

/** Serves one bundle over any road that carries plain data. Returns what takes the messages of the workspace. */
export function serveSession(
  domain: Domain,
  post: (message: FromSession) => void,
): (message: ToSession) => void {
  const session = new Session(domain, post);
  return (message) => {
    switch (message.type) {
      case 'open':
        session
          .open(message.open)
          .catch((error: unknown) => post({ type: 'fault', detail: refusalOf(error).detail }));
        break;
      case 'cancel':
        session.cancel();
        break;
      case 'ask':
        post({ type: 'answer', id: message.id, reply: replyTo(session, message) });
        break;
      case 'close':
        session.close().then(
          () => post({ type: 'closed' }),
          (error: unknown) => post({ type: 'fault', detail: refusalOf(error).detail }),
        );
        break;
    }
  };
}

function replyTo(
  { content }: Session,
  { name, ask }: Extract<ToSession, { type: 'ask' }>,
): Reply<SessionQuestion> {
  try {
    if (!content) throw new Refused('not-at-hand', 'refusal.stillReading');
    // The table's type pairs each name with the shape of its question.
    const answer = ANSWERS[name] as (content: SessionContent, ask: unknown) => Answer<SessionQuestion>;
    return { ok: true, value: answer(content, ask) };
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}
