/** The page «what is in force and why» for one file, as Markdown: the configuration and the user's settings, value by value. */
import type { Explained } from '../config/explain.ts';
import { CONFIG_NAME } from '../config/model.ts';
import type { Texts } from '../texts/texts.ts';
import { escaped } from './words.ts';

export interface InForce {
  /** The file that it is about. */
  file: string;
  entries: readonly Explained[];
  /** The configuration, as the workspace calls it; where there is one. */
  configuration: string | undefined;
  /** The file is left out in it. */
  isLeftOut: boolean;
}

export function inForcePage({ file, entries, configuration, isLeftOut }: InForce, texts: Texts): string {
  const from = ({ from: origin, line }: Explained): string => (origin === 'file' ? `${CONFIG_NAME}${line === undefined ? '' : `:${line}`}` : texts(`config.force.${origin}`));
  const words = (value: Explained['value']): string => escaped(typeof value === 'object' ? value.join(', ') : String(value ?? '')) || '–';
  return `${[
    `# ${texts('config.force.title', { fil: escaped(file) })}`,
    configuration === undefined ? texts('config.force.none', { fil: CONFIG_NAME }) : texts('config.force.file', { fil: escaped(configuration) }),
    ...(isLeftOut ? [texts('config.force.left-out')] : []),
    [`| ${texts('config.force.key')} | ${texts('config.force.value')} | ${texts('config.force.from')} |`, '| --- | --- | --- |', ...entries.map((entry) => `| ${escaped(entry.key.replaceAll('/', ' › '))} | ${words(entry.value)} | ${from(entry)} |`)].join('\n'),
    texts('config.force.order', { fil: CONFIG_NAME }),
  ].join('\n\n')}\n`;
}
