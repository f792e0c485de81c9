/** Where the agent lies unless it was installed elsewhere (mde-linux-prerequisites). */
export const DEFAULT_AGENT_PATH = '/opt/microsoft/mdatp';
