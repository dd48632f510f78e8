/** The client's texts come from the same catalogue as the server's. */
export { bokmål as texts } from '../server/core/texts/texts.ts';
