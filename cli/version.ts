/** Put in by the build, from package.json. */
declare const BUNDLESCOPE_VERSION: string | undefined;

export const VERSION = typeof BUNDLESCOPE_VERSION === 'string' ? BUNDLESCOPE_VERSION : '0.0.0-source';
