import { speaker } from '../report/messages.ts';

/** The words of this command line. */
export const say = speaker();
