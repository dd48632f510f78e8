import type { RuleCheck } from '../model.ts';
import { block, textOf } from '../../assessment/facts.ts';

/** Roles that prepare and advise. A role that is unknown here is taken to be leadership. */
const OTHERS = /personvernomb[uo]d|rådgiv[ae]r|saksbehandl[ae]r|konsulent|leverandør|databehandl[ae]r|prosjekt(leder|leiar|gruppe|medarbeid[ae]r)|jurist|advokat|systemansvarl[ie]g|systemei[eg]|IKT-ansvarl[ie]g/i;
const LEADERSHIP = /ledelse|leiing|direktør|rådmann|byråd|kommunesjef|styret|sjef(?![a-zA-ZÀ-ɏ])/i;

export const check: RuleCheck = ({ facts }) => {
  const consultation = block(facts, 'forhåndsdrøftelse');
  const role = textOf(consultation['besluttet-av']);
  if (textOf(consultation['anmodet']) !== 'ja' || !OTHERS.test(role) || LEADERSHIP.test(role)) return [];
  return [{ at: 'forhåndsdrøftelse/besluttet-av', params: { rolle: role.length > 40 ? `${role.slice(0, 40)} …` : role } }];
};
