/** The build writes the version of package.json in here; run from source there is none. */
declare const VURDERT_VERSION: string | undefined;
export const VERSION: string = typeof VURDERT_VERSION === 'string' ? VURDERT_VERSION : '0.0.0-kilde';
