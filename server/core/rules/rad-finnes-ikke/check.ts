import { block, textOf } from '../../assessment/facts.ts';
import { placeIn } from '../../across/digest.ts';
import type { AcrossCheck, Naming } from '../../across/model.ts';
import type { Params } from '../../texts/texts.ts';
import { namedBy } from '../support/linked.ts';

const AT = 'behandlingsoversikt/id';

export const across: AcrossCheck = ({ self, workspace }) => {
  const id = textOf(block(self.facts, 'behandlingsoversikt')['id']);
  const target = self.links.find(({ path }) => path === 'behandlingsoversikt/fil')?.target;
  const record = target === undefined ? undefined : workspace.get(target);
  if (!id || record?.kind !== 'behandlingsoversikt') return [];
  const params = (name: Naming): Params => ({ id, fil: name(record.address), egen: name(self.address) });
  const own = record.rows.find((row) => row.assessment === self.address);
  // Two rows with the id are rad-id-to-ganger: the one that names this file is the one that is meant.
  const named = own?.id === id ? own : record.rows.find((row) => row.id === id);
  const right = own && own.id !== id ? own.id : '';
  if (!named && right) return [{ at: AT, variant: 'annen-id', params: (name) => ({ ...params(name), rett: right }), elsewhere: [{ address: record.address, at: `${own!.path}/id` }], fixes: [{ kind: 'replace', range: placeIn(self, AT), text: right }] }];
  if (!named) return [{ at: AT, variant: 'mangler', params, fixes: [{ kind: 'row' }] }];
  // The row of a PLM or DPIA may name the platform assessment that it is part of.
  const theirs = named.assessment;
  const isOurs = theirs === undefined || theirs === self.address || namedBy(self, 'plattform', workspace).some(({ address }) => address === theirs);
  // A link that leads nowhere is lenke-uten-fil, and may have been meant for this file.
  if (isOurs || !workspace.exists(theirs)) return [];
  return [{ at: AT, variant: 'andres', params: (name) => ({ ...params(name), annen: name(theirs) }), elsewhere: [{ address: record.address, at: `${named.path}/vurdering` }] }];
};
