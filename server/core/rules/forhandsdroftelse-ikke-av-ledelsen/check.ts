import type { RuleCheck } from '../model.ts';
import { block, textOf } from '../../assessment/facts.ts';

/** Roles that prepare and advise. A role that is unknown here is taken to be leadership. */
const OTHERS = /personvernombud|rådgiver|saksbehandler|konsulent|leverandør|databehandler|prosjekt(leder|gruppe|medarbeider)|jurist|advokat|systemansvarlig|systemeier|IKT-ansvarlig/i;
const LEADERSHIP = /ledelse|direktør|rådmann|byråd|kommunesjef|styret|sjef(?![a-zA-ZÀ-ɏ])/i;

export const check: RuleCheck = ({ facts }) => {
  const consultation = block(facts, 'forhåndsdrøftelse');
  const role = textOf(consultation['besluttet-av']);
  if (textOf(consultation['anmodet']) !== 'ja' || !OTHERS.test(role) || LEADERSHIP.test(role)) return [];
  return [{ at: 'forhåndsdrøftelse/besluttet-av', params: { rolle: role.length > 40 ? `${role.slice(0, 40)} …` : role } }];
};
