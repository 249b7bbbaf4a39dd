/**
 * The version of the questions this page shows. Every rating carries the version it was answered under, also when it is
 * sent weeks later; so this is the page's own, not what the server has published meanwhile.
 */
export const INSTRUMENT_VERSION = 1;
