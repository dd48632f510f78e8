import { block, textOf } from '../../assessment/facts.ts';
import { fileFrom } from '../../across/addresses.ts';
import { placeIn } from '../../across/digest.ts';
import type { AcrossCheck } from '../../across/model.ts';
import { namedBy } from '../support/linked.ts';

const AT = 'behandlingsoversikt/id';

export const across: AcrossCheck = ({ self, workspace }) => {
  const id = textOf(block(self.facts, 'behandlingsoversikt')['id']);
  const target = self.links.find(({ path }) => path === 'behandlingsoversikt/fil')?.target;
  const record = target === undefined ? undefined : workspace.get(target);
  if (!id || record?.kind !== 'behandlingsoversikt') return [];
  const params = { id, fil: fileFrom(self.address, record.address) };
  const own = record.rows.find((row) => row.assessment === self.address);
  const named = record.rows.find((row) => row.id === id);
  const right = own && own.id !== id ? own.id : '';
  if (!named && right) return [{ at: AT, variant: 'annen-id', params: { ...params, rett: right }, elsewhere: [{ address: record.address, at: `${own!.path}/id` }], fixes: [{ kind: 'replace', range: placeIn(self, AT), text: right }] }];
  if (!named) return [{ at: AT, variant: 'mangler', params, fixes: [{ kind: 'row' }] }];
  // The row of a PLM or DPIA may name the platform assessment that it is part of.
  const isOurs = named.assessment === undefined || named.assessment === self.address || namedBy(self, 'plattform', workspace).some(({ address }) => address === named.assessment);
  if (isOurs) return [];
  return [{ at: AT, variant: 'andres', params: { ...params, annen: fileFrom(self.address, named.assessment!) }, elsewhere: [{ address: record.address, at: `${named.path}/vurdering` }] }];
};
