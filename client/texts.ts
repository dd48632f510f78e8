/** The client's texts come from the same catalogue as the server's. */
import { formatDate } from '../server/core/report/model.ts';
import { bokmål, listed } from '../server/core/texts/texts.ts';

export const texts = bokmål;
export { listed };

/** «2026-03-01» → «1. mars 2026». */
export const dateText = (date: string): string => formatDate(texts, date);

/** «64 %»; '' where nothing is asked. */
export const share = ({ asked, answered }: { asked: number; answered: number }): string => (asked ? `${Math.floor((answered / asked) * 100)} %` : '');
